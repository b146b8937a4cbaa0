# The loader, which is imported first, resolves the libraries of the cmdlets: in PowerShell 7 in a separate load context, in Windows
# PowerShell 5.1 in the folder. No method is called here, so that the module also works in Constrained Language Mode.
$assemblies = "$PSScriptRoot/../$PSEdition"
try {
    # The first import of a process must be short: Test-Path would load a module of PowerShell that the session may not need.
    Import-Module "$assemblies/VideoPlatforms.Loader.dll" -ErrorAction Stop
}
catch [System.IO.FileNotFoundException] {
    # In a checkout, the build stages the assemblies here.
    $assemblies = "$PSScriptRoot/../out/VideoPlatforms/$PSEdition"
    Import-Module "$assemblies/VideoPlatforms.Loader.dll"
}

# -Force, because Import-Module -Force of this module must also remove the cmdlets of the earlier import, and close its sessions.
Import-Module "$assemblies/VideoPlatforms.dll" -Force

# Not Update-TypeData, because that loads a module of PowerShell that the session may not need.
Import-Module "$PSScriptRoot/VideoPlatforms.Types.psd1"

Export-ModuleMember -Cmdlet *
