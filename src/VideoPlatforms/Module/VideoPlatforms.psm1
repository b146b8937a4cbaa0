# PowerShell 7 gets the cmdlets in a load context of their own (Core/); Windows PowerShell 5.1 gets them from Desktop/.
if ($PSEdition -eq 'Core') {
    $null = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($PSScriptRoot, 'Core', 'VideoPlatforms.Loader.dll'))
    Import-Module -Assembly ([VideoPlatforms.Loader.ModuleLoadContext]::LoadModule())
}
else {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, 'Desktop', 'VideoPlatforms.dll'))
}

Export-ModuleMember -Cmdlet *
