<#
.SYNOPSIS
Measures examples/fan-out.ps1 with nodes on this computer, for docs/scale.md.

.DESCRIPTION
Each node is an SSH server on a port of its own, whose requests reach the sandbox from an address of its own. The result is a CSV file,
which the simulation is compared with:

    dotnet build
    pwsh -NoProfile -File tests/Scale/Measure-FanOut.ps1 -Path measured.csv
    dotnet run --project tests/Scale -- compare measured.csv

.PARAMETER Path
Specifies the CSV file.

.PARAMETER Nodes
Specifies the numbers of nodes.

.PARAMETER Scenario
Specifies the scenarios by name. The default is all of them.
#>
[CmdletBinding()]
param (
    [Parameter(Mandatory)]
    [string] $Path,

    [int[]] $Nodes = @(1, 2, 4),

    [string[]] $Scenario = @('*')
)

$ErrorActionPreference = 'Stop'
$pester = Join-Path $PSScriptRoot '..' 'Pester' | Resolve-Path
. $pester/Common.ps1
. $pester/Examples.ps1
. $pester/Remoting.ps1
$ErrorActionPreference = 'Stop'
Add-Type -Path (Get-ChildItem (Join-Path $PSScriptRoot 'bin') -Recurse -Filter VideoPlatforms.Scale.dll | Sort-Object LastWriteTime | Select-Object -Last 1).FullName

$scenarios = @(
    @{ Name = 'start'; Accounts = 1; VideosPerAccount = 1; AccountsPerTurn = 1; Latency = 0; AccountRate = 10000; AddressRate = 0; FailureProbability = 0 }
    @{ Name = 'turns'; Accounts = 16; VideosPerAccount = 1; AccountsPerTurn = 1; Latency = 0; AccountRate = 10000; AddressRate = 0; FailureProbability = 0 }
    @{ Name = 'pages'; Accounts = 16; VideosPerAccount = 20000; AccountsPerTurn = 4; Latency = 0; AccountRate = 10000; AddressRate = 0; FailureProbability = 0 }
    @{ Name = 'latency'; Accounts = 40; VideosPerAccount = 5000; AccountsPerTurn = 4; Latency = 0.6; AccountRate = 10000; AddressRate = 0; FailureProbability = 0 }
    @{ Name = 'account limit'; Accounts = 40; VideosPerAccount = 4000; AccountsPerTurn = 4; Latency = 0.05; AccountRate = 5; AddressRate = 0; FailureProbability = 0 }
    @{ Name = 'address limit'; Accounts = 40; VideosPerAccount = 3000; AccountsPerTurn = 4; Latency = 0.05; AccountRate = 20; AddressRate = 20; FailureProbability = 0 }
    @{ Name = 'failures'; Accounts = 40; VideosPerAccount = 4000; AccountsPerTurn = 4; Latency = 0.1; AccountRate = 5; AddressRate = 0; FailureProbability = 0.02 }
)
$folder = (New-Item (Join-Path ([System.IO.Path]::GetTempPath()) "vp-scale-$([guid]::NewGuid())") -ItemType Directory).FullName
$results = foreach ($case in $scenarios | Where-Object { $name = $_.Name; $Scenario | Where-Object { $name -like $_ } }) {
    $sandbox = Start-VideoPlatformSandbox -VideoCount $case.VideosPerAccount -Latency ([int] (1000 * $case.Latency))
    $variables = @{ QUSHIPIN_USERNAME = $sandbox.Qushipin.UserName; QUSHIPIN_PASSWORD = $sandbox.Qushipin.GetPassword() }
    @{
        accounts = @(1..$case.Accounts | ForEach-Object {
                @{ platform = 'Qushipin'; name = "n$_"; baseUri = "$($sandbox.Qushipin.BaseUri)"; requestsPerSecond = $case.AccountRate; maximumRetryCount = 100 }
            })
    } | ConvertTo-Json -Depth 3 | Set-Content $folder/accounts.json
    foreach ($count in $Nodes) {
        $key = $null
        $relays = 1..$count | ForEach-Object { [VideoPlatforms.Scale.AddressRelay]::Start("127.0.0.$(10 + $_)", $sandbox.Port) }
        $servers = @($relays | ForEach-Object {
                $node = Start-TestNode ($variables + @{ http_proxy = "http://127.0.0.1:$($_.Port)" }) -KeyFile $key
                $key = $node.KeyFile
                $node
            })
        try {
            $sandbox.Reset()
            $sandbox.RequestsPerSecondPerAddress = $case.AddressRate
            if ($case.FailureProbability) {
                $type = $sandbox.Faults.GetType().Assembly.GetType('VideoPlatforms.Sandbox.Faults.Fault')
                $faults = [array]::CreateInstance($type, 1)
                $faults[0] = [activator]::CreateInstance($type)
                $faults[0].Path = 'getVideos'
                $faults[0].Kind = 'Status'
                $sandbox.Faults.AddRandom(1, $case.FailureProbability, $faults)
            }

            # A server that has just been started may not listen yet.
            $servers | ForEach-Object { Connect-TestNode $_ | Remove-PSSession }
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $run = Invoke-Example fan-out @{
                Path = "$folder/all.jsonl.gz"; Node = $servers.Name; AccountsFile = "$folder/accounts.json"; AccountsPerTurn = $case.AccountsPerTurn; KeyFilePath = $key
                ModuleName = "$Manifest"; SshOption = @{ StrictHostKeyChecking = 'no'; UserKnownHostsFile = "$folder/known" }
            }
            $watch.Stop()
            if ($run.ExitCode -ne 0 -or $run.Output[0].Videos -ne $case.Accounts * $case.VideosPerAccount) {
                throw "The run failed: $($run.Log -join ' ')"
            }

            # The start of the nodes depends on what else the computer does; the list lasts from the first request to the last one.
            $seconds = $watch.Elapsed.TotalSeconds
            $times = $sandbox.Requests | Measure-Object { $_.ReceivedAt.UtcTicks } -Minimum -Maximum
            $listSeconds = ($times.Maximum - $times.Minimum) / 1e7
            Write-Host "$($case.Name), $count nodes: $($seconds.ToString('0.00')) s, list $($listSeconds.ToString('0.00')) s, $($sandbox.Requests.Count) requests"
            [pscustomobject] ($case + @{ Nodes = $count; Seconds = $seconds; ListSeconds = $listSeconds; Requests = $sandbox.Requests.Count; InventoryBytes = (Get-Item "$folder/all.jsonl.gz").Length })
        }
        finally {
            $servers | ForEach-Object { Stop-TestNode $_ }
            $relays | ForEach-Object { $_.Dispose() }
        }
    }

    Stop-VideoPlatformSandbox $sandbox
}

$results | Select-Object Name, Accounts, VideosPerAccount, Nodes, AccountsPerTurn, Latency, AccountRate, AddressRate, FailureProbability, Seconds, ListSeconds, Requests, InventoryBytes |
    Export-Csv $Path -Encoding utf8 -NoTypeInformation
Remove-Item $folder -Recurse -Force
