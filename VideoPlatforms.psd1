@{
    RootModule           = 'module/VideoPlatforms.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '6b0c2a57-9e0f-4a3b-8a51-5d6f0c4e7a92'
    Author               = 'VideoPlatforms contributors'
    CompanyName          = 'VideoPlatforms'
    Copyright            = '(c) VideoPlatforms contributors. MIT license.'
    Description          = 'Manages videos on Polyv VOD, Polyv Live, Chanjing, Qushipin App Server and digital-person works: lists, reviews, transcodes, recommends and deletes them, with the same parameters, objects and errors on every platform. Includes a local test server.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Core', 'Desktop')
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess     = @('module/VideoPlatforms.format.ps1xml')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    CmdletsToExport      = @(
        'Add-QushipinRecommendation'
        'Compare-PlatformInventory'
        'Connect-Chanjing'
        'Connect-DigitalPerson'
        'Connect-Polyv'
        'Connect-PolyvLive'
        'Connect-Qushipin'
        'Connect-VideoPlatform'
        'Disconnect-Chanjing'
        'Disconnect-DigitalPerson'
        'Disconnect-Polyv'
        'Disconnect-PolyvLive'
        'Disconnect-Qushipin'
        'Export-PlatformInventory'
        'Export-PlatformVideoReport'
        'Get-ChanjingVideo'
        'Get-DigitalPersonWork'
        'Get-PlatformVideo'
        'Get-PolyvLivePlayback'
        'Get-PolyvVideo'
        'Get-QushipinRecommendation'
        'Get-QushipinVideo'
        'Get-VideoPlatformSession'
        'Import-PlatformInventory'
        'Measure-PlatformVideo'
        'Push-QushipinCache'
        'Remove-QushipinRecommendation'
        'Remove-QushipinVideo'
        'Save-PlatformVideo'
        'Set-QushipinAudit'
        'Start-QushipinTranscode'
        'Start-VideoPlatformSandbox'
        'Stop-VideoPlatformSandbox'
        'Test-PlatformVideo'
        'Test-VideoPlatformSession'
        'Wait-PlatformVideo'
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('Video', 'Vod', 'Polyv', 'Chanjing', 'Qushipin', 'DigitalPerson', 'China', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://github.com/videoplatforms/VideoPlatforms/blob/main/LICENSE'
            ProjectUri   = 'https://github.com/videoplatforms/VideoPlatforms'
            ReleaseNotes = 'https://github.com/videoplatforms/VideoPlatforms/blob/main/CHANGELOG.md'
        }
    }
}
