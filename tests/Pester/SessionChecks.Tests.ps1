Describe 'Test-VideoPlatformSession' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 40 -Connect
    }

    BeforeEach {
        $sandbox.Reset()
        Test-VideoPlatformSession -Quiet | Out-Null
        $sandbox.Requests.Clear()
    }

    AfterAll {
        Stop-VideoPlatformSandbox
    }

    It 'writes five checks of every open session, with at most three requests each' {
        $checks = Test-VideoPlatformSession
        $checks | Should -HaveCount 25
        $checks.Status | Select-Object -Unique | Should -Be Pass
        $checks.Session.Platform | Select-Object -Unique | Should -Be Polyv, PolyvLive, Chanjing, Qushipin, DigitalPerson
        @($checks.Check)[0..4] | Should -Be Credential, Clock, Latency, RateLimit, Contract
        $sandbox.Requests | Group-Object Platform -NoElement | ForEach-Object Count | Should -Be 3, 3, 3, 3, 3
    }

    It 'checks the sessions of the pipeline or of -Session only' {
        (Get-VideoPlatformSession -Platform Polyv, Chanjing | Test-VideoPlatformSession).Session.Platform | Select-Object -Unique | Should -Be Polyv, Chanjing
        (Test-VideoPlatformSession Qushipin/default).Session.Platform | Select-Object -Unique | Should -Be Qushipin
        Get-VideoPlatformSession -Name absent | Test-VideoPlatformSession | Should -BeNullOrEmpty
    }

    It 'distinguishes a wrong key from a server that is away' {
        $connection = Get-TestConnection
        $wrong = Connect-Polyv $sandbox.Polyv.UserId (New-Secret wrong-4711) -BaseUri $sandbox.Polyv.BaseUri -Name wrong @connection
        $away = Connect-Polyv $sandbox.Polyv.UserId (New-Secret wrong-4711) -BaseUri http://127.0.0.1:9 -Name away @connection
        $checks = $wrong, $away | Test-VideoPlatformSession
        Disconnect-Polyv wrong, away
        ($checks | Where-Object Status -EQ Fail).Check | Should -Be Credential, Latency
        $checks | Where-Object { $_.Session.Name -eq 'away' -and $_.Check -ne 'Latency' } | ForEach-Object Status | Select-Object -Unique | Should -Be Skipped
        ($checks | Out-String -Width 300) + ($checks | ConvertTo-Json -Depth 4) | Should -Not -Match 'wrong-4711'
    }

    It 'writes one Boolean with -Quiet' {
        Test-VideoPlatformSession -Quiet | Should -BeTrue
        $sandbox.ClockSkew = [timespan]::FromMinutes(4)
        Test-VideoPlatformSession Polyv/default -Quiet -WarningAction SilentlyContinue | Should -BeFalse
    }

    It 'displays the checks by session, without control characters' {
        Add-Fault $sandbox @{ Kind = 'ReplaceText'; Text = '"status":"61"'; Replacement = '"status":"\u001b[31m"'; Times = 10 }
        $view = Test-VideoPlatformSession Polyv/default | Get-View
        $view | Should -Match 'Session: Polyv/default'
        $view | Should -Match 'Contract +Warn'
        $view | Should -Match 'values: \[31m\.'
    }

    It 'is an error if there is no session, or the session is not open' {
        $ran = Invoke-Unattended { Test-VideoPlatformSession -Quiet }
        $ran.Errors.FullyQualifiedErrorId | Should -BeLike 'VideoPlatforms.NotConnected,*'
        $ran.Output | Should -BeNullOrEmpty
        { Test-VideoPlatformSession Polyv/absent } | Should -Throw -ErrorId 'Polyv.NotConnected,*'
    }

    It 'ends with Ctrl+C' {
        Add-Fault $sandbox @{ Kind = 'Latency'; Delay = [timespan]::FromMinutes(1); Times = [int]::MaxValue }
        $running = Start-InRunspace { param ($session) $session | Test-VideoPlatformSession } (Get-VideoPlatformSession -Platform Polyv)
        Wait-Until { $sandbox.ActiveRequests -eq 1 }
        Stop-InRunspace $running | Should -BeLessThan 500
        Wait-Until { $sandbox.ActiveRequests -eq 0 } -Seconds 2
        Remove-InRunspace $running
    }

    It 'completes the names of sessions' {
        $line = 'Test-VideoPlatformSession Q'
        (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText | Should -Be Qushipin/default
    }
}
