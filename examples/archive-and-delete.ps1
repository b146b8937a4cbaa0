<#
.SYNOPSIS
Saves old videos of Qushipin to an archive, verifies them, and deletes them from the platform.

.DESCRIPTION
For each video that is older than -OlderThanDays, the script saves the file with its metadata, computes the hash of the file on the disk
and compares it with the hash of the download, and only then deletes the video. A video that can't be saved or verified is kept.

The manifest, manifest.jsonl in the archive, contains one JSON object for each step: Saved with path, length and SHA-256, Deleting, and
Deleted. The script can be stopped at any time and run again: a file that is whole is not downloaded again, an interrupted download
is resumed, and a deletion whose outcome is unknown is looked up on the platform.

The script asks for confirmation before each video. A scheduler passes -Confirm:$false.

Exit codes:
0  Every old video is in the archive and deleted, or there is none.
1  An unexpected error, or an invalid parameter. Run the script again.
2  One or more videos could not be saved, verified or deleted. They are kept.
3  Not started: no Qushipin account is connected, the accounts file is invalid, or there are more old videos than -Limit.
4  Not started: another run uses the archive.
5  An account could not be connected or listed. Its videos are kept.

.PARAMETER Path
Specifies the folder of the archive. It is created if it doesn't exist.

.PARAMETER OlderThanDays
Specifies the age of the videos in days, from 1 to 36500.

.PARAMETER Limit
Specifies how many videos are deleted at most. If there are more old videos, nothing is deleted, because a wrong age is more likely. The
default is 1000.

.PARAMETER AccountsFile
Specifies the accounts file for Connect-VideoPlatform. The default is the value of the environment variable VIDEOPLATFORMS_ACCOUNTS.
Without it, the open sessions are used.

.PARAMETER ProfileName
Specifies the profile of the accounts file. By default, all accounts are connected.

.PARAMETER LogPath
Specifies the log file. The default is archive-and-delete.log in the archive.

.EXAMPLE
Start-VideoPlatformSandbox -VideoCount 20 -Connect
./archive-and-delete.ps1 -Path ./archive -OlderThanDays 365 -WhatIf
./archive-and-delete.ps1 -Path ./archive -OlderThanDays 365 -Confirm:$false

Rehearses the script in the sandbox, without an account: first shows which videos are too old, then saves and deletes them.

.EXAMPLE
pwsh -NoProfile -NonInteractive -Command "& ./archive-and-delete.ps1 -Path /srv/archive -OlderThanDays 730 -Confirm:`$false; exit `$LASTEXITCODE"

The command line of a scheduler. docs/runbooks.md describes schedulers.

