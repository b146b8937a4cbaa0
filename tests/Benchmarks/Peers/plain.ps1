# The plainest possible cmdlet, doing the same.
param ([uri] $Server, [string] $Module, [string] $Job, [int] $PageSize = 100)

. $PSScriptRoot/meter.ps1

Import-Module $Module
$where = @{ Server = $Server; PageSize = $PageSize }

# The first call of a process pays for what every process pays for.
$null = Get-PlainVideo @where | Select-Object -First 1
switch ($Job) {
    'null' { Measure-Run { Get-PlainVideo @where | Out-Null; 0 } }
    'foreach' { Measure-Run { $n = 0; Get-PlainVideo @where | ForEach-Object { $n++ }; $n } }
}
