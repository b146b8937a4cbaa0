<#
.SYNOPSIS
Takes an inventory of all videos every night, compares it with the previous one, and reports what vanished.

.DESCRIPTION
Lists the videos of all accounts and saves them as an inventory that is named after the day, such as 2026-11-25.jsonl.gz. Then the
inventory is compared with the latest one of an earlier day, and the differences are saved as a CSV file, 2026-11-25.changes.csv. If
the module contains Export-PlatformVideoReport, a report that can be opened in a browser is saved as 2026-11-25.html.

The script can be stopped at any time and run again. A file under its final name is complete and is kept; the log says what the new
run took over. After a finished run, another run on the same day only repeats its result.

If an account can't be connected or listed, the inventory is named 2026-11-25.incomplete.jsonl.gz, and the next run on that day
replaces it. Videos that are missing in an incomplete inventory are not reported as vanished.

Exit codes:
0  The inventory is complete, and no video vanished.
1  An unexpected error, or an invalid parameter. Run the script again.
2  Videos of the earlier inventory vanished.
3  Not started: no account is connected, or the accounts file is invalid.
4  Not started: another run uses the folder.
5  The inventory is incomplete.

.PARAMETER Path
Specifies the folder of the inventories. It is created if it doesn't exist.

.PARAMETER AccountsFile
Specifies the accounts file for Connect-VideoPlatform. The default is the value of the environment variable VIDEOPLATFORMS_ACCOUNTS.
Without it, the open sessions are used.

.PARAMETER ProfileName
Specifies the profile of the accounts file. By default, all accounts are connected.

.PARAMETER Date
Specifies the day that the files are named after. The default is the current day in UTC.

.PARAMETER ReportLimit
Specifies the largest number of videos for which a report is written. The default is 100000. 0 means no report.

.PARAMETER LogPath
Specifies the log file. The default is nightly-inventory.log in the folder of the inventories.

.EXAMPLE
Start-VideoPlatformSandbox -Connect
./nightly-inventory.ps1 -Path ./inventory

Rehearses the script in the sandbox, without an account.

.EXAMPLE
pwsh -NoProfile -NonInteractive -File nightly-inventory.ps1 -Path /var/lib/videoplatforms/inventory -AccountsFile /etc/videoplatforms/accounts.json

The command line of a scheduler. docs/runbooks.md describes schedulers.

