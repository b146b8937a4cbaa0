<#
.SYNOPSIS
Sends the review decisions of a CSV file to Qushipin, and keeps an audit log.

.DESCRIPTION
The CSV file contains one row for each video, with the columns Id, Session, Decision, Reason and Comment. Other columns are permitted.
Decision is Normal or Blocked; a row without a decision is skipped. Blocked requires a reason of at most 128 bytes in UTF-8. To create
the file, export the videos that wait for a review, and fill in the decisions:

    Get-QushipinVideo -CensorStatus onCensor |
        Select-Object Id, Title, Url, Session, Decision, Reason, Comment | Export-Csv queue.csv -Encoding utf8 -NoTypeInformation

The file is checked as a whole before anything is sent. Session names the account and the server that a video was read from. A decision
reaches this account, or it is an error and nothing is sent.

The audit log contains one JSON object for each step: Begun before a decision is sent, then Done, Failed or Unknown. The script can be
stopped at any time and run again with the same file: decisions that are done are not sent again. A decision that was begun and whose
outcome is unknown is sent again, because the same decision twice has the same result as once.

Exit codes:
0  Every decision is done.
1  An unexpected error, or an invalid parameter. Run the script again.
2  One or more decisions failed.
3  Not started: the CSV file is invalid, no account is connected, or the accounts file is invalid.
4  Not started: another run uses the audit log.

.PARAMETER Path
Specifies the CSV file of the decisions.

.PARAMETER AuditLog
Specifies the audit log, a file of JSON objects, one a line. The default is the path of the decisions with the extension .audit.jsonl.

.PARAMETER AccountsFile
Specifies the accounts file for Connect-VideoPlatform. The default is the value of the environment variable VIDEOPLATFORMS_ACCOUNTS.
Without it, the open sessions are used.

.PARAMETER ProfileName
Specifies the profile of the accounts file. By default, all accounts are connected.

.PARAMETER LogPath
Specifies the log file. The default is the path of the decisions with the extension .log.

.EXAMPLE
Start-VideoPlatformSandbox -Connect
Get-QushipinVideo -CensorStatus onCensor -First 5 | Select-Object Id, Session, @{ Name = 'Decision'; Expression = { 'Normal' } }, Reason, Comment |
    Export-Csv ./queue.csv -Encoding utf8 -NoTypeInformation
./review-queue.ps1 -Path ./queue.csv

Rehearses the script in the sandbox, without an account.

.EXAMPLE
./review-queue.ps1 -Path ./queue.csv -WhatIf

Checks the file, and shows which decisions would be sent.

