Describe 'The rate limit of a session' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 1
    }

    AfterAll {
        Stop-VideoPlatformSandbox $sandbox
    }

    It 'applies to a thousand calls from eight runspaces' {
        $perSecond = 200
        $session = Connect-PolyvSandbox $sandbox -More @{ RequestsPerSecond = $perSecond }
        $shells = 1..8 | ForEach-Object {
            Start-InRunspace { param ($session) 1..125 | ForEach-Object { Get-PolyvVideo -Session $session -First 1 } } $session
        }
        $shells | ForEach-Object { $_.Shell.EndInvoke($_.Result); $_.Shell.Streams.Error | Should -BeNullOrEmpty; $_.Output | Should -HaveCount 125; $_.Shell.Dispose() }
        $times = @($sandbox.Requests).ReceivedAt.UtcTicks | Sort-Object
        $times | Should -HaveCount 1000

        # A burst of a tenth of a second is allowed, and one request per runspace can be logged late.
        $from = 0
        $most = 0
        for ($to = 0; $to -lt $times.Count; $to++) {
            while ($times[$to] - $times[$from] -ge [timespan]::TicksPerSecond) {
                $from++
            }

            $most = [Math]::Max($most, $to - $from + 1)
        }

        $most | Should -BeLessOrEqual ($perSecond * 1.1 + 8)
        ($times[-1] - $times[0]) / [timespan]::TicksPerSecond | Should -BeGreaterThan 4.5
    }
}
