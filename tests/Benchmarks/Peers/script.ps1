# Measures the alternative to the module: a typical administrator's script with Invoke-RestMethod.
param ([uri] $Server, [string] $Job, [int] $PageSize = 100, [int] $Count = 1000)

. $PSScriptRoot/meter.ps1

function Get-Video {
    $page = 1
    do {
        $parameters = [ordered]@{
            page     = $page
            pageSize = $PageSize
            ptime    = [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds()
        }
        $plain = ($parameters.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" }) -join '&'
        $hash = [System.Security.Cryptography.SHA1]::HashData([System.Text.Encoding]::UTF8.GetBytes($plain + 'bench-secret'))
        $response = Invoke-RestMethod "${Server}v2/video/bench/get-by-uploader?$plain&sign=$([Convert]::ToHexString($hash))"
        $response.data.contents
        $seen = $page * $response.data.pageSize
        $page++
    } while ($response.data.contents.Count -gt 0 -and $seen -lt $response.data.totalItems)
}

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
