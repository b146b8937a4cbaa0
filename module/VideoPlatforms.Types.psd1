# Loads the types file when the classes that it names are known. The manifest of the module would load it before that.
@{
    ModuleVersion  = '1.0'
    GUID           = 'd4c1f0a7-5a0e-4c39-9f1b-3f6f2f0c9b16'
    Author         = 'VideoPlatforms contributors'
    Description    = 'The types of the objects that VideoPlatforms reads from files, jobs and remote sessions.'
    TypesToProcess = @('VideoPlatforms.types.ps1xml')
}
