# PowerShell 7 gets the cmdlets in a load context of their own (Core/); Windows PowerShell 5.1 gets them from Desktop/.
# Nothing here calls a method, so that it also works in Constrained Language Mode.
if ($PSEdition -eq 'Core') {
    Import-Module "$PSScriptRoot/Core/VideoPlatforms.Loader.dll"

    # An assembly that is imported again under -Force would keep its commands to itself while its first import is remembered.
    Get-Module -Name 'dynamic_code_module_VideoPlatforms,*' -All | Remove-Module -Force
    Import-Module -Assembly (Get-VideoPlatformAssembly)
}
else {
    # The loader first: from then on it answers for the folder's assemblies where another version of one is asked for.
    Import-Module "$PSScriptRoot/Desktop/VideoPlatforms.Loader.dll"
    Import-Module "$PSScriptRoot/Desktop/VideoPlatforms.dll"
}

# Not in the manifest: the file names classes of the loader, which differs by edition and is known only now.
Update-TypeData -PrependPath "$PSScriptRoot/VideoPlatforms.types.ps1xml"

Export-ModuleMember -Cmdlet *
