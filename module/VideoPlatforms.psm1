# PowerShell 7 loads the cmdlets into a load context of their own (Core/); Windows PowerShell 5.1 loads them from Desktop/.
# No method is called here, so that the module also works in Constrained Language Mode.
$assemblies = Split-Path $PSScriptRoot
if (-not (Test-Path "$assemblies/Core")) {
    # In a checkout, the build stages the assemblies here.
    $assemblies = "$assemblies/out/VideoPlatforms"
}

if ($PSEdition -eq 'Core') {
    Import-Module "$assemblies/Core/VideoPlatforms.Loader.dll"

    # With -Force, an assembly is not imported again while its first import is remembered.
    if (Get-VideoPlatformAssembly -Loaded) {
        Get-Module -Name 'dynamic_code_module_VideoPlatforms,*' -All | Remove-Module -Force
    }

    Import-Module -Assembly (Get-VideoPlatformAssembly)
}
else {
    # The loader resolves the other assemblies of the folder, so it is imported first.
    Import-Module "$assemblies/Desktop/VideoPlatforms.Loader.dll"
    Import-Module "$assemblies/Desktop/VideoPlatforms.dll"
}

# Not Update-TypeData, because that loads a module of PowerShell that the session may not need.
Import-Module "$PSScriptRoot/VideoPlatforms.Types.psd1"

Export-ModuleMember -Cmdlet *
