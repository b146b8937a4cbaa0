<#
.SYNOPSIS
Transcodes the Qushipin videos whose transcoding failed, waits for the results, retries, and writes a report.

.DESCRIPTION
Starts a transcoding for each video that is approved and whose transcoding failed, waits until it has ended, and starts it again if it
failed, at most -MaximumAttempts times. The report is a CSV file with one row for each video.

The script can be stopped at any time and run again: until the report is complete, every step is in a journal beside it. The next run
continues with the same videos. It doesn't start a transcoding again that is running or has ended; if it is unknown whether the
request arrived, it looks at the video.

Exit codes:
0  Every video is transcoded, or no transcoding had failed.
1  An unexpected error, or an invalid parameter. Run the script again.
2  One or more videos are not transcoded.
3  Not started: no Qushipin account is connected, or the accounts file is invalid.
4  Not started: another run uses the report.
5  An account could not be connected or listed; the videos of the others are transcoded.

.PARAMETER Path
Specifies the CSV file of the report. An existing file is replaced when the report is complete.

.PARAMETER MaximumAttempts
Specifies how often a transcoding is started at most, from 1 to 10. The default is 3.

.PARAMETER TimeoutSec
Specifies how long the script waits for all transcodings of one attempt, from 1 to 86400 seconds. The default is 3600.

.PARAMETER PollInterval
Specifies the smallest interval between two looks at a server in seconds. The default is 5. The interval grows to twelve times this
value.

.PARAMETER Narrowband
Starts narrowband transcodings.

.PARAMETER AccountsFile
Specifies the accounts file for Connect-VideoPlatform. The default is the value of the environment variable VIDEOPLATFORMS_ACCOUNTS.
Without it, the open sessions are used.

.PARAMETER ProfileName
Specifies the profile of the accounts file. By default, all accounts are connected.

.PARAMETER LogPath
Specifies the log file. The default is the path of the report with the extension .log.

.EXAMPLE
$sandbox = Start-VideoPlatformSandbox -VideoCount 50 -Connect
$sandbox.Qushipin.ProcessingTime = [timespan]::FromSeconds(1)
$sandbox.Qushipin.FailEvery = 5
./transcode-batch.ps1 -Path ./transcoded.csv -PollInterval 0.2

Rehearses the script in the sandbox, without an account. Every fifth transcoding fails and is started again.

.EXAMPLE
pwsh -NoProfile -NonInteractive -File transcode-batch.ps1 -Path /var/lib/videoplatforms/transcoded.csv -AccountsFile /etc/videoplatforms/accounts.json

The command line of a scheduler. docs/runbooks.md describes schedulers.

