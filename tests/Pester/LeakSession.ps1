# The session of the leak test: connections, lists, writes and errors with all streams enabled. The output is written to files
# in a folder. The requests that the server received are written to a log, from which the test computes the signatures.
param (
    [Parameter(Mandatory)] [string] $Folder,
    [Parameter(Mandatory)] [string] $Log
)

$null = Start-Transcript (Join-Path $Folder transcript.txt)
. $PSScriptRoot/Platforms.ps1
$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
$sandbox = Start-VideoPlatformSandbox -VideoCount 20
$seen = [System.Collections.Generic.List[object]]::new()

# Runs a command with all streams enabled, and records the output.
function Watch ([scriptblock] $Command) {
    & $Command *>&1 | ForEach-Object {
        $seen.Add($_)
        $_
    } | Out-Host
}

# Runs every command, with or without errors.
function Invoke-EveryCommand {
    foreach ($list in $Platforms.Values.List) {
        Watch { & $list -First 3 -Verbose -Debug }
    }

    Watch { Get-ChanjingVideo -Id $sandbox.Chanjing.Videos[0].Id -Verbose -Debug }
    Watch { Get-QushipinRecommendation -First 3 -Verbose -Debug }
    Watch { Get-PlatformVideo -First 5 -Verbose -Debug }
    $video = $sandbox.Qushipin.Videos[-1]
    Watch { Set-QushipinAudit $video.VideoId -Status Blocked -Reason 'claim 4711' -PassThru -Verbose -Debug }
    Watch { Start-QushipinTranscode $video.VideoId -PassThru -Verbose -Debug }
    Watch { Add-QushipinRecommendation $video.VideoId -UserId $video.UserId -PassThru -Verbose -Debug }
    Watch { Remove-QushipinRecommendation $video.VideoId $video.UserId -PassThru -Confirm:$false -Verbose -Debug }
    Watch { Remove-QushipinVideo $video.VideoId $video.UserId -PassThru -Confirm:$false -Verbose -Debug }
    Watch { Remove-QushipinVideo $video.VideoId $video.UserId -WhatIf -Verbose -Debug }
    Watch { Push-QushipinCache example.com/1.png -PassThru -Verbose -Debug }
    Watch { Get-PlatformVideo -First 20 | Save-PlatformVideo (Join-Path $Folder archive) -Include Cover, Subtitle, Metadata -SubtitleFormat Srt, Json -Verbose -Debug }
    Watch { Get-PlatformVideo -First 5 | Test-PlatformVideo -Verbose -Debug }
    Watch { Export-PlatformInventory (Join-Path $Folder inventory.jsonl) -Force -Verbose -Debug }
    Watch { Export-PlatformInventory (Join-Path $Folder inventory.csv) -ForSpreadsheet -Force -Verbose -Debug }
    Watch { Import-PlatformInventory (Join-Path $Folder inventory.jsonl) -Verbose -Debug | Measure-PlatformVideo -By Platform, Session -Verbose -Debug }
    Watch { Compare-PlatformInventory (Join-Path $Folder inventory.jsonl) -Verbose -Debug }
    Watch { Export-PlatformVideoReport (Join-Path $Folder report.html) -Reference (Join-Path $Folder inventory.jsonl) -EmbedCover -Force -Verbose -Debug }
    Watch { Get-VideoPlatformSession -Verbose -Debug }
    Watch { Test-VideoPlatformSession -Verbose -Debug }
    Watch { [pscustomobject]@{ Platform = 'Chanjing'; Id = $sandbox.Chanjing.Videos[0].Id } | Wait-PlatformVideo -State Ready, Failed, Processing -TimeoutSec 1 -Verbose -Debug }
}

# Type names of the module can't be resolved in a script that imports the module.
function Add-Fault ([hashtable] $Fault) {
    $type = $sandbox.GetType().Assembly.GetType('VideoPlatforms.Sandbox.Faults.Fault')
    $sandbox.Faults.Add((($Fault + @{ Times = [int]::MaxValue }) -as $type))
}

function Connect-EveryPlatform ([string] $More = '') {
    $connection = @{ RequestsPerSecond = 10000; MaximumRetryCount = 0; Verbose = $true; Debug = $true }
    foreach ($platform in $sandbox.Platforms) {
        Watch { & $Platforms[$platform.Platform].Connect $platform (New-Secret ($platform.GetSecret() + $More)) $connection }
    }
}