.OUTPUTS
An object with the paths of the files and the number of differences of each kind.
#>
[CmdletBinding(SupportsShouldProcess)]
param (
    [Parameter(Mandatory, Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [string] $AccountsFile = $env:VIDEOPLATFORMS_ACCOUNTS,

    [string] $ProfileName,

    [datetime] $Date = [datetime]::UtcNow,

    [ValidateRange(0, 1000000)]
    [int] $ReportLimit = 100000,

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

# Saves the inventory of the day. Returns its path, or nothing with -WhatIf.
function Save-Inventory {
    if (Test-Path -LiteralPath $complete) {
        Write-RunLog "Took over the complete inventory $complete."
        return $complete
    }

    if (-not $PSCmdlet.ShouldProcess($complete, 'Save an inventory of all videos')) {
        return
    }

    $sessions = Connect-Account
    $file = Export-PlatformInventory $incomplete -Session $sessions -Force -ErrorVariable failures -ErrorAction SilentlyContinue
    foreach ($failure in $failures) {
        Write-RunLog "Not listed completely: $(Get-ErrorText $failure)" WARNING
    }

    if ($file) {
        $script:count = $file.Count
        Write-RunLog "$count videos of $(@($sessions).Count) accounts: $($file.Length) bytes."
        if ($file.IsComplete -and -not $notOpened) {
            Move-Item -LiteralPath $incomplete -Destination $complete -Force
            return $complete
        }

        $incomplete
    }
}

# Compares two inventories, and saves the differences.
function Save-Change ([string] $Reference, [string] $Difference) {
    if ($Difference -eq $complete -and (Test-Path -LiteralPath $changes)) {
        Write-RunLog "Took over the differences $changes."
        return
    }

    $columns = 'Change', 'Platform', 'Id', 'Title', 'Property', 'OldValue', 'NewValue', 'Session'
    Compare-PlatformInventory ([WildcardPattern]::Escape($Reference)) ([WildcardPattern]::Escape($Difference)) -WarningVariable warnings -WarningAction SilentlyContinue |
        Select-Object $columns | Export-Csv -LiteralPath "$changes.partial" -Encoding utf8 -NoTypeInformation
    foreach ($warning in $warnings) {
        Write-RunLog $warning WARNING
    }

    if ((Get-Item -LiteralPath "$changes.partial").Length -eq 0) {
        '"' + ($columns -join '","') + '"' | Set-Content -LiteralPath "$changes.partial" -Encoding utf8
    }

    Move-Item -LiteralPath "$changes.partial" -Destination $changes -Force
}

# Saves the report for the browser.
function Save-Report ([string] $Reference, [string] $Difference) {
    $command = Get-Command Export-PlatformVideoReport -ErrorAction SilentlyContinue
    if (-not $command -or $ReportLimit -eq 0) {
        Write-RunLog 'No report is written.'
    }
    elseif ($count -gt $ReportLimit) {
        Write-RunLog "No report is written: the inventory contains $count videos, and -ReportLimit is $ReportLimit." WARNING
    }
    elseif ($Difference -eq $complete -and (Test-Path -LiteralPath $report)) {
        Write-RunLog "Took over the report $report."
    }
    else {
        $earlier = if ($Reference) { @{ Reference = [WildcardPattern]::Escape($Reference) } } else { @{} }
        $null = Import-PlatformInventory ([WildcardPattern]::Escape($Difference)) | & $command "$report.partial.html" -Title "Videos $day" -Force @earlier
        Move-Item -LiteralPath "$report.partial.html" -Destination $report -Force
    }
}

# Returns the number of videos according to the last line of an inventory.
function Get-VideoCount ([string] $File) {
    $reader = New-Object System.IO.StreamReader (New-Object System.IO.Compression.GZipStream ([System.IO.File]::OpenRead($File)), ([System.IO.Compression.CompressionMode]::Decompress))
    try {
        while ($null -ne ($line = $reader.ReadLine())) {
            $last = $line
        }

        ($last | ConvertFrom-Json).Count
    }
    finally {
        $reader.Dispose()
    }
}

$Path = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$LogPath = if ($LogPath) { $PSCmdlet.GetUnresolvedProviderPathFromPSPath($LogPath) } else { Join-Path $Path 'nightly-inventory.log' }
$day = $Date.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
$complete = Join-Path $Path "$day.jsonl.gz"
$incomplete = Join-Path $Path "$day.incomplete.jsonl.gz"
$count = $null
try {
    Import-Module VideoPlatforms
    $null = New-Item $Path -ItemType Directory -Force
    Enter-Run (Join-Path $Path '.nightly-inventory.lock')
    $inventory = Save-Inventory
    if ($inventory) {
        $exitCode = 1
        if ($null -eq $count) {
            $count = Get-VideoCount $inventory
        }

        $changes = $inventory -replace '\.jsonl\.gz$', '.changes.csv'
        $report = $inventory -replace '\.jsonl\.gz$', '.html'
        $counts = @{ Added = 0; Removed = 0; Changed = 0; Unknown = 0 }
        $reference = Get-ChildItem -LiteralPath $Path -Filter *.jsonl.gz | Where-Object { $_.Name -match '^\d{4}-\d\d-\d\d\.jsonl\.gz$' -and [string]::CompareOrdinal($_.Name, "$day.jsonl.gz") -lt 0 } |
            Sort-Object Name | Select-Object -Last 1 | ForEach-Object FullName
        if ($reference) {
            Save-Change $reference $inventory
            Import-Csv -LiteralPath $changes -Encoding utf8 | ForEach-Object {
                $counts[$_.Change]++
                if ($_.Change -eq 'Removed' -and $counts.Removed -le 20) {
                    Write-RunLog "Vanished: $($_.Session) $($_.Id) $($_.Title)" WARNING
                }
            }
            Write-RunLog "Compared with ${reference}: $($counts.Removed) vanished, $($counts.Added) new, $($counts.Changed) changes, $($counts.Unknown) unknown."
        }
        else {
            Write-RunLog 'There is no inventory of an earlier day to compare with.'
        }

        Save-Report $reference $inventory
        if ($inventory -eq $complete) {
            Get-ChildItem -LiteralPath $Path -Filter "$day.incomplete.*" | Remove-Item
        }

        $exitCode = if ($counts.Removed) { 2 } elseif ($inventory -ne $complete) { 5 } else { 0 }
        [pscustomobject]@{
            Inventory = $inventory; Videos = $count; Reference = $reference; Changes = if ($reference) { $changes }; Report = if (Test-Path -LiteralPath $report) { $report }
            Removed = $counts.Removed; Added = $counts.Added; Changed = $counts.Changed; Unknown = $counts.Unknown
        }
    }
    else {
        $exitCode = 0
    }
}
catch {
    Write-RunLog (Get-ErrorText $_) ERROR
}
finally {
    Exit-Run
}

Write-RunLog "Exit code $exitCode."
exit $exitCode
