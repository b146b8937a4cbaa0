Describe 'Digital-person works' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 60
        $connection = Get-TestConnection
        $text = New-Secret $sandbox.DigitalPerson.GetAuthorizationText()
        $session = Connect-DigitalPerson $sandbox.DigitalPerson.BaseUri $sandbox.DigitalPerson.AppId $text -Account 19999999999 @connection
    }

    BeforeEach {
        $sandbox.Reset()
    }

    AfterAll {
        Stop-VideoPlatformSandbox $sandbox
    }

    It 'Connect-DigitalPerson returns the account, and requires none' {
        $session.Account | Should -Be "$($sandbox.DigitalPerson.AppId)/19999999999"
        $bare = Connect-DigitalPerson -Name bare $sandbox.DigitalPerson.BaseUri $sandbox.DigitalPerson.AppId $text @connection
        Get-DigitalPersonWork -Session $bare | Should -HaveCount 60
        @($sandbox.Requests).Headers.Keys | Should -Not -Contain account
        Disconnect-DigitalPerson $bare
    }

    It 'Connect-DigitalPerson reads credentials from the environment' {
        $env:DIGITALPERSON_BASE_URI = $sandbox.DigitalPerson.BaseUri
        $env:DIGITALPERSON_APP_ID = $sandbox.DigitalPerson.AppId
        $env:DIGITALPERSON_AUTHORIZATION_TEXT = $sandbox.DigitalPerson.GetAuthorizationText()
        try {
            Connect-DigitalPerson -Name environment @connection | Get-PlatformVideo | Should -HaveCount 60
        }
        finally {
            $env:DIGITALPERSON_BASE_URI = $env:DIGITALPERSON_APP_ID = $env:DIGITALPERSON_AUTHORIZATION_TEXT = $null
            Disconnect-DigitalPerson environment
        }
    }

    It 'Connect-DigitalPerson rejects an account with invalid header characters: <Account>' -ForEach @{ Account = '张三' }, @{ Account = "1`n2" } {
        { Connect-DigitalPerson -Name bad $sandbox.DigitalPerson.BaseUri $sandbox.DigitalPerson.AppId $text -Account $Account } |
            Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'lists every work with the documented headers' {
        $works = Get-DigitalPersonWork
        $works.WorkId | Should -Be $sandbox.DigitalPerson.Videos.DigitalPersonWorksId
        $works.Title | Should -Be $sandbox.DigitalPerson.Videos.Name
        $headers = @($sandbox.Requests)[0].Headers
        $headers['req_from'], $headers['app_id'], $headers['account'] | Should -Be C, $sandbox.DigitalPerson.AppId, 19999999999
    }

    It '<Name> is sent as <Sent>' -ForEach @(
        @{ Name = '-Name'; Parameters = @{ Name = '培训' }; Sent = 'name=培训' }
        @{ Name = 'a name first'; Parameters = @{ Name = 'tour & "x"=1' }; Sent = 'name=tour & "x"=1' }
        @{ Name = '-Status'; Parameters = @{ Status = 'DRAFT' }; Sent = 'status=DRAFT' }
        @{ Name = '-Descending'; Parameters = @{ Descending = $true }; Sent = 'sort=DESC' }
        @{ Name = '-Descending:$false'; Parameters = @{ Descending = $false }; Sent = 'sort=ASC' }
        @{ Name = 'nothing'; Parameters = @{}; Sent = '' }
    ) {
        $works = @(Get-DigitalPersonWork @Parameters -PageSize 1000)
        Get-OwnParameter @($sandbox.Requests)[0] | Should -BeExactly $Sent
        $expected = $sandbox.DigitalPerson.Videos | Where-Object Name -Like "*$([wildcardpattern]::Escape($Parameters.Name))*"
        if ($Parameters.Status) {
            $expected = $expected | Where-Object Status -EQ $Parameters.Status
        }

        $works | Should -HaveCount @($expected).Count
    }

    It 'requests pages from 1' {
        Get-DigitalPersonWork -PageSize 25 -ThrottleLimit 1 | Should -HaveCount 60
        @($sandbox.Requests).ForEach({ $_.Parameters['pageNum'] }) | Should -Be 1, 2, 3
    }

    It 'has a table view' {
        $table = Get-DigitalPersonWork -Status SUCCESS -First 1 | Format-Table | Get-View
        $table | Should -Match 'Id +State +CreatedAt +Duration +Resolution +Title'
        $table | Should -Match '\d+ +Ready +\d{4}-\d\d-\d\d \d\d:\d\d +00:\d\d:\d\d +\d+P'
    }

    It 'a wrong authorization ends the pipeline' {
        Connect-DigitalPerson -Name wrong $sandbox.DigitalPerson.BaseUri $sandbox.DigitalPerson.AppId (New-Secret another-text) @connection | Out-Null
        { Get-DigitalPersonWork -Session wrong } | Should -Throw '*请先登录*' -ErrorId 'DigitalPerson.Unauthorized,*'
        Disconnect-DigitalPerson wrong
        { Get-DigitalPersonWork -Session wrong } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
    }
}