.OUTPUTS
An object with the number of videos by state.
#>
[CmdletBinding(SupportsShouldProcess)]
param (
    [Parameter(Mandatory, Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [ValidateRange(1, 10)]
    [int] $MaximumAttempts = 3,

    [ValidateRange(1, 86400)]
    [int] $TimeoutSec = 3600,

    [ValidateRange(0.05, 3600)]
    [double] $PollInterval = 5,

    [switch] $Narrowband,

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

# Adds a step to the journal, and to the video.
function Add-Step ($Video, [string] $State, [string] $ErrorText) {
    if ($State -eq 'Starting') {
        $Video.Attempts++
        $Video.StartedAt = [datetime]::UtcNow.ToString('o', [cultureinfo]::InvariantCulture)
    }

    $Video.State = $State
    $Video.Error = $ErrorText
    Add-Entry $journal $Video
}

# Returns the videos of the interrupted run, or those whose transcoding failed. Keys are session and ID.
function Get-Batch ($Sessions) {
    $videos = [ordered]@{}
    foreach ($entry in Get-Entry $journal) {
        # ConvertFrom-Json of PowerShell 7 returns a time as DateTime.
        if ($entry.StartedAt -is [datetime]) {
            $entry.StartedAt = $entry.StartedAt.ToUniversalTime().ToString('o', [cultureinfo]::InvariantCulture)
        }

        $videos["$($entry.Session) $($entry.Id)"] = $entry
    }

    if ($videos.Count) {
        $states = ($videos.Values | Group-Object State | ForEach-Object { "$($_.Count) $($_.Name)" }) -join ', '
        Write-RunLog "Took over $($videos.Count) videos of an interrupted run: $states."
        return $videos
    }

    $failures = $null
    $Sessions | ForEach-Object { Get-QushipinVideo -Session $_ -CensorStatus success -ErrorVariable +failures -ErrorAction SilentlyContinue } | Where-Object { $_.$property -eq 'fail' } | ForEach-Object {
        $videos["$($_.Session) $($_.Id)"] = [pscustomobject]@{ Id = $_.Id; Title = $_.Title; Session = "$($_.Session)"; State = 'Queued'; Attempts = 0; StartedAt = $null; Error = $null }
    }
    foreach ($failure in $failures) {
        $script:listErrors++
        Write-RunLog "Not listed completely: $(Get-ErrorText $failure)" WARNING
    }

    Write-RunLog "The transcoding of $($videos.Count) approved videos failed."
    if (-not $WhatIfPreference -and $videos.Count) {
        $lines = $videos.Values | ForEach-Object { $_ | ConvertTo-Json -Compress }
        [System.IO.File]::WriteAllText("$journal.partial", ($lines -join "`n") + "`n")
        Move-Item -LiteralPath "$journal.partial" -Destination $journal -Force
    }

    $videos
}

# Starts the transcoding of a video.
function Start-Attempt ($Video) {
    $failures = $null
    Add-Step $Video Starting
    $null = Start-QushipinTranscode -VideoId $Video -Narrowband:$Narrowband -ErrorVariable failures -ErrorAction SilentlyContinue
    if (-not $failures -or "$($failures[0].FullyQualifiedErrorId)" -like '*.OutcomeUnknown,*') {
        Add-Step $Video Started
    }
    else {
        Add-Step $Video Failed (Get-ErrorText $failures[0])
        Write-RunLog "Not started: $($Video.Error)" WARNING
    }
}

# An interrupted run began to start this transcoding: if it doesn't run, it is started.
function Resume-Attempt ($Video) {
    $found = Get-QushipinVideo -VideoId $Video -ErrorAction SilentlyContinue
    if ($found.$property -eq 'fail') {
        $Video.Attempts--
        Add-Step $Video Queued
    }
    else {
        Add-Step $Video Started
    }
}

# Waits until the transcodings that were started have ended.
function Wait-Attempt ($Videos) {
    $operation = if ($Narrowband) { 'submitTabTranscode' } else { 'submitTranscode' }
    $rows = $Videos.Values | Where-Object { $_.State -eq 'Started' } |
        ForEach-Object { [pscustomobject]@{ Platform = 'Qushipin'; Operation = $operation; Target = $_.Id; Id = $_.Id; Session = $_.Session; CompletedAt = $_.StartedAt } }
    $wait = @{ TimeoutSec = $TimeoutSec; MinInterval = $PollInterval; MaxInterval = 12 * $PollInterval }
    $failures = $null
    $rows | Wait-PlatformVideo @wait -ErrorVariable failures -ErrorAction SilentlyContinue | ForEach-Object {
        $video = $Videos["$($_.Session) $($_.Id)"]
        Add-Step $video Transcoded
        Write-RunLog "Transcoded, attempt $($video.Attempts): $($_.Id) ($($_.Session))"
    }
    foreach ($failure in $failures) {
        $video = $Videos["$($failure.TargetObject.Session) $($failure.TargetObject.Id)"]
        $reason = $failure.FullyQualifiedErrorId -replace ',.*' -replace '.*\.'
        if (-not $video) {
            Write-RunLog (Get-ErrorText $failure) WARNING
        }
        elseif ($reason -eq 'WaitFailed') {
            Add-Step $video Failed $failure.Exception.Message
            Write-RunLog "Failed, attempt $($video.Attempts): $($video.Id) ($($video.Session))" WARNING
        }
        else {
            Add-Step $video ($reason -replace '^Wait') $failure.Exception.Message
            Write-RunLog "$($video.State): $($video.Id) ($($video.Session)): $($failure.Exception.Message)" WARNING
        }
    }
}

$Path = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$LogPath = if ($LogPath) { $PSCmdlet.GetUnresolvedProviderPathFromPSPath($LogPath) } else { [System.IO.Path]::ChangeExtension($Path, '.log') }
$journal = "$Path.journal"
$property = if ($Narrowband) { 'NarrowbandTranscodeStatus' } else { 'TranscodeStatus' }
$listErrors = 0
try {
    Import-Module VideoPlatforms
    Enter-Run "$Path.lock"
    $sessions = @(Connect-Account | Where-Object { $_.Platform -eq 'Qushipin' })
    if (-not $sessions) {
        $exitCode = 3
        throw 'No Qushipin account is connected.'
    }

    $videos = Get-Batch $sessions
    if ($WhatIfPreference) {
        $videos.Values | Where-Object { $_.State -ne 'Transcoded' } | ForEach-Object { $null = $PSCmdlet.ShouldProcess("$($_.Id) ($($_.Session))", 'Transcode') }
        $exitCode = 0
    }
    else {
        $videos.Values | Where-Object { $_.State -eq 'Starting' } | ForEach-Object { Resume-Attempt $_ }
        while ($true) {
            $videos.Values | Where-Object { $_.State -eq 'Queued' -or $_.State -eq 'Failed' -and $_.Attempts -lt $MaximumAttempts } | ForEach-Object { Start-Attempt $_ }
            if (-not ($videos.Values | Where-Object { $_.State -eq 'Started' })) {
                break
            }

            Wait-Attempt $videos
        }

        $columns = 'Id', 'Title', 'State', 'Attempts', 'Error', 'Session'
        if ($videos.Count) {
            $videos.Values | Select-Object $columns | Export-Csv -LiteralPath "$Path.partial" -Encoding utf8 -NoTypeInformation
        }
        else {
            '"' + ($columns -join '","') + '"' | Set-Content -LiteralPath "$Path.partial" -Encoding utf8
        }

        Move-Item -LiteralPath "$Path.partial" -Destination $Path -Force
        if ($videos.Count) {
            Remove-Item -LiteralPath $journal
        }

        $transcoded = @($videos.Values | Where-Object { $_.State -eq 'Transcoded' }).Count
        Write-RunLog "$transcoded of $($videos.Count) videos are transcoded."
        $exitCode = if ($transcoded -lt $videos.Count) { 2 } elseif ($listErrors -or $notOpened) { 5 } else { 0 }
        [pscustomobject]@{ Report = $Path; Videos = $videos.Count; Transcoded = $transcoded; Retried = @($videos.Values | Where-Object { $_.Attempts -gt 1 }).Count }
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
