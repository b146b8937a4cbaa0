Describe 'Waiting' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1

        function Connect-QushipinWithRetry ($Sandbox) {
            Connect-Qushipin -BaseUri $Sandbox.Qushipin.BaseUri -Credential ([pscredential]::new($Sandbox.Qushipin.UserName, (New-Secret $Sandbox.Qushipin.GetPassword()))) -RequestsPerSecond 10000
        }

        # The connections of this process to a sandbox.
        function Get-Connection ($Sandbox) {
            [System.Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties().GetActiveTcpConnections() |
                Where-Object { $_.State -eq 'Established' -and $_.RemoteEndPoint.Port -eq $Sandbox.Port }
        }
    }

    BeforeEach {
        $running = $null
        $sandbox = Start-VideoPlatformSandbox
    }

    AfterEach {
        if ($running) {
            $running.Shell.Dispose()
        }

        Stop-VideoPlatformSandbox
    }

    It 'for a retry writes progress and a verbose line' {
        $session = Connect-PolyvSandbox $sandbox -More @{ MaximumRetryCount = 1 }
        Add-Fault $sandbox @{ Kind = 'Status'; Status = 429; RetryAfter = '4' }
        $running = Start-InRunspace { param ($session) Get-PolyvVideo -Session $session -Verbose } $session
        Wait-Until { $running.Shell.Streams.Progress.Count -gt 0 }
        $running.Shell.Streams.Progress[0].StatusDescription | Should -Be '429, retrying in 4 s'
        $running.Shell.Streams.Progress[0].SecondsRemaining | Should -Be 4
        $running.Shell.Streams.Verbose.Message | Should -Contain '429, retrying in 4 s'
        Stop-InRunspace $running | Should -BeLessThan 500
    }

    It 'for a new token ends with Ctrl+C' {
        $session = Connect-QushipinWithRetry $sandbox
        $sandbox.Qushipin.RevokeTokens()
        Add-Fault $sandbox @{ Kind = 'Latency'; Path = 'login'; Delay = [timespan]::FromMinutes(1) }
        $running = Start-InRunspace { param ($session) Get-QushipinVideo -Session $session } $session
        Wait-Until { @($sandbox.Requests | Where-Object Call -EQ login).Count -eq 2 -and $sandbox.ActiveRequests -eq 1 }
        Stop-InRunspace $running | Should -BeLessThan 500
        Wait-Until { $sandbox.ActiveRequests -eq 0 } -Seconds 2
        Get-QushipinVideo -Session $session -First 1 | Should -HaveCount 1
    }

    It 'for a login ends with Ctrl+C, and no session is opened' {
        Add-Fault $sandbox @{ Kind = 'Latency'; Path = 'login'; Delay = [timespan]::FromMinutes(1) }
        $running = Start-InRunspace { param ($address, $credential) Connect-Qushipin -BaseUri $address -Credential $credential } $sandbox.Qushipin.BaseUri, ([pscredential]::new('ops', (New-Secret 'k-4711')))
        Wait-Until { $sandbox.ActiveRequests -eq 1 }
        Stop-InRunspace $running | Should -BeLessThan 500
        Wait-Until { $sandbox.ActiveRequests -eq 0 } -Seconds 2
        $running.Output | Should -BeNullOrEmpty
    }

    It 'for the response to a write ends with Ctrl+C' {
        $session = Connect-QushipinWithRetry $sandbox
        Add-Fault $sandbox @{ Kind = 'Latency'; Path = 'createAudit'; Delay = [timespan]::FromMinutes(1) }
        $running = Start-InRunspace { param ($session, $id) Set-QushipinAudit $id -Status Normal -Session $session } $session, $sandbox.Qushipin.Videos[0].VideoId
        Wait-Until { @($sandbox.Requests).Call[-1] -eq 'createAudit' }
        Stop-InRunspace $running | Should -BeLessThan 500
        Wait-Until { $sandbox.ActiveRequests -eq 0 } -Seconds 2
    }

    It 'leaves no connection after the session is closed' {
        $session = Connect-PolyvSandbox $sandbox -More @{ MaximumRetryCount = 4 }
        Add-Fault $sandbox @{ Kind = 'Latency'; Skip = 2; Delay = [timespan]::FromMinutes(1); Times = [int]::MaxValue }
        $running = Start-InRunspace { param ($session) Get-PolyvVideo -Session $session -PageSize 10 } $session
        Wait-Until { $sandbox.ActiveRequests -ge 3 }
        Get-Connection $sandbox | Should -Not -BeNullOrEmpty
        Stop-InRunspace $running | Should -BeLessThan 500
        Disconnect-Polyv $session
        Wait-Until { -not (Get-Connection $sandbox) } -Seconds 2
        Wait-Until { $sandbox.ActiveRequests -eq 0 } -Seconds 2
    }

    It 'ends if Select-Object has received enough items' {
        $session = Connect-PolyvSandbox $sandbox
        Add-Fault $sandbox @{ Kind = 'Latency'; Skip = 1; Delay = [timespan]::FromMinutes(1); Times = [int]::MaxValue }
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        Get-PolyvVideo -Session $session -PageSize 10 | Select-Object -First 10 | Should -HaveCount 10
        $watch.Elapsed.TotalMilliseconds | Should -BeLessThan 1000
        Wait-Until { $sandbox.ActiveRequests -eq 0 } -Seconds 2
    }
}
