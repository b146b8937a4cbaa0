# The main job as an admin would type it, against the sandbox.
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
        & $lists[$platform] | Tee-Object -Variable videos | Export-Csv $file
        Write-Host ('{0,-14}{1,6} videos  {2}' -f $platform, $videos.Count, $file)
        $videos
    }

    Write-Progress -Activity 'Listing videos' -Completed
    $file = Join-Path $Folder 'all.csv'
    $all | Select-Object $common | Export-Csv $file
    Write-Host ('{0,-14}{1,6} videos  {2}' -f 'all', @($all).Count, $file)
    $all | Group-Object Platform | ForEach-Object { $_.Group[0..2] } | Format-Table Platform, State, CreatedAt, Title
}
finally {
    Stop-VideoPlatformSandbox $sandbox
}
