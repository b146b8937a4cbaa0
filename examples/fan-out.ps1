<#
.SYNOPSIS
Lists the videos of many accounts on several computers, and merges the results to one inventory.

.DESCRIPTION
The nodes are computers that PowerShell remoting reaches, with SSH or WinRM, and on which the module is installed. Each node is given
some accounts at a time. It connects them, exports their inventory, and returns the file; then it is given the next accounts. The
merged inventory equals the one that a single computer would export.

The accounts file stays on this computer; each node receives the entries of its accounts, which contain no secrets. The credentials are
read on the node, from its vault or its environment.

If a node is lost, its accounts are given to another node. An account that can't be listed is given to another node, too, at most
-MaximumAttempts times. The script can be stopped at any time and run again: parts that are complete are in a folder beside the
inventory, and the next run lists only the remaining accounts.

Exit codes:
0  The inventory is complete.
1  An unexpected error, or an invalid parameter. Run the script again.
3  Not started: the accounts file is invalid, or no node could be connected.
4  Not started: another run writes the same inventory.
5  An account could not be listed, or all nodes were lost. If accounts remain, there is no new inventory, and the next run continues.

.PARAMETER Path
Specifies the inventory to write: a name that ends in .jsonl or .jsonl.gz. An existing file is replaced.

.PARAMETER Node
Specifies the nodes: for SSH user@host:port, where user and port can be omitted; for WinRM the names of computers.

.PARAMETER Transport
Specifies SSH, which is the default and requires PowerShell 7, or WinRM.

.PARAMETER KeyFilePath
Specifies the private key for SSH.

.PARAMETER SshOption
Specifies more options for SSH, such as @{ StrictHostKeyChecking = 'yes' }. By default, a node that doesn't respond for 45 seconds is
regarded as lost (ServerAliveInterval 15, ServerAliveCountMax 3).

.PARAMETER ModuleName
Specifies the name or the path of the module on the nodes. The default is VideoPlatforms.

.PARAMETER AccountsPerTurn
Specifies how many accounts a node lists at the same time, from 1 to 100. The default is 4.

.PARAMETER MaximumAttempts
Specifies how often an account is given to a node if it can't be listed, from 1 to 10. The default is 3. Lost nodes don't count.

.PARAMETER TurnTimeoutSec
Specifies after how many seconds without an answer a node is regarded as lost, from 10 to 86400. The default is 3600.

.PARAMETER AccountsFile
Specifies the accounts file. The default is the value of the environment variable VIDEOPLATFORMS_ACCOUNTS.

.PARAMETER ProfileName
Specifies the profile of the accounts file. By default, all accounts are listed.

.PARAMETER LogPath
Specifies the log file. The default is the path of the inventory with the extension .log.

.EXAMPLE
./fan-out.ps1 -Path ./all.jsonl.gz -Node ops@node1, ops@node2:2222 -AccountsFile ./accounts.json

Lists the accounts of the file on two nodes.

.EXAMPLE
./fan-out.ps1 -Path ./all.jsonl.gz -Node ops@node1, ops@node2 -AccountsFile ./accounts.json -WhatIf

Checks the accounts file, and shows which accounts would be listed.

.EXAMPLE
Import-PlatformInventory ./all.jsonl.gz | Measure-PlatformVideo -By Session

Counts the videos of the merged inventory by account.

.OUTPUTS
An object with the path of the inventory and the number of videos, accounts and lost nodes.
#>
[CmdletBinding(SupportsShouldProcess)]
param (
    [Parameter(Mandatory, Position = 0)]
    [ValidatePattern('\.jsonl(\.gz)?$')]
    [string] $Path,

    [Parameter(Mandatory, Position = 1)]
    [ValidatePattern('^([^@\s:]+@)?[^@\s:]+(:\d{1,5})?$')]
    [string[]] $Node,

    [ValidateSet('SSH', 'WinRM')]
    [string] $Transport = 'SSH',

    [ValidateScript({ Test-Path -LiteralPath $_ -PathType Leaf })]
    [string] $KeyFilePath,

    [hashtable] $SshOption = @{},

    [ValidateNotNullOrEmpty()]
    [string] $ModuleName = 'VideoPlatforms',

    [ValidateRange(1, 100)]
    [int] $AccountsPerTurn = 4,

    [ValidateRange(1, 10)]
    [int] $MaximumAttempts = 3,

    [ValidateRange(10, 86400)]
    [int] $TurnTimeoutSec = 3600,

    [string] $AccountsFile = $env:VIDEOPLATFORMS_ACCOUNTS,

    [string] $ProfileName,

    [string] $LogPath
)

