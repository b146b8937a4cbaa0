@{
    RootModule        = 'Empty.psm1'
    ModuleVersion     = '1.0.0'
    GUID              = '0e7d3b52-6c0c-4f0f-8b0a-6a6d5a5f7f11'
    Description       = 'A module with one function: what any import takes.'
    FunctionsToExport = 'Get-Nothing'
    CmdletsToExport   = @()
    AliasesToExport   = @()
}