.OUTPUTS
An object with the number of videos by outcome.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param (
    [Parameter(Mandatory, Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [Parameter(Mandatory)]
    [ValidateRange(1, 36500)]
    [int] $OlderThanDays,

    [ValidateRange(1, 1000000)]
    [int] $Limit = 1000,

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

# Adds a step to the manifest.
function Add-Step ([string] $Step, $Video, $More = @{}) {
    $entry = [ordered]@{ Time = [datetime]::UtcNow.ToString('o', [cultureinfo]::InvariantCulture); Step = $Step; Platform = "$($Video.Platform)"; Id = $Video.Id; Title = $Video.Title; Session = "$($Video.Session)" }
    foreach ($name in $More.Keys) {
        $entry[$name] = $More[$name]
    }

    Add-Entry $manifest $entry
}

# Verifies the file on the disk, and deletes the video. Returns the outcome.
function Complete-Archive ($Saved) {
    $sha256 = (Get-FileHash -LiteralPath $Saved.Path -Algorithm SHA256).Hash
    if ($sha256 -ne $Saved.Sha256) {
        Write-RunLog "Kept, because the file on the disk is not the one that was downloaded: $($Saved.Path)" WARNING
        return 'NotSaved'
    }

    $failures = $null
    Add-Step Saved $Saved ([ordered]@{ Path = $Saved.Path; Length = $Saved.Length; Sha256 = $Saved.Sha256 })
    Add-Step Deleting $Saved
    $result = $Saved | Remove-QushipinVideo -PassThru -Confirm:$false -ErrorVariable failures -ErrorAction SilentlyContinue
    if (-not $result) {
        Write-RunLog "Not deleted: $(Get-ErrorText $failures[0])" WARNING
        return 'NotDeleted'
    }

    Add-Step Deleted $Saved @{ RequestId = $result.RequestId }
    Write-RunLog "Archived and deleted: $($Saved.Id) ($($Saved.Session)): $($Saved.Path)"
    'Deleted'
}

# Looks up the videos whose deletion was begun by an interrupted run.
function Resume-Deletion {
    $steps = @{}
    foreach ($entry in Get-Entry $manifest) {
        $steps["$($entry.Session) $($entry.Id)"] = $entry
    }

    $pending = @($steps.Values | Where-Object { $_.Step -ne 'Deleted' })
    if ($pending) {
        Write-RunLog "Took over the manifest of an earlier run: $($steps.Count - $pending.Count) videos are deleted, $($pending.Count) are saved and not known to be deleted."
    }

    foreach ($video in $pending | Where-Object { $_.Step -eq 'Deleting' }) {
        $failures = $null
        $found = Get-QushipinVideo -VideoId $video -ErrorVariable failures -ErrorAction SilentlyContinue
        if (-not $found -and "$($failures[0].FullyQualifiedErrorId)" -like 'Qushipin.VideoNotFound,*') {
            Add-Step Deleted $video
            Write-RunLog "The interrupted run had deleted $($video.Id) ($($video.Session))."
            'Deleted'
        }
    }
}

$Path = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$LogPath = if ($LogPath) { $PSCmdlet.GetUnresolvedProviderPathFromPSPath($LogPath) } else { Join-Path $Path 'archive-and-delete.log' }
$manifest = Join-Path $Path 'manifest.jsonl'
try {
    Import-Module VideoPlatforms
    $null = New-Item $Path -ItemType Directory -Force -Confirm:$false
    Enter-Run (Join-Path $Path '.archive-and-delete.lock')
    $sessions = @(Connect-Account | Where-Object { $_.Platform -eq 'Qushipin' })
    $exitCode = 3
    if (-not $sessions) {
        throw 'No Qushipin account is connected.'
    }

    $counts = [ordered]@{ Deleted = 0; DeletedBefore = 0; NotSaved = 0; NotDeleted = 0; Skipped = 0 }
    if (-not $WhatIfPreference) {
        $counts.DeletedBefore = @(Resume-Deletion).Count
    }

    $before = [datetimeoffset]::UtcNow.AddDays(-$OlderThanDays)
    $failures = $null
    $old = @($sessions | ForEach-Object { Get-QushipinVideo -Session $_ -EndTime $before -ErrorVariable +failures -ErrorAction SilentlyContinue })
    foreach ($failure in $failures) {
        Write-RunLog "Not listed completely: $(Get-ErrorText $failure)" WARNING
    }

    Write-RunLog "$($old.Count) videos are from before $($before.ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture))."
    if ($old.Count -gt $Limit) {
        throw "There are more than $Limit old videos. Nothing was deleted. Check -OlderThanDays, or specify a larger -Limit."
    }

    $exitCode = 1
    $approved = @($old | Where-Object { $PSCmdlet.ShouldProcess("$($_.Id) '$($_.Title)' ($($_.Session))", 'Save, verify and delete') })
    $counts.Skipped = $old.Count - $approved.Count
    $counts.NotSaved = $approved.Count
    $saveFailures = $null
    if ($approved) {
        # Videos are deleted as their files arrive.
        $approved | Save-PlatformVideo $Path -Include Metadata -Confirm:$false -ErrorVariable saveFailures -ErrorAction SilentlyContinue | ForEach-Object {
            $outcome = Complete-Archive $_
            if ($outcome -ne 'NotSaved') {
                $counts.NotSaved--
                $counts[$outcome]++
            }
        }
    }

    foreach ($failure in $saveFailures) {
        Write-RunLog "Kept, because it was not saved: $(Get-ErrorText $failure)" WARNING
    }

    Write-RunLog "$($counts.Deleted) videos were archived and deleted, $($counts.NotSaved) not saved, $($counts.NotDeleted) not deleted, $($counts.Skipped) skipped."
    $exitCode = if ($counts.NotSaved + $counts.NotDeleted) { 2 } elseif ($failures -or $notOpened) { 5 } else { 0 }
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
