Describe 'Bad input' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $sandbox = Start-VideoPlatformSandbox -Connect
        $key = New-Secret 'a key'
    }

    AfterAll {
        Stop-VideoPlatformSandbox $sandbox
    }

    It '<Command> is refused before anything is sent' -ForEach @(
        @{ Command = 'Get-PolyvVideo -PageSize 0'; Says = '*1*' }
        @{ Command = 'Get-PolyvVideo -PageSize -5'; Says = '*1*' }
        @{ Command = 'Get-PolyvVideo -PageSize 1001'; Says = '*1000*' }
        @{ Command = 'Get-PolyvVideo -ThrottleLimit 0'; Says = '*1*' }
        @{ Command = 'Get-PolyvVideo -ThrottleLimit 65'; Says = '*64*' }
        @{ Command = 'Get-PolyvVideo -First -1'; Says = '*First*UInt64*'; Id = 'CannotConvertArgumentNoMessage' }
        @{ Command = 'Get-PolyvVideo -Skip -1'; Says = '*Skip*UInt64*'; Id = 'CannotConvertArgumentNoMessage' }
        @{ Command = 'Get-PolyvVideo -UploaderEmail nobody'; Says = '*email address*name@example.com*' }
        @{ Command = 'Get-PolyvVideo -UploaderEmail ""'; Says = '*email address*' }
        @{ Command = 'Get-PolyvVideo -UploaderEmail "a@b.c, d@e.f"'; Says = '*email address*' }
        @{ Command = 'Get-PolyvVideo -CategoryId abc'; Says = '*CategoryId*'; Id = 'CannotConvertArgumentNoMessage' }
        @{ Command = 'Get-PolyvVideo -OrderBy Title'; Says = '*UploadTime*PlayCount*'; Id = 'CannotConvertArgumentNoMessage' }
        @{ Command = 'Get-PolyvVideo -Session nobody'; Says = '*nobody*Get-VideoPlatformSession*'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'Get-PolyvVideo -Session $null'; Says = '*Session*null*'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'Connect-Polyv -UserId "" -SecretKey $key'; Says = '*UserId*white space*' }
        @{ Command = 'Connect-Polyv -UserId "  " -SecretKey $key'; Says = '*UserId*white space*' }
        @{ Command = 'Connect-Polyv -UserId $null -SecretKey $key'; Says = '*UserId*' }
        @{ Command = 'Connect-Polyv u -SecretKey ([securestring]::new())'; Says = '*SecretKey*empty*' }
        @{ Command = 'Connect-Polyv u -SecretKey (New-Secret "  ")'; Says = '*white space*'; Id = 'VideoPlatforms.InvalidArgument' }
        @{ Command = 'Connect-Polyv u -SecretKey text'; Says = '*SecretKey*'; Id = 'CannotConvertArgumentNoMessage' }
        @{ Command = 'Connect-Polyv u $key -Name " "'; Says = '*white space*' }
        @{ Command = 'Connect-Polyv u $key -BaseUri ftp://example.com'; Says = '*http or https*' }
        @{ Command = 'Connect-Polyv u $key -BaseUri example.com'; Says = '*http or https*' }
        @{ Command = 'Connect-Polyv u $key -BaseUri https://me@example.com'; Says = '*http or https*' }
        @{ Command = 'Connect-Polyv u $key -BaseUri "https://example.com?a=b"'; Says = '*http or https*' }
        @{ Command = 'Connect-Polyv u $key -Proxy nonsense'; Says = '*http or https*' }
        @{ Command = 'Connect-Polyv u $key -TimeoutSec 0'; Says = '*1*' }
        @{ Command = 'Connect-Polyv u $key -MaximumRetryCount -1'; Says = '*0*' }
        @{ Command = 'Connect-Polyv u $key -MaximumRetryCount 101'; Says = '*100*' }
        @{ Command = 'Connect-Polyv u $key -RequestsPerSecond 0'; Says = '*0.001*' }
        @{ Command = 'Connect-Polyv u $key -RequestsPerSecond 10001'; Says = '*10000*' }
        @{ Command = 'Start-VideoPlatformSandbox -Port 0'; Says = '*1*' }
        @{ Command = 'Start-VideoPlatformSandbox -VideoCount -1'; Says = '*0*' }
        @{ Command = 'Start-VideoPlatformSandbox -Latency 60001'; Says = '*60000*' }
    ) {
        $sandbox.Requests.Clear()
        $before = @(Get-VideoPlatformSession).Count
        $failure = { & ([scriptblock]::Create($Command)) } | Should -Throw $Says -PassThru
        $failure.FullyQualifiedErrorId -replace ',.*' | Should -Be ($Id ?? 'ParameterArgumentValidationError')
        $sandbox.Requests.Count | Should -Be 0
        @(Get-VideoPlatformSession).Count | Should -Be $before
    }

    It 'a missing credential is named' {
        { Connect-Polyv } | Should -Throw '*UserId*POLYV_USER_ID*' -ErrorId 'Polyv.MissingCredential,*'
        $failure = { Connect-Polyv me } | Should -Throw '*SecretKey*POLYV_SECRET_KEY*' -ErrorId 'Polyv.MissingCredential,*' -PassThru
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*POLYV_SECRET_KEY*'
        $failure.CategoryInfo.Category | Should -Be AuthenticationError
    }
}
