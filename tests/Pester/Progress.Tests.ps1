BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Progress of a list' {
    BeforeEach {
        $sandbox = Start-VideoPlatformSandbox
        $session = Connect-PolyvSandbox $sandbox -More @{ RequestsPerSecond = 10 }
    }

    AfterEach {
        if ($running) {
            $running.Shell.Dispose()
        }

        Stop-VideoPlatformSandbox
    }

    It 'is written after a second, and removed at the end' {
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $running = Start-InRunspace { param ($session) Get-PolyvVideo -Session $session -PageSize 1 -First 20 } $session
        $null = $running.Shell.EndInvoke($running.Result)
        $records = @($running.Shell.Streams.Progress)
        $records.Count | Should -BeGreaterThan 1
        $records.Count | Should -BeLessOrEqual (2 + 4 * $watch.Elapsed.TotalSeconds)
        $records[0].StatusDescription | Should -Match '^\d+ of 20 items, page \d+ of 20$'
        $records[0].PercentComplete | Should -BeGreaterThan 0
        $records[0].SecondsRemaining | Should -BeGreaterOrEqual 0
        $records.RecordType | Select-Object -SkipLast 1 | Should -Not -Contain 'Completed'
        $records[-1].RecordType | Should -Be 'Completed'
    }

    It 'is not written if the preference variable is SilentlyContinue' {
        $running = Start-InRunspace { param ($session) $ProgressPreference = 'SilentlyContinue'; Get-PolyvVideo -Session $session -PageSize 1 -First 20 } $session
        $running.Shell.EndInvoke($running.Result)
        $running.Output | Should -HaveCount 20
        $running.Shell.Streams.Progress | Should -BeNullOrEmpty
    }

    It 'is removed if the next command needs no more objects' {
        $running = Start-InRunspace { param ($session) Get-PolyvVideo -Session $session -PageSize 1 | Select-Object -First 20 } $session
        $running.Shell.EndInvoke($running.Result)
        $running.Output | Should -HaveCount 20
        $running.Shell.Streams.Error | Should -BeNullOrEmpty
        $running.Shell.Streams.Progress[-1].RecordType | Should -Be 'Completed'
    }
}
