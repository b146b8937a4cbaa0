# Measures the import of a module in a new process.
param ([string] $Module)

. $PSScriptRoot/meter.ps1

Measure-Run {
    Import-Module $Module
    $folder = [System.IO.Path]::GetDirectoryName($Module)
    @([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { -not $_.IsDynamic -and $_.Location.StartsWith($folder) }).Count
}
