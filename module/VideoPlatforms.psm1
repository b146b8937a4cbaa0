# The loader, which is imported first, resolves the libraries of the cmdlets: in PowerShell 7 in a separate load context, in Windows
# PowerShell 5.1 in the folder. No method is called here, so that the module also works in Constrained Language Mode, and no command that
# would load a module of PowerShell, because the session may not need that.
$assemblies = "$PSScriptRoot/../$PSEdition"
try {
    Import-Module "$assemblies/VideoPlatforms.Loader.dll" -ErrorAction Stop
}
catch [System.IO.FileNotFoundException] {
    # In a checkout, the build stages the assemblies here.
    $assemblies = "$PSScriptRoot/../out/VideoPlatforms/$PSEdition"
    Import-Module "$assemblies/VideoPlatforms.Loader.dll"
}

# The types refer to classes of the cmdlets' assembly. -Force, because Import-Module -Force of this module must also remove the cmdlets of
# the earlier import, and close its sessions.
Import-Module "$assemblies/VideoPlatforms.dll", "$PSScriptRoot/VideoPlatforms.Types.psd1" -Force

Export-ModuleMember -Cmdlet *
