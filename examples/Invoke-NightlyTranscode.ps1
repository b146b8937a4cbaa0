<#
.SYNOPSIS
Transcodes the Qushipin videos whose transcoding failed, waits for the results, and writes a report.

.DESCRIPTION
Connects the accounts of the file that VIDEOPLATFORMS_ACCOUNTS names. If the variable is not set and no session is open, the script
runs against the sandbox, so that it can be rehearsed without an account.

.PARAMETER Path
The CSV file to write, with one row for each video: its ID, title and state.

.PARAMETER TimeoutSec
How long the script waits for all videos together.
#>
[CmdletBinding()]
param (
    [string] $Path = (Join-Path ([System.IO.Path]::GetTempPath()) 'transcoded.csv'),
    [int] $TimeoutSec = 3600
)

$ErrorActionPreference = 'Stop'
Import-Module VideoPlatforms

$wait = @{ TimeoutSec = $TimeoutSec }
if ($env:VIDEOPLATFORMS_ACCOUNTS) {
    $null = Connect-VideoPlatform
}
elseif (-not (Get-VideoPlatformSession -Platform Qushipin)) {
    $sandbox = Start-VideoPlatformSandbox -Connect
    $sandbox.Qushipin.ProcessingTime = [timespan]::FromSeconds(1)
    $sandbox.Qushipin.FailEvery = 5
    $wait.MinInterval = 0.2
}

$problems = Get-VideoPlatformSession -Platform Qushipin | Test-VideoPlatformSession | Where-Object Status -EQ Fail
if ($problems) {
    throw "Not started: $($problems | ForEach-Object { "$($_.Check): $($_.Detail)" })"
}

# The results of -PassThru tell Wait-PlatformVideo that the earlier failure doesn't count.
$results = Get-QushipinVideo -CensorStatus success | Where-Object TranscodeStatus -EQ fail | Start-QushipinTranscode -PassThru
$ready = $results | Wait-PlatformVideo @wait -ErrorVariable failures -ErrorAction SilentlyContinue
$failed = $failures | Where-Object FullyQualifiedErrorId -Like '*.WaitFailed,*' | ForEach-Object TargetObject

@($ready) + @($failed) | Where-Object { $_ } | Select-Object Id, Title, State, TranscodeStatus, Session | Export-Csv $Path -Encoding utf8 -NoTypeInformation
"$(@($ready).Count) of $(@($results).Count) videos are ready. Report: $Path"
if ($sandbox) {
    Stop-VideoPlatformSandbox $sandbox
}
