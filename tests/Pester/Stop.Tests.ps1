Describe 'Ctrl+C' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
    }

    BeforeEach {
        $running = $null
    }

    AfterEach {
        if ($running) {
            Remove-InRunspace $running
        }

        Stop-VideoPlatformSandbox
    }

    It 'ends a slow list within 500 ms and leaves no active request' -ForEach 1, 4, 16 {
        $sandbox = Start-VideoPlatformSandbox -Latency 300
        $session = Connect-PolyvSandbox $sandbox
        $running = Start-InRunspace { param ($session, $limit) Get-PolyvVideo -Session $session -PageSize 10 -ThrottleLimit $limit } $session, $_
        Wait-Until { $running.Output.Count -gt 0 -and $sandbox.ActiveRequests -gt 0 }
        Stop-InRunspace $running | Should -BeLessThan 500
        $running.Shell.InvocationStateInfo.State | Should -Be Stopped
        Wait-Until { $sandbox.ActiveRequests -eq 0 } -Seconds 2
        $requestCount = $sandbox.Requests.Count
        $running.Output.Vid | Should -Be $sandbox.Polyv.Videos.Vid[0..($running.Output.Count - 1)]
        $requestCount | Should -BeLessThan 30
        [System.Threading.Thread]::Sleep(400)
        $sandbox.Requests.Count | Should -Be $requestCount -Because 'nothing is asked for after the end'
    }

    It 'ends a list before the first response' {
        $sandbox = Start-VideoPlatformSandbox -Latency 30000
        $session = Connect-PolyvSandbox $sandbox
        $running = Start-InRunspace { param ($session) Get-PolyvVideo -Session $session } $session
        Wait-Until { $sandbox.ActiveRequests -eq 1 }
        Stop-InRunspace $running | Should -BeLessThan 500
        Wait-Until { $sandbox.ActiveRequests -eq 0 } -Seconds 2
    }

    It 'ends a retry delay' {
        $sandbox = Start-VideoPlatformSandbox
        $session = Connect-PolyvSandbox $sandbox -More @{ MaximumRetryCount = 4 }
        Add-Fault $sandbox @{ Kind = 'Status'; Status = 503; RetryAfter = '30'; Times = [int]::MaxValue }
        $running = Start-InRunspace { param ($session) Get-PolyvVideo -Session $session } $session
        Wait-Until { $running.Shell.Streams.Progress.Count -gt 0 }
        "$($running.Shell.Streams.Progress[0])" | Should -BeLike '*503*'
        Stop-InRunspace $running | Should -BeLessThan 500
        $sandbox.Requests.Count | Should -Be 1
    }

    It 'ends a rate limit delay' {
        $sandbox = Start-VideoPlatformSandbox
        $session = Connect-PolyvSandbox $sandbox -More @{ RequestsPerSecond = 0.01 }
        $running = Start-InRunspace { param ($session) Get-PolyvVideo -Session $session -PageSize 10 } $session
        Wait-Until { $running.Output.Count -eq 10 }
        Stop-InRunspace $running | Should -BeLessThan 500
        $sandbox.Requests.Count | Should -Be 1
    }

    It 'ends a pipeline that is blocked downstream' {
        $sandbox = Start-VideoPlatformSandbox
        $session = Connect-PolyvSandbox $sandbox
        $running = Start-InRunspace { param ($session) Get-PolyvVideo -Session $session | ForEach-Object { $_; Start-Sleep 60 } } $session
        Wait-Until { $running.Output.Count -eq 1 }
        Stop-InRunspace $running | Should -BeLessThan 500
        $sandbox.Requests.Count | Should -Be 1
    }

    It 'keeps the session usable' {
        $sandbox = Start-VideoPlatformSandbox -Latency 100
        $session = Connect-PolyvSandbox $sandbox
        $running = Start-InRunspace { param ($session) Get-PolyvVideo -Session $session -PageSize 10 } $session
        Wait-Until { $running.Output.Count -gt 0 }
        Stop-InRunspace $running | Should -BeLessThan 500
        Get-PolyvVideo -Session $session | Should -HaveCount 300
    }
}