.OUTPUTS
An object with the number of decisions by outcome.
#>
[CmdletBinding(SupportsShouldProcess)]
param (
    [Parameter(Mandatory, Position = 0)]
    [ValidateScript({ Test-Path -LiteralPath $_ -PathType Leaf })]
    [string] $Path,

    [string] $AuditLog,

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

# Returns what is wrong with the rows.
function Get-Problem ($Rows) {
    $missing = 'Id', 'Session', 'Decision' | Where-Object { @($Rows)[0].PSObject.Properties.Name -notcontains $_ }
    if ($missing) {
        return "The file has no column $($missing -join ', ')."
    }

    $known = @{}
    for ($number = 0; $number -lt $Rows.Count; $number++) {
        $row = $Rows[$number]
        $place = "Row $($number + 2)"
        if ($row.Decision) {
            if ($row.Decision -notin 'Normal', 'Blocked') {
                "${place}: Decision is '$($row.Decision)', not Normal or Blocked."
            }

            if (-not $row.Id -or -not $row.Session) {
                "${place}: Id and Session are required."
            }

            if ($row.Decision -eq 'Blocked' -and -not "$($row.Reason)".Trim()) {
                "${place}: Blocked requires a reason."
            }

            if ([System.Text.Encoding]::UTF8.GetByteCount("$($row.Reason)") -gt 128) {
                "${place}: The reason has more than 128 bytes in UTF-8."
            }

            $video = "$($row.Session) $($row.Id)"
            if ($known[$video] -and $known[$video] -ne $row.Decision) {
                "${place}: $video has another decision in an earlier row."
            }

            $known[$video] = $row.Decision
        }
    }
}

function Get-Key ($Row) {
    ($Row.Session, $Row.Id, $Row.Decision, "$($Row.Reason)", "$($Row.Comment)") -join "`n"
}

$Path = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$AuditLog = if ($AuditLog) { $PSCmdlet.GetUnresolvedProviderPathFromPSPath($AuditLog) } else { [System.IO.Path]::ChangeExtension($Path, '.audit.jsonl') }
$LogPath = if ($LogPath) { $PSCmdlet.GetUnresolvedProviderPathFromPSPath($LogPath) } else { [System.IO.Path]::ChangeExtension($Path, '.log') }
try {
    Import-Module VideoPlatforms
    $rows = @(Import-Csv -LiteralPath $Path -Encoding utf8)
    $problems = if ($rows) { Get-Problem $rows }
    foreach ($problem in $problems) {
        Write-RunLog $problem ERROR
    }

    if ($problems) {
        throw "$Path is invalid. Nothing was sent."
    }

    Enter-Run "$AuditLog.lock"
    $null = Connect-Account
    $last = @{}
    foreach ($entry in Get-Entry $AuditLog) {
        $last[(Get-Key $entry)] = $entry.Outcome
    }

    $counts = [ordered]@{ Done = 0; Failed = 0; Unknown = 0; DoneBefore = 0; Undecided = 0 }
    $done = @($last.Values | Where-Object { $_ -eq 'Done' }).Count
    $begun = @($last.Values | Where-Object { $_ -eq 'Begun' }).Count
    if ($last.Count) {
        Write-RunLog "Took over the audit log of an earlier run: $done decisions are done, the outcome of $begun is unknown."
    }

    foreach ($row in $rows) {
        $key = Get-Key $row
        if (-not $row.Decision) {
            $counts.Undecided++
        }
        elseif ($last[$key] -eq 'Done') {
            $counts.DoneBefore++
        }
        elseif ($PSCmdlet.ShouldProcess("$($row.Id) ($($row.Session))", "Send the decision $($row.Decision)")) {
            $step = [ordered]@{
                Time = [datetime]::UtcNow.ToString('o', [cultureinfo]::InvariantCulture); Outcome = 'Begun'; Id = $row.Id; Session = $row.Session
                Decision = $row.Decision; Reason = "$($row.Reason)"; Comment = "$($row.Comment)"; RequestId = $null; Error = $null
            }
            Add-Entry $AuditLog $step
            $with = @{}
            foreach ($name in 'Reason', 'Comment') {
                if ($row.$name) {
                    $with[$name] = $row.$name
                }
            }

            $failures = $null
            try {
                $result = Set-QushipinAudit -VideoId $row -Status $row.Decision @with -PassThru -Confirm:$false -ErrorVariable failures -ErrorAction SilentlyContinue
            }
            catch {
                $result = $null
                $failures = @($_)
            }

            $step.Time = [datetime]::UtcNow.ToString('o', [cultureinfo]::InvariantCulture)
            $step.Outcome = if ($result) { 'Done' } elseif ("$($failures[0].FullyQualifiedErrorId)" -like '*.OutcomeUnknown,*') { 'Unknown' } else { 'Failed' }
            if ($result) {
                $step.RequestId = $result.RequestId
                Write-RunLog "$($row.Decision): $($row.Id) ($($row.Session))"
            }
            else {
                $step.Error = Get-ErrorText $failures[0]
                Write-RunLog "$($step.Outcome): $($row.Decision) $($row.Id) ($($row.Session)): $($step.Error)" WARNING
            }

            Add-Entry $AuditLog $step
            $last[$key] = $step.Outcome
            $counts[$step.Outcome]++
        }
    }

    Write-RunLog "$($counts.Done) decisions were done, $($counts.DoneBefore) had been done before, $($counts.Failed + $counts.Unknown) failed, $($counts.Undecided) rows have no decision."
    $exitCode = if ($counts.Failed + $counts.Unknown) { 2 } else { 0 }
    [pscustomobject] $counts
}
catch {
    Write-RunLog (Get-ErrorText $_) ERROR
}
finally {
    Exit-Run
}

Write-RunLog "Exit code $exitCode."
exit $exitCode
