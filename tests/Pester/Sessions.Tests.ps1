Describe 'Sessions' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $large = Start-VideoPlatformSandbox -VideoCount 300
        $small = Start-VideoPlatformSandbox -VideoCount 20
    }

    BeforeEach {
        $large.Reset()
        $small.Reset()
    }

    AfterEach {
        Get-VideoPlatformSession -Platform Polyv | Disconnect-Polyv
    }

    AfterAll {
        Stop-VideoPlatformSandbox
    }

    It 'contain account, address and time, and are formatted as platform, name, account and server' {
        $session = Connect-PolyvSandbox $large -Name night
        "$session" | Should -BeExactly "Polyv/night $($session.Account)@127.0.0.1:$($session.BaseUri.Port)"
        $session.GetType().FullName | Should -Be VideoPlatforms.VideoPlatformSession
        $session.Account | Should -Be $large.Polyv.UserId
        $session.BaseUri | Should -Be $large.Polyv.BaseUri
        $session.ConnectedAt | Should -BeGreaterThan ([DateTimeOffset]::Now.AddMinutes(-1))
        Get-VideoPlatformSession | Should -Be $session
    }

    It 'with different names are used concurrently' {
        Connect-PolyvSandbox $large -Name large | Out-Null
        Connect-PolyvSandbox $small -Name small | Out-Null
        Get-PolyvVideo -Session large | Should -HaveCount 300
        Get-PolyvVideo -Session SMALL | Should -HaveCount 20
        Get-PolyvVideo -Session Polyv/small | Should -HaveCount 20
        (Get-PolyvVideo -Session small -First 1).Session.Name | Should -Be small
    }

    It 'are accepted as objects' {
        $one = Connect-PolyvSandbox $large -Name large
        $two = Connect-PolyvSandbox $small -Name small
        Get-PolyvVideo -Session $one | Should -HaveCount 300
        Get-PolyvVideo -Session $two | Should -HaveCount 20
        Get-PolyvVideo -Session (Get-PolyvVideo -Session $two -First 1).Session | Should -HaveCount 20
    }

    It 'named default, or the only one, are used without -Session' {
        Connect-PolyvSandbox $small -Name only | Out-Null
        Get-PolyvVideo | Should -HaveCount 20
        Connect-PolyvSandbox $large | Out-Null
        Get-PolyvVideo | Should -HaveCount 300
    }

    It 'must be specified if there are several' {
        Connect-PolyvSandbox $small -Name one | Out-Null
        Connect-PolyvSandbox $small -Name two | Out-Null
        $failure = { Get-PolyvVideo } | Should -Throw '*one, two*' -ErrorId 'Polyv.NotConnected,*' -PassThru
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-Session*'
    }

    It 'with the same name are replaced' {
        $old = Connect-PolyvSandbox $small
        Connect-PolyvSandbox $large | Out-Null
        Get-VideoPlatformSession | Should -HaveCount 1
        Get-PolyvVideo | Should -HaveCount 300
        { Get-PolyvVideo -Session $old } | Should -Throw -ErrorId 'Polyv.NotConnected,*'
    }

    It 'are found by platform and by name with wildcards' {
        Connect-PolyvSandbox $small -Name night-1 | Out-Null
        Connect-PolyvSandbox $small -Name night-2 | Out-Null
        Connect-PolyvSandbox $small -Name day | Out-Null
        (Get-VideoPlatformSession -Name NIGHT-*).Name | Should -Be night-1, night-2
        (Get-VideoPlatformSession Polyv day, night-2).Name | Should -Be night-2, day
        Get-VideoPlatformSession -Platform Chanjing | Should -BeNullOrEmpty
    }

    It 'are closed by name, by object, from the pipeline or by default' {
        Connect-PolyvSandbox $small -Name a | Out-Null
        $b = Connect-PolyvSandbox $small -Name b
        Connect-PolyvSandbox $small -Name c | Out-Null
        Connect-PolyvSandbox $small | Out-Null
        Disconnect-Polyv a
        Disconnect-Polyv -Session $b
        Disconnect-Polyv
        (Get-VideoPlatformSession).Name | Should -Be c
        Get-VideoPlatformSession | Disconnect-Polyv
        Get-VideoPlatformSession | Should -BeNullOrEmpty
        { Disconnect-Polyv } | Should -Throw -ErrorId 'Polyv.NotConnected,*'
        { Get-PolyvVideo } | Should -Throw -ErrorId 'Polyv.NotConnected,*'
    }

    It 'are shared by ForEach-Object -Parallel' {
        $session = Connect-PolyvSandbox $large
        $manifest = "$Manifest"
        $videos = 0..9 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:manifest
            Get-PolyvVideo -Session $using:session -Skip ($_ * 30) -First 30
        }
        $videos.Vid | Sort-Object | Should -Be ($large.Polyv.Videos.Vid | Sort-Object)
        $videos.Session | Select-Object -Unique | Should -Be $session
    }

    It 'have one rate limit for all callers' {
        $session = Connect-PolyvSandbox $large -More @{ RequestsPerSecond = 10 }
        $manifest = "$Manifest"
        1..8 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:manifest
            Get-PolyvVideo -Session $using:session -First 1
        } | Should -HaveCount 8
        $times = @($large.Requests).ReceivedAt | Sort-Object
        ($times[-1] - $times[0]).TotalMilliseconds | Should -BeGreaterThan 600 -Because 'eight calls at ten a second take 700 ms'
    }

    It 'belong to the runspace that connected them' {
        Connect-PolyvSandbox $small | Out-Null
        $running = Start-InRunspace { Get-VideoPlatformSession; Get-PolyvVideo }
        { $running.Shell.EndInvoke($running.Result) } | Should -Not -Throw
        $running.Output | Should -BeNullOrEmpty
        $running.Shell.Streams.Error.FullyQualifiedErrorId | Should -BeLike 'Polyv.NotConnected,*'
        Remove-InRunspace $running
        Get-PolyvVideo | Should -HaveCount 20
    }

    It 'read credentials from the environment' {
        $env:POLYV_USER_ID = $small.Polyv.UserId
        $env:POLYV_SECRET_KEY = $small.Polyv.GetSecretKey()
        try {
            Connect-Polyv -BaseUri $small.Polyv.BaseUri | Out-Null
            Get-PolyvVideo | Should -HaveCount 20
        }
        finally {
            $env:POLYV_USER_ID = $env:POLYV_SECRET_KEY = $null
        }
    }

    It 'warn if the address is not encrypted' {
        Connect-Polyv u (New-Secret k-4711) -BaseUri http://api.example.com -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
        "$warnings" | Should -BeLike '*http://api.example.com is not encrypted*'
    }

    It 'contain no secret in any form' {
        $session = Connect-PolyvSandbox $large
        $key = $large.Polyv.GetSecretKey()
        $session | Export-Clixml TestDrive:/session.xml
        $forms = @(
            "$session"
            $session | Format-List * -Force | Out-String -Width 500
            $session | Format-Table | Out-String -Width 500
            $session | ConvertTo-Json -Depth 5
            [System.Management.Automation.PSSerializer]::Serialize($session, 5)
            Get-Content TestDrive:/session.xml -Raw
            Get-PolyvVideo -First 1 | ConvertTo-Json -Depth 5
        )
        $forms | Should -HaveCount 7
        $forms | Where-Object { $_ -like "*$key*" } | Should -BeNullOrEmpty
    }
}