#region Common: the same lines in every example.
$ErrorActionPreference = 'Stop'
$exitCode = 3
$opened = @()
$notOpened = @()
$lock = $null

# Writes a line to the log file and to the information stream. Text of a server can't begin another line.
function Write-RunLog {
    param ([string] $Text, [string] $Level = 'INFO')
    $time = [datetime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
    $line = "$time $($Level.PadRight(7)) $($Text -replace '[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+', ' ')"
    Write-Information $line -InformationAction Continue
    if (-not $WhatIfPreference) {
        [System.IO.File]::AppendAllText($LogPath, $line + [Environment]::NewLine)
    }
}

# Returns the ID, the item and the message of an error as one text.
function Get-ErrorText ($Failure) {
    $id = $Failure.FullyQualifiedErrorId -replace ',.*'
    if ($null -eq $Failure.TargetObject) { "${id}: $($Failure.Exception.Message)" } else { "$id ($($Failure.TargetObject)): $($Failure.Exception.Message)" }
}

# Opens a file that only one run can have open. The system closes it when the process ends, even if the process is killed.
function Enter-Run ([string] $LockFile) {
    if (-not $WhatIfPreference) {
        try {
            $script:lock = [System.IO.File]::Open($LockFile, 'OpenOrCreate', 'ReadWrite', 'None')
        }
        catch [System.IO.IOException] {
            $script:exitCode = 4
            throw "Another run is in progress. $($_.Exception.Message)"
        }
    }
}

# Connects the accounts of the accounts file; without one, the open sessions are used. Returns the sessions.
function Connect-Account {
    if ($AccountsFile) {
        $select = if ($ProfileName) { @{ ProfileName = $ProfileName } } else { @{} }
        $script:opened = @(Connect-VideoPlatform $AccountsFile @select -ErrorVariable failures -ErrorAction SilentlyContinue -WhatIf:$false -Confirm:$false)
        $script:notOpened = @($failures)
        foreach ($failure in $failures) {
            Write-RunLog "Not connected: $(Get-ErrorText $failure)" WARNING
        }
    }

    $sessions = if ($AccountsFile) { $script:opened } else { @(Get-VideoPlatformSession) }
    if (-not $sessions) {
        throw 'No account is connected. Specify -AccountsFile, set VIDEOPLATFORMS_ACCOUNTS, or open sessions first.'
    }

    $script:exitCode = 1
    $sessions
}

# Closes the sessions that the script opened, and the lock.
function Exit-Run {
    foreach ($session in $script:opened) {
        & "Disconnect-$($session.Platform)" -Session $session -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
    }

    if ($script:lock) {
        $script:lock.Dispose()
    }
}
#endregion

# Runs on the node: lists accounts, and returns a description of the inventory and then the file in pieces.
$listOnNode = {
    param ([string] $ModuleName, [string] $Accounts)
    $ErrorActionPreference = 'Stop'
    $pieceLength = 262144
    $folder = Join-Path ([System.IO.Path]::GetTempPath()) "videoplatforms-$([guid]::NewGuid())"
    $sessions = @()
    try {
        Import-Module $ModuleName
        $null = New-Item $folder -ItemType Directory
        $file = Join-Path $folder 'accounts.json'
        [System.IO.File]::WriteAllText($file, $Accounts)
        $failures = $null
        $inventory = $null
        $sessions = @(Connect-VideoPlatform $file -ErrorVariable failures -ErrorAction SilentlyContinue)
        if ($sessions) {
            $inventory = Export-PlatformInventory (Join-Path $folder 'part.jsonl.gz') -Session $sessions -ErrorVariable +failures -ErrorAction SilentlyContinue
        }

        [pscustomobject]@{
            Count      = if ($inventory) { $inventory.Count } else { 0 }
            IsComplete = [bool] ($inventory -and $inventory.IsComplete -and -not $failures)
            Sha256     = if ($inventory) { (Get-FileHash -LiteralPath $inventory.Path -Algorithm SHA256).Hash }
            Failures   = @($failures | ForEach-Object { "$($_.FullyQualifiedErrorId -replace ',.*') ($($_.TargetObject)): $($_.Exception.Message)" })
        }
        if ($inventory) {
            $stream = [System.IO.File]::OpenRead($inventory.Path)
            try {
                $piece = New-Object byte[] $pieceLength
                while (($length = $stream.Read($piece, 0, $pieceLength)) -gt 0) {
                    $exact = New-Object byte[] $length
                    [array]::Copy($piece, $exact, $length)
                    Write-Output $exact -NoEnumerate
                }
            }
            finally {
                $stream.Dispose()
            }
        }
    }
    finally {
        foreach ($session in $sessions) {
            & "Disconnect-$($session.Platform)" -Session $session -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        }

        Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction SilentlyContinue
    }
}

# Checks the accounts file as Connect-VideoPlatform does, without connecting. Returns the accounts in the order of the file.
function Get-Account {
    if (-not $AccountsFile) {
        throw 'Specify -AccountsFile, or set VIDEOPLATFORMS_ACCOUNTS.'
    }

    $shell = [powershell]::Create()
    try {
        $null = $shell.AddScript({
                param ($Module, $File, $ProfileName)
                $ErrorActionPreference = 'Stop'
                Import-Module $Module
                $select = if ($ProfileName) { @{ ProfileName = $ProfileName } } else { @{} }
                Connect-VideoPlatform $File @select -WhatIf
            }).AddArgument((Get-Module VideoPlatforms).Path).AddArgument($PSCmdlet.GetUnresolvedProviderPathFromPSPath($AccountsFile)).AddArgument($ProfileName)
        $null = $shell.Invoke()
    }
    catch [System.Management.Automation.MethodInvocationException] {
        throw $_.Exception.InnerException.ErrorRecord
    }
    finally {
        $shell.Dispose()
    }

    $all = (Get-Content -LiteralPath $AccountsFile -Raw -Encoding utf8 | ConvertFrom-Json).accounts
    $all | Where-Object { -not $ProfileName -or $_.profile -eq $ProfileName } | ForEach-Object {
        $name = if ($_.name) { $_.name } else { 'default' }
        [pscustomobject]@{ Key = "$($_.platform)/$name"; Entry = $_; Attempts = 0 }
    }
}

# Opens a remote session to each node that can be connected.
function Connect-Node {
    foreach ($name in $Node) {
        $null = $name -match '^(?:(?<user>[^@]+)@)?(?<host>[^:]+)(?::(?<port>\d+))?$'
        $target = if ($Transport -eq 'WinRM') { @{ ComputerName = $Matches.host } } else { @{ HostName = $Matches.host; Options = @{ ServerAliveInterval = '15'; ServerAliveCountMax = '3'; BatchMode = 'yes' } } }
        if ($Transport -eq 'SSH') {
            foreach ($option in $SshOption.Keys) {
                $target.Options[$option] = "$($SshOption[$option])"
            }

            if ($Matches.user) {
                $target.UserName = $Matches.user
            }

            if ($KeyFilePath) {
                $target.KeyFilePath = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($KeyFilePath)
            }
        }

        if ($Matches.port) {
            $target.Port = [int] $Matches.port
        }

        try {
            [pscustomobject]@{ Name = $name; Session = New-PSSession @target; Job = $null; Accounts = $null; Part = $null; Result = $null; Stream = $null; LastSign = $null }
        }
        catch {
            Write-RunLog "The node $name can't be connected: $($_.Exception.Message)" WARNING
        }
    }
}

# Gives a node its next accounts.
function Start-Turn ($To, $Accounts) {
    $To.Accounts = $Accounts
    $To.Part = Join-Path $parts "$($order[$Accounts[0].Key]).jsonl.gz.partial"
    $To.Stream = [System.IO.File]::Create($To.Part)
    $To.Result = $null
    $To.LastSign = [datetime]::UtcNow
    $json = @{ accounts = @($Accounts | ForEach-Object { $_.Entry }) } | ConvertTo-Json -Depth 5 -Compress
    $To.Job = Invoke-Command -Session $To.Session -ScriptBlock $listOnNode -ArgumentList $ModuleName, $json -AsJob
}

# Takes what a node has returned so far.
function Receive-Turn ($From) {
    $failures = $null
    Receive-Job $From.Job -ErrorVariable failures -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | ForEach-Object {
        $From.LastSign = [datetime]::UtcNow
        if ($_ -is [byte[]]) {
            $From.Stream.Write($_, 0, $_.Length)
        }
        else {
            $From.Result = $_
        }
    }
    $failures
}

# Ends the turn of a node. Returns the accounts that are not listed yet.
function Complete-Turn ($From, $Failures) {
    $From.Stream.Dispose()
    Remove-Job $From.Job -Force
    $From.Job = $null
    $names = ($From.Accounts | ForEach-Object { $_.Key }) -join ', '
    $result = $From.Result
    $whole = $result -and $result.Sha256 -and (Get-FileHash -LiteralPath $From.Part -Algorithm SHA256).Hash -eq $result.Sha256
    $texts = @(if ($result) { $result.Failures }) + @($Failures | Where-Object { $_ } | ForEach-Object { Get-ErrorText $_ })
    foreach ($text in $texts) {
        Write-RunLog "$($From.Name): $text" WARNING
    }

    if ($whole -and $result.IsComplete) {
        Move-Item -LiteralPath $From.Part -Destination ($From.Part -replace '\.partial$') -Force
        Write-RunLog "$($From.Name) listed ${names}: $($result.Count) videos."
        return
    }

    foreach ($account in $From.Accounts) {
        $account.Attempts++
    }

    $again = @($From.Accounts | Where-Object { $_.Attempts -lt $MaximumAttempts })
    if (-not $again -and $whole -and $From.Accounts.Count -eq 1) {
        # What could be listed is better than nothing. The next run lists it again.
        Move-Item -LiteralPath $From.Part -Destination ($From.Part -replace '\.jsonl\.gz\.partial$', '.incomplete.jsonl.gz') -Force
    }
    else {
        Remove-Item -LiteralPath $From.Part
    }

    foreach ($account in $From.Accounts | Where-Object { $_.Attempts -ge $MaximumAttempts }) {
        $script:given++
        Write-RunLog "Given up after $($account.Attempts) attempts: $($account.Key)" ERROR
    }

    $again
}

# A node no longer answers. Returns its accounts.
function Remove-Node ($From, [string] $Reason) {
    Write-RunLog "The node $($From.Name) is lost; its accounts are given to another node: $Reason" WARNING
    $script:lostNodes++
    $From.Stream.Dispose()
    Remove-Item -LiteralPath $From.Part -ErrorAction SilentlyContinue
    Remove-PSSession $From.Session -ErrorAction SilentlyContinue
    Remove-Job $From.Job -Force -ErrorAction SilentlyContinue
    $From.Job = $null
    $From.Accounts
}

# Opens an inventory for reading.
function Open-Part ([string] $File) {
    New-Object System.IO.StreamReader (New-Object System.IO.Compression.GZipStream ([System.IO.File]::OpenRead($File)), ([System.IO.Compression.CompressionMode]::Decompress))
}

# Returns the parts of the first and the last line of an inventory.
function Read-Header ([string] $Line) {
    if ($Line -notmatch '^\{"Format":"VideoPlatformInventory","Version":1,"CreatedAt":"(?<time>[^"]+)","Sessions":\[(?<sessions>.*)\]\}$') {
        throw 'A node returned an inventory in another format. Install the same version of the module everywhere.'
    }

    $Matches
}

# Takes over the parts of an interrupted run. Returns the keys of their accounts.
function Resume-Part {
    Get-ChildItem -LiteralPath $parts -Filter *.partial | Remove-Item
    Get-ChildItem -LiteralPath $parts -Filter *.incomplete.jsonl.gz | Remove-Item
    foreach ($part in Get-ChildItem -LiteralPath $parts -Filter *.jsonl.gz) {
        $reader = Open-Part $part.FullName
        try {
            $keys = (Read-Header $reader.ReadLine()).sessions | ForEach-Object { "[$_]" | ConvertFrom-Json } | ForEach-Object { $_ } | ForEach-Object { "$($_.Platform)/$($_.Name)" }
        }
        finally {
            $reader.Dispose()
        }

        if ($keys | Where-Object { -not $order.ContainsKey($_) }) {
            # The accounts file has changed.
            Remove-Item -LiteralPath $part.FullName
        }
        else {
            $keys
        }
    }
}

# Merges the parts to one inventory: one header, the videos of all parts, one footer. Returns the number of videos.
function Merge-Part ([bool] $IsComplete) {
    $files = @(Get-ChildItem -LiteralPath $parts -Filter *.jsonl.gz | Sort-Object { [int] ($_.Name -replace '\..*') })
    $sessions = @()
    $counts = @()
    $times = @()
    [long] $count = 0
    foreach ($file in $files) {
        $reader = Open-Part $file.FullName
        $header = Read-Header $reader.ReadLine()
        $reader.Dispose()
        $sessions += $header.sessions
        $times += [DateTimeOffset]::Parse($header.time, [cultureinfo]::InvariantCulture)
    }

    $first = ($times | Sort-Object { $_.UtcTicks } | Select-Object -First 1).ToString('o', [cultureinfo]::InvariantCulture)
    $stream = [System.IO.File]::Create("$Path.partial")
    if ($Path -like '*.gz') {
        $stream = New-Object System.IO.Compression.GZipStream $stream, ([System.IO.Compression.CompressionMode]::Compress)
    }

    $writer = New-Object System.IO.StreamWriter $stream, (New-Object System.Text.UTF8Encoding $false), 65536
    try {
        $writer.NewLine = "`n"
        $writer.WriteLine("{""Format"":""VideoPlatformInventory"",""Version"":1,""CreatedAt"":""$first"",""Sessions"":[$($sessions -join ',')]}")
        foreach ($file in $files) {
            $reader = Open-Part $file.FullName
            $null = $reader.ReadLine()
            $line = $reader.ReadLine()
            while ($null -ne ($next = $reader.ReadLine())) {
                $writer.WriteLine($line)
                $line = $next
            }

            $reader.Dispose()
            if ($line -notmatch '^\{"Count":(?<count>\d+),"IsComplete":\w+,"Sessions":\[(?<sessions>.*)\]\}$') {
                throw "The part $($file.FullName) has no last line."
            }

            $count += [long] $Matches.count
            $counts += $Matches.sessions
        }

        $writer.WriteLine("{""Count"":$count,""IsComplete"":$("$IsComplete".ToLowerInvariant()),""Sessions"":[$($counts -join ',')]}")
    }
    finally {
        $writer.Dispose()
    }

    Move-Item -LiteralPath "$Path.partial" -Destination $Path -Force
    $count
}

$Path = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$LogPath = if ($LogPath) { $PSCmdlet.GetUnresolvedProviderPathFromPSPath($LogPath) } else { "$($Path -replace '\.jsonl(\.gz)?$').log" }
$parts = "$Path.parts"
$lostNodes = 0
$given = 0
$nodes = @()
try {
    Import-Module VideoPlatforms
    $accounts = @(Get-Account)
    $order = @{}
    foreach ($account in $accounts) {
        $order[$account.Key] = $order.Count
    }

    if (-not $PSCmdlet.ShouldProcess($Path, "List $($accounts.Count) accounts on $($Node.Count) nodes ($(($accounts | ForEach-Object { $_.Key }) -join ', '))")) {
        exit 0
    }

    Enter-Run "$Path.lock"
    $null = New-Item $parts -ItemType Directory -Force
    $finished = @{}
    Resume-Part | ForEach-Object { $finished[$_] = $true }
    if ($finished.Count) {
        Write-RunLog "Took over $($finished.Count) of $($accounts.Count) accounts that an interrupted run listed."
    }

    $waiting = New-Object System.Collections.Generic.Queue[object]
    $accounts | Where-Object { -not $finished.ContainsKey($_.Key) } | ForEach-Object { $waiting.Enqueue($_) }
    if ($waiting.Count) {
        $nodes = @(Connect-Node)
        if (-not $nodes) {
            throw 'No node could be connected.'
        }
    }

    $exitCode = 1
    while ($true) {
        foreach ($idle in $nodes | Where-Object { -not $_.Job }) {
            if ($waiting.Count) {
                # An account that failed is listed alone, so that it doesn't affect others.
                $turn = @($waiting.Dequeue())
                while ($turn[0].Attempts -eq 0 -and $turn.Count -lt $AccountsPerTurn -and $waiting.Count -and $waiting.Peek().Attempts -eq 0) {
                    $turn += $waiting.Dequeue()
                }

                Start-Turn $idle $turn
            }
        }

        $busy = @($nodes | Where-Object { $_.Job })
        if (-not $busy) {
            break
        }

        $null = Wait-Job -Job ($busy | ForEach-Object { $_.Job }) -Any -Timeout 1
        foreach ($from in $busy) {
            # Read the state first: what a job returns after that is received in the next round.
            $state = $from.Job.State
            $failures = Receive-Turn $from
            $left = @()
            if ($from.Session.State -ne 'Opened' -or $state -notin 'Running', 'Completed') {
                # The connection is broken, or the module can't be used on the node.
                $left = @(Remove-Node $from "$(@($from.Job.ChildJobs[0].JobStateInfo.Reason.Message) + @($failures) | Where-Object { $_ } | Select-Object -First 1)")
                $nodes = @($nodes | Where-Object { $_ -ne $from })
            }
            elseif ($state -eq 'Completed') {
                $left = @(Complete-Turn $from $failures)
            }
            elseif (([datetime]::UtcNow - $from.LastSign).TotalSeconds -gt $TurnTimeoutSec) {
                $left = @(Remove-Node $from "It has not answered for $TurnTimeoutSec seconds.")
                $nodes = @($nodes | Where-Object { $_ -ne $from })
            }

            $left | Where-Object { $_ } | ForEach-Object { $waiting.Enqueue($_) }
        }
    }

    $summary = [pscustomobject]@{ Inventory = $null; Videos = $null; Accounts = $accounts.Count - $given - $waiting.Count; NotListed = $given + $waiting.Count; LostNodes = $lostNodes }
    if ($waiting.Count) {
        Write-RunLog "All nodes are lost. $($waiting.Count) accounts remain for the next run." ERROR
        $exitCode = 5
    }
    else {
        if (Get-ChildItem -LiteralPath $parts -Filter *.jsonl.gz) {
            $summary.Videos = Merge-Part ($given -eq 0)
            $summary.Inventory = $Path
        }

        Remove-Item -LiteralPath $parts -Recurse
        Write-RunLog "$($summary.Videos) videos of $($summary.Accounts) accounts. $given accounts could not be listed, $lostNodes nodes were lost."
        $exitCode = if ($given) { 5 } else { 0 }
    }

    $summary
}
catch {
    Write-RunLog (Get-ErrorText $_) ERROR
}
finally {
    $nodes | ForEach-Object { Remove-PSSession $_.Session -ErrorAction SilentlyContinue }
    Exit-Run
}

Write-RunLog "Exit code $exitCode."
exit $exitCode
