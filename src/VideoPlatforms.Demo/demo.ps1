# The main job and a review by hand, as an admin would type them, against the sandbox.
param (
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $Folder
)

$ErrorActionPreference = 'Stop'

# The same CSV wherever the demo runs: dates are written in the culture's form.
[cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture

Import-Module $Module
$sandbox = Start-VideoPlatformSandbox -Connect
try {
    $common = 'Platform', 'Id', 'Title', 'State', 'CreatedAt', 'Duration', 'Url', 'CoverUrl', 'Session'
    $lists = [ordered]@{
        Polyv         = { Get-PolyvVideo }
        PolyvLive     = { Get-PolyvLivePlayback }
        Chanjing      = { Get-ChanjingVideo }
        Qushipin      = { Get-QushipinVideo }
        DigitalPerson = { Get-DigitalPersonWork }
    }

    $done = 0
    $all = foreach ($platform in $lists.Keys) {
        Write-Progress -Activity 'Listing videos' -Status $platform -PercentComplete (100 * $done++ / $lists.Count)
        $file = Join-Path $Folder "$platform.csv"
        & $lists[$platform] | Tee-Object -Variable videos | Export-Csv $file -Encoding utf8
        Write-Host ('{0,-14}{1,6} videos  {2}' -f $platform, $videos.Count, $file)
        $videos
    }

    Write-Progress -Activity 'Listing videos' -Completed
    $file = Join-Path $Folder 'all.csv'
    $all | Select-Object $common | Export-Csv $file -Encoding utf8
    Write-Host ('{0,-14}{1,6} videos  {2}' -f 'all', @($all).Count, $file)
    $all | Group-Object Platform | ForEach-Object { $_.Group[0..2] } | Format-Table Platform, State, CreatedAt, Title

    # Some videos under review are blocked and one of them is deleted; what the server confirmed is the audit log.
    $reviewed = Get-QushipinVideo -CensorStatus onCensor -First 3
    $file = Join-Path $Folder 'audit.csv'
    $log = & {
        $reviewed | Set-QushipinAudit -Status Blocked -Reason 'rehearsal' -PassThru
        $reviewed[0] | Remove-QushipinVideo -PassThru -Confirm:$false
    }
    $log | Export-Csv $file -Encoding utf8
    $left = Get-QushipinVideo
    Write-Host ('{0,-14}{1,6} changes {2}' -f 'audit', $log.Count, $file)
    Write-Host ('Deleted {0}: the server has {1} videos left, that one {2}.' -f $log[-1].Target, $left.Count,
        $(if ($log[-1].Target -in $left.Id) { 'still among them' } else { 'no longer among them' }))
}
finally {
    Stop-VideoPlatformSandbox $sandbox
}
