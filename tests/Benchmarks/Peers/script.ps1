# Measures the alternative to the module: a typical administrator's script with Invoke-RestMethod.
param ([uri] $Server, [string] $Job, [int] $PageSize = 100, [int] $Count = 1000)

. $PSScriptRoot/meter.ps1

. $PSScriptRoot/script-list.ps1

function Set-Audit {
    process {
        $null = Invoke-RestMethod "${Server}console/vod/createAudit?mediaId=$_&status=Blocked&reason=bench&consoleToken=bench-console-token"
    }
}

# The first call of a process includes one-time costs.
$null = Invoke-RestMethod "${Server}v2/video/bench/get-by-uploader?page=1&pageSize=1"
switch ($Job) {
    'null' { Measure-Run { Get-Video | Out-Null; 0 } }
    'foreach' { Measure-Run { $n = 0; Get-Video | ForEach-Object { $n++ }; $n } }
    'where' { Measure-Run { @(Get-Video | Where-Object times -GT 3000).Count } }
    'csv' { Measure-Run { $file = [System.IO.Path]::GetTempFileName(); Get-Video | Export-Csv $file; Remove-Item $file; 0 } }
    'audit' { Measure-Run { 1..$Count | ForEach-Object { "video$_" } | Set-Audit; $Count } }
}
