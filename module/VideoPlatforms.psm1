# PowerShell 7 loads the cmdlets into a load context of their own (Core/); Windows PowerShell 5.1 loads them from Desktop/.
# No method is called here, so that the module also works in Constrained Language Mode.
$assemblies = "$PSScriptRoot/.."
try {
    # The first import of a process must be short: Test-Path would load a module of PowerShell that the session may not need.
    Import-Module "$assemblies/$PSEdition/VideoPlatforms.Loader.dll" -ErrorAction Stop
}
catch [System.IO.FileNotFoundException] {
    # In a checkout, the build stages the assemblies here.
    $assemblies = "$PSScriptRoot/../out/VideoPlatforms"
    Import-Module "$assemblies/$PSEdition/VideoPlatforms.Loader.dll"
}

if ($PSEdition -eq 'Core') {
    # With -Force, an assembly is not imported again while its first import is remembered.
    if (Get-VideoPlatformAssembly -Loaded) {
        Get-Module -Name 'dynamic_code_module_VideoPlatforms,*' -All | Remove-Module -Force
    }

    Import-Module -Assembly (Get-VideoPlatformAssembly)
}
else {
    # The loader, which was imported first, resolves the other assemblies of the folder.
    Import-Module "$assemblies/Desktop/VideoPlatforms.dll"
}

# Not Update-TypeData, because that loads a module of PowerShell that the session may not need.
Import-Module "$PSScriptRoot/VideoPlatforms.Types.psd1"

Export-ModuleMember -Cmdlet *
