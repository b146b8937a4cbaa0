# Measures the minimal cmdlet.
param ([uri] $Server, [string] $Module, [string] $Job, [int] $PageSize = 100)

. $PSScriptRoot/meter.ps1

Import-Module $Module
$source = @{ Server = $Server; PageSize = $PageSize; SecretKey = ConvertTo-SecureString 'bench-secret' -AsPlainText -Force }

# The first call of a process includes one-time costs.
$null = Get-PlainVideo @source | Select-Object -First 1
switch ($Job) {
    'null' { Measure-Run { Get-PlainVideo @source | Out-Null; 0 } }
    'csv' { Measure-Run { $file = [System.IO.Path]::GetTempFileName(); Get-PlainVideoRow @source | Export-Csv $file; Remove-Item $file; 0 } }
    'foreach' { Measure-Run { $n = 0; Get-PlainVideo @source | ForEach-Object { $n++ }; $n } }
}
