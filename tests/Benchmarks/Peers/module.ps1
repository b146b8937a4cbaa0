# Measures the module.
param ([uri] $Server, [string] $Module, [string] $Job, [int] $PageSize = 100, [int] $ThrottleLimit = 4, [int] $Count = 1000)

. $PSScriptRoot/meter.ps1

Import-Module $Module
$secret = ConvertTo-SecureString 'bench-secret' -AsPlainText -Force
$null = Connect-Polyv -UserId bench -SecretKey $secret -BaseUri $Server -RequestsPerSecond 10000
$null = Connect-Qushipin -BaseUri $Server -Credential ([pscredential]::new('bench', $secret)) -RequestsPerSecond 10000
$paging = @{ PageSize = $PageSize; ThrottleLimit = $ThrottleLimit }

# The first call of a process includes one-time costs.
$null = Get-PolyvVideo -First 1 -PageSize 1
switch ($Job) {
    'null' { Measure-Run { Get-PolyvVideo @paging | Out-Null; 0 } }
    'second list, null' { Get-PolyvVideo @paging | Out-Null; Measure-Run { Get-PolyvVideo @paging | Out-Null; 0 } }
    'foreach' { Measure-Run { $n = 0; Get-PolyvVideo @paging | ForEach-Object { $n++ }; $n } }
    'where' { Measure-Run { @(Get-PolyvVideo @paging | Where-Object PlayCount -GT 3000).Count } }
    'csv' { Measure-Run { $file = [System.IO.Path]::GetTempFileName(); Get-PolyvVideo @paging | Export-Csv $file; Remove-Item $file; 0 } }
    'audit' { Measure-Run { 1..$Count | ForEach-Object { "video$_" } | Set-QushipinAudit -Status Blocked -Reason bench; $Count } }
    'first' { Measure-First { Get-PolyvVideo @paging } }
}
