<#
.SYNOPSIS
Checks whether the addresses of all videos and covers still respond, and lists those that don't.

.DESCRIPTION
Lists the videos of all accounts, and requests one byte of each address. The result is a CSV file with one row for each address that is
dead, forbidden or unreachable.

The script can be stopped at any time and run again: until the CSV file is complete, the checks are in a journal beside it, and the
next run checks only the remaining videos. Checks that are older than -MaximumAgeHours are repeated.

Exit codes:
0  Every address responds.
1  An unexpected error, or an invalid parameter. Run the script again.
2  One or more addresses don't respond.
3  Not started: no account is connected, or the accounts file is invalid.
4  Not started: another run uses the file.
5  An account could not be connected or listed; the addresses that were checked respond.

.PARAMETER Path
Specifies the CSV file. An existing file is replaced when all addresses are checked.

.PARAMETER ThrottleLimit
Specifies how many addresses are checked at the same time, from 1 to 64. The default is 16.

.PARAMETER MaximumAgeHours
Specifies the age of the checks of an interrupted run that are not repeated, from 0 to 720 hours. The default is 24.

.PARAMETER AccountsFile
Specifies the accounts file for Connect-VideoPlatform. The default is the value of the environment variable VIDEOPLATFORMS_ACCOUNTS.
Without it, the open sessions are used.

.PARAMETER ProfileName
Specifies the profile of the accounts file. By default, all accounts are connected.

.PARAMETER LogPath
Specifies the log file. The default is the path of the CSV file with the extension .log.

.EXAMPLE
$sandbox = Start-VideoPlatformSandbox -VideoCount 20 -Connect
$sandbox.Media.Remove((Get-ChanjingVideo | Where-Object Url | Select-Object -First 1).Url)
./link-check.ps1 -Path ./dead-links.csv

Rehearses the script in the sandbox, without an account.

.EXAMPLE
pwsh -NoProfile -NonInteractive -File link-check.ps1 -Path /var/lib/videoplatforms/dead-links.csv -AccountsFile /etc/videoplatforms/accounts.json

The command line of a scheduler. docs/runbooks.md describes schedulers.

.OUTPUTS
An object with the number of addresses by status.
#>
[CmdletBinding(SupportsShouldProcess)]
param (
    [Parameter(Mandatory, Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [ValidateRange(1, 64)]
    [int] $ThrottleLimit = 16,

    [ValidateRange(0, 720)]
    [int] $MaximumAgeHours = 24,

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

# Adds an object to a journal: one line, which is complete if it ends with a line break.
function Add-Entry ([string] $File, $Entry) {
    [System.IO.File]::AppendAllText($File, ($Entry | ConvertTo-Json -Compress) + "`n")
}

# Returns the objects of a journal. A line that a killed run wrote only in part is removed.
function Get-Entry ([string] $File) {
    if (Test-Path -LiteralPath $File) {
        $text = [System.IO.File]::ReadAllText($File)
        if ($text -and -not $text.EndsWith("`n")) {
            $text = $text.Substring(0, $text.LastIndexOf("`n") + 1)
            if (-not $WhatIfPreference) {
                [System.IO.File]::WriteAllText($File, $text)
            }
        }

        $text -split "`n" | Where-Object { $_ } | ForEach-Object { $_ | ConvertFrom-Json }
    }
}

# Takes the checks of an interrupted run over. Returns the number of checks of each video.
function Resume-Check {
    $counts = @{}
    $now = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()
    $entries = @(Get-Entry $journal)
    if ($entries -and $now - $entries[0].StartedAt -lt 3600 * $MaximumAgeHours) {
        $entries | Select-Object -Skip 1 | ForEach-Object { $counts["$($_.Session) $($_.Id)"]++ }
        Write-RunLog "Took over $(@($counts.Values | Where-Object { $_ -eq 2 }).Count) videos that an earlier run checked."
    }
    elseif (-not $WhatIfPreference) {
        [System.IO.File]::WriteAllText($journal, '')
        Add-Entry $journal ([ordered]@{ StartedAt = $now })
    }

    $counts
}

$Path = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$LogPath = if ($LogPath) { $PSCmdlet.GetUnresolvedProviderPathFromPSPath($LogPath) } else { [System.IO.Path]::ChangeExtension($Path, '.log') }
$journal = "$Path.journal"
try {
    Import-Module VideoPlatforms
    Enter-Run "$Path.lock"
    $sessions = Connect-Account
    $checked = Resume-Check
    if ($PSCmdlet.ShouldProcess($Path, "Check the addresses of all videos of $(@($sessions).Count) accounts")) {
        # An interrupted run may have saved one of the two checks of a video. The last one counts.
        $failures = $null
        Get-PlatformVideo -Session $sessions -ErrorVariable failures -ErrorAction SilentlyContinue | Where-Object { $checked["$($_.Session) $($_.Id)"] -ne 2 } |
            Test-PlatformVideo -ThrottleLimit $ThrottleLimit | ForEach-Object {
                Add-Entry $journal ([ordered]@{
                        Platform = "$($_.Platform)"; Id = $_.Id; Title = $_.Title; Kind = "$($_.Kind)"; Status = "$($_.Status)"
                        HttpStatus = $_.HttpStatus; Address = $_.Address; Session = "$($_.Session)"
                    })
            }
        foreach ($failure in $failures) {
            Write-RunLog "Not listed completely: $(Get-ErrorText $failure)" WARNING
        }

        $counts = [ordered]@{ Alive = 0; Dead = 0; Forbidden = 0; Unreachable = 0; Missing = 0 }
        $latest = [ordered]@{}
        Get-Entry $journal | Select-Object -Skip 1 | ForEach-Object { $latest["$($_.Session) $($_.Id) $($_.Kind)"] = $_ }
        $latest.Values | ForEach-Object { $counts[$_.Status]++ }
        $broken = @($latest.Values | Where-Object { $_.Status -in 'Dead', 'Forbidden', 'Unreachable' })
        $columns = 'Platform', 'Id', 'Title', 'Kind', 'Status', 'HttpStatus', 'Address', 'Session'
        if ($broken) {
            $broken | Select-Object $columns | Export-Csv -LiteralPath "$Path.partial" -Encoding utf8 -NoTypeInformation
        }
        else {
            '"' + ($columns -join '","') + '"' | Set-Content -LiteralPath "$Path.partial" -Encoding utf8
        }

        Move-Item -LiteralPath "$Path.partial" -Destination $Path -Force
        Remove-Item -LiteralPath $journal
        Write-RunLog "$($counts.Alive) addresses respond, $($counts.Dead) are dead, $($counts.Forbidden) forbidden, $($counts.Unreachable) unreachable; $($counts.Missing) videos have no address or no cover."
        $exitCode = if ($broken) { 2 } elseif ($failures -or $notOpened) { 5 } else { 0 }
        [pscustomobject] $counts
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
