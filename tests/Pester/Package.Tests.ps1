# The package, installed from a repository into an empty module path.
Describe 'The package' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $root = "$PSScriptRoot/../.." | Resolve-Path

        # Included in PowerShell 7.4 and later, but not in Windows PowerShell or in all custom builds.
        $missing = if (-not (Get-Module Microsoft.PowerShell.PSResourceGet -ListAvailable)) { 'Microsoft.PowerShell.PSResourceGet is not installed' }
        if ($missing) {
            return
        }

        $package = & $root/build.ps1 -Task Package -NoBuild
        $null = New-Item -ItemType Directory $TestDrive/repository, $TestDrive/modules, $TestDrive/csv
        Copy-Item $package.FullName $TestDrive/repository

        # A separate home folder, so that the repositories of this user are not changed.
        $userHome = $env:HOME
        $env:HOME = "$TestDrive"
        try {
            $script = @"
`$ErrorActionPreference = 'Stop'
Register-PSResourceRepository Local -Uri '$TestDrive/repository' -Trusted
Save-PSResource VideoPlatforms -Repository Local -Path '$TestDrive/modules'
"@
            $saved = pwsh -NoProfile -NonInteractive -Command $script 2>&1 | Out-String
        }
        finally {
            $env:HOME = $userHome
        }
    }

    It 'is named after the module and its version' {
        if ($missing) {
            Set-ItResult -Skipped -Because $missing
            return
        }

        $package.Name | Should -Be "VideoPlatforms.$((Import-PowerShellDataFile $root/VideoPlatforms.psd1).ModuleVersion).nupkg"
    }

    It 'contains exactly the staged files' {
        if ($missing) {
            Set-ItResult -Skipped -Because $missing
            return
        }

        $installed = Get-ChildItem $TestDrive/modules/VideoPlatforms/* | Select-Object -ExpandProperty FullName
        $installed | Should -HaveCount 1 -Because $saved
        $files = Get-ChildItem $installed -Recurse -File -Name | Where-Object { $_ -notlike '*.nuspec' -and $_ -ne 'PSGetModuleInfo.xml' }
        $files | Sort-Object | Should -Be (Get-ChildItem $root/out/VideoPlatforms -Recurse -File -Name | Sort-Object)
    }

    It 'imports by name and runs the demo' {
        if ($missing) {
            Set-ItResult -Skipped -Because $missing
            return
        }

        $script = @"
`$env:PSModulePath = '$TestDrive/modules' + [System.IO.Path]::PathSeparator + "`$PSHOME/Modules"
& '$root/src/VideoPlatforms.Demo/demo.ps1' -Module VideoPlatforms -Folder '$TestDrive/csv'
(Get-Module VideoPlatforms).ModuleBase
"@
        $output = pwsh -NoProfile -NonInteractive -Command $script 2>&1 | Out-String
        $LASTEXITCODE | Should -Be 0 -Because $output
        $output | Should -BeLike "*$TestDrive/modules/VideoPlatforms*"
        Import-Csv $TestDrive/csv/all.csv | Should -HaveCount (300 * $Platforms.Count)
        Import-Csv $TestDrive/csv/audit.csv | Should -HaveCount 4
        Get-ChildItem $TestDrive/csv/archive -Recurse -File -Filter *.mp4 | Should -HaveCount 3
        Get-ChildItem $TestDrive/csv -File -Name -Filter *.csv | Sort-Object | Should -Be (@($Platforms.Keys) + 'all', 'archive', 'audit', 'compared', 'inventory', 'measure' | ForEach-Object { "$_.csv" } | Sort-Object)
    }
}

Describe 'The manifest' {
    BeforeAll {
        $path = "$PSScriptRoot/../../out/VideoPlatforms/VideoPlatforms.psd1"
        $manifest = Import-PowerShellDataFile $path
    }

    It 'is valid' {
        $module = Test-ModuleManifest $path -ErrorAction Stop -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
        $module.CompatiblePSEditions | Should -Be Core, Desktop
        "$($module.PowerShellVersion)" | Should -Be '5.1'
        $module.ExportedCmdlets.Keys | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
    }

    It 'exports only cmdlets, each by its name' {
        $manifest.CmdletsToExport | Should -Not -Match '\*'
        $manifest.FunctionsToExport, $manifest.AliasesToExport, $manifest.VariablesToExport | ForEach-Object { $_ | Should -HaveCount 0 }
    }

    It 'contains the links, tags and version of the module' {
        $data = $manifest.PrivateData.PSData
        $data.LicenseUri, $data.ProjectUri, $data.ReleaseNotes | Should -Match '^https://'
        $data.Tags | Should -Contain PSEdition_Desktop
        $data.Tags | Should -Contain PSEdition_Core
        $manifest.ModuleVersion | Should -Match '^\d+\.\d+\.\d+$'
    }
}