Connect-EveryPlatform
Invoke-EveryCommand
Get-PolyvVideo -First 1 -Verbose -Debug | Out-Host
Get-QushipinVideo -First 1 -Verbose -Debug | Out-Host

# Servers that echo their secrets, with every kind of failed response.
$secrets = @{}
foreach ($platform in $sandbox.Platforms) {
    $secrets[$Platforms[$platform.Platform].Path] = $platform.GetSecret()
}

$faults = @(
    { @{ Kind = 'Html'; Body = $echo } }
    { @{ Kind = 'Status'; Status = 503; Body = $echo } }
    { @{ Kind = 'Body'; Body = @{ code = '999'; result = 'false'; message = $echo; msg = $echo; resultMsg = $echo; requestId = $echo; trace_id = $echo; data = '' } | ConvertTo-Json } }
    { @{ Kind = 'Body'; Body = @{ code = '200'; message = $echo; requestId = $echo; data = $null } | ConvertTo-Json } }
    { @{ Kind = 'Redirect'; Location = 'https://example.com/?back=' + [uri]::EscapeDataString($echo) } }
    { @{ Kind = 'TruncateResponse' } }
    { @{ Kind = 'DropAfterHandling' } }
)
foreach ($fault in $faults) {
    foreach ($path in $secrets.Keys) {
        $echo = "$($secrets[$path]) $([uri]::EscapeDataString($secrets[$path]))"
        Add-Fault ((& $fault) + @{ Path = $path })
    }

    Invoke-EveryCommand
    Watch { Disconnect-Qushipin -Verbose -Debug }
    Connect-EveryPlatform
    $sandbox.Faults.Clear()
    Connect-EveryPlatform
}

# Revoked tokens and wrong credentials.
foreach ($platform in $sandbox.Platforms) {
    if ($Platforms[$platform.Platform].Token) {
        $platform.RevokeTokens()
    }
}

Invoke-EveryCommand
Connect-EveryPlatform -More x
Invoke-EveryCommand

# The recorded output in every format in which it can be saved. Of equal errors, one is sufficient.
$objects = $seen | Where-Object { $_ -isnot [System.Management.Automation.InformationalRecord] -and $_ -isnot [System.Management.Automation.ErrorRecord] }
$errors = @(@($Error) + $seen.Where({ $_ -is [System.Management.Automation.ErrorRecord] }) | Sort-Object { "$($_.FullyQualifiedErrorId) $($_.Exception.VendorMessage)" } -Unique)
$exceptions = foreach ($record in $errors) {
    for ($exception = $record.Exception; $exception; $exception = $exception.InnerException) {
        "$exception"
        $exception
    }
}
$seen | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] } | Out-String -Width 500 | Set-Content (Join-Path $Folder streams.txt)
$objects | Format-List * -Force | Out-String -Width 500 | Set-Content (Join-Path $Folder objects.txt)
$objects | ConvertTo-Json -Depth 10 -WarningAction Ignore 3>$null | Set-Content (Join-Path $Folder objects.json)
$objects | Export-Clixml (Join-Path $Folder objects.xml) -Depth 5
$objects | Where-Object Duration | Export-Csv (Join-Path $Folder videos.csv)
$errors | Out-String -Width 500 | Set-Content (Join-Path $Folder errors.txt)
$errors | Format-List * -Force | Out-String -Width 500 | Set-Content (Join-Path $Folder errors-list.txt)
$exceptions | Format-List * -Force | Out-String -Width 500 | Set-Content (Join-Path $Folder exceptions.txt)
$errors | Export-Clixml (Join-Path $Folder errors.xml) -Depth 2
$errors | Select-Object -First 20 | Get-Error | Out-String -Width 500 | Set-Content (Join-Path $Folder get-error.txt)
Get-History | Out-String | Set-Content (Join-Path $Folder history.txt)
@($sandbox.Requests) | Select-Object Platform, Call, Parameters, Headers | ConvertTo-Json -Depth 4 | Set-Content $Log
$null = Stop-Transcript
Stop-VideoPlatformSandbox
