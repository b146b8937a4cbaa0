Describe 'Invalid input' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $sandbox = Start-VideoPlatformSandbox -Connect
        $key = New-Secret 'a key'
    }

    AfterAll {
        Stop-VideoPlatformSandbox $sandbox
    }

    It '<Command> is rejected before a request is sent' -ForEach @(
        @{ Command = 'Get-PolyvVideo -PageSize 0'; Expected = '*1*' }
        @{ Command = 'Get-PolyvVideo -PageSize -5'; Expected = '*1*' }
        @{ Command = 'Get-PolyvVideo -PageSize 1001'; Expected = '*1000*' }
        @{ Command = 'Get-PolyvVideo -ThrottleLimit 0'; Expected = '*1*' }
        @{ Command = 'Get-PolyvVideo -ThrottleLimit 65'; Expected = '*64*' }
        @{ Command = 'Get-PolyvVideo -First -1'; Expected = '*First*UInt64*'; Id = 'CannotConvertArgumentNoMessage' }
        @{ Command = 'Get-PolyvVideo -Skip -1'; Expected = '*Skip*UInt64*'; Id = 'CannotConvertArgumentNoMessage' }
        @{ Command = 'Get-PolyvVideo -UploaderEmail nobody'; Expected = '*email address*name@example.com*' }
        @{ Command = 'Get-PolyvVideo -UploaderEmail ""'; Expected = '*email address*' }
        @{ Command = 'Get-PolyvVideo -UploaderEmail "a@b.c, d@e.f"'; Expected = '*email address*' }
        @{ Command = 'Get-PolyvVideo -CategoryId abc'; Expected = '*CategoryId*'; Id = 'CannotConvertArgumentNoMessage' }
        @{ Command = 'Get-PolyvVideo -OrderBy Title'; Expected = '*UploadTime*PlayCount*'; Id = 'CannotConvertArgumentNoMessage' }
        @{ Command = 'Get-PolyvVideo -Session nobody'; Expected = '*nobody*Get-VideoPlatformSession*'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'Get-PolyvVideo -Session $null'; Expected = '*Session*null*'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'Connect-Polyv -UserId "" -SecretKey $key'; Expected = '*UserId*white space*' }
        @{ Command = 'Connect-Polyv -UserId "  " -SecretKey $key'; Expected = '*UserId*white space*' }
        @{ Command = 'Connect-Polyv -UserId $null -SecretKey $key'; Expected = '*UserId*' }
        @{ Command = 'Connect-Polyv u -SecretKey ([securestring]::new())'; Expected = '*SecretKey*empty*' }
        @{ Command = 'Connect-Polyv u -SecretKey (New-Secret "  ")'; Expected = '*white space*'; Id = 'VideoPlatforms.InvalidArgument' }
        @{ Command = 'Connect-Polyv u -SecretKey text'; Expected = '*SecretKey*'; Id = 'CannotConvertArgumentNoMessage' }
        @{ Command = 'Connect-Polyv u $key -Name " "'; Expected = '*white space*' }
        @{ Command = 'Connect-Polyv u $key -BaseUri ftp://example.com'; Expected = '*http or https*' }
        @{ Command = 'Connect-Polyv u $key -BaseUri example.com'; Expected = '*http or https*' }
        @{ Command = 'Connect-Polyv u $key -BaseUri https://me@example.com'; Expected = '*http or https*' }
        @{ Command = 'Connect-Polyv u $key -BaseUri "https://example.com?a=b"'; Expected = '*http or https*' }
        @{ Command = 'Connect-Polyv u $key -Proxy nonsense'; Expected = '*http or https*' }
        @{ Command = 'Connect-Polyv u $key -TimeoutSec 0'; Expected = '*1*' }
        @{ Command = 'Connect-Polyv u $key -MaximumRetryCount -1'; Expected = '*0*' }
        @{ Command = 'Connect-Polyv u $key -MaximumRetryCount 101'; Expected = '*100*' }
        @{ Command = 'Connect-Polyv u $key -RequestsPerSecond 0'; Expected = '*0.001*' }
        @{ Command = 'Connect-Polyv u $key -RequestsPerSecond 10001'; Expected = '*10000*' }
        @{ Command = 'Start-VideoPlatformSandbox -Port 0'; Expected = '*1*' }
        @{ Command = 'Start-VideoPlatformSandbox -VideoCount -1'; Expected = '*0*' }
        @{ Command = 'Start-VideoPlatformSandbox -Latency 60001'; Expected = '*60000*' }
    ) {
        $sandbox.Requests.Clear()
        $before = @(Get-VideoPlatformSession).Count
        $failure = { & ([scriptblock]::Create($Command)) } | Should -Throw $Expected -PassThru
        $failure.FullyQualifiedErrorId -replace ',.*' | Should -Be ($Id ?? 'ParameterArgumentValidationError')
        $sandbox.Requests.Count | Should -Be 0
        @(Get-VideoPlatformSession).Count | Should -Be $before
    }

    It 'a missing credential is reported with its parameter and variable' {
        { Connect-Polyv } | Should -Throw '*UserId*POLYV_USER_ID*' -ErrorId 'Polyv.MissingCredential,*'
        $failure = { Connect-Polyv me } | Should -Throw '*SecretKey*POLYV_SECRET_KEY*' -ErrorId 'Polyv.MissingCredential,*' -PassThru
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*POLYV_SECRET_KEY*'
        $failure.CategoryInfo.Category | Should -Be AuthenticationError
    }
}
