#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests and packages VideoPlatforms.
.DESCRIPTION
    Build      builds the solution and stages the module in out/VideoPlatforms
    Test       runs the xunit and Pester tests
    Demo       runs the demo against the sandbox
    Analyze    analyzes the scripts with PSScriptAnalyzer, and the page of the report with Biome, if they are available
    Bench      runs the benchmarks
    Help       generates the help files of the module from docs/en-US and docs/zh-CN with Microsoft.PowerShell.PlatyPS
    Package    creates a .nupkg file in out/packages
    Publish    publishes the package to a registered PSResourceGet repository
    Clean      removes the output of the other tasks
.EXAMPLE
    ./build.ps1
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding(SupportsShouldProcess)]
param (
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Analyze', 'Bench', 'Help', 'Package', 'Publish', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    # Specifies that Package uses the staged module without building it.
    [switch] $NoBuild,

    # Specifies the name of the registered repository for Publish.
    [string] $Repository,

    # Specifies the API key of the repository.
    [securestring] $ApiKey
)

$ErrorActionPreference = 'Stop'
$out = Join-Path $PSScriptRoot 'out'
$module = Join-Path $out 'VideoPlatforms'
$packages = Join-Path $out 'packages'

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $args failed with exit code $LASTEXITCODE."
    }
}

function Invoke-Build {
    Invoke-DotNet build $PSScriptRoot/VideoPlatforms.sln -c $Configuration
}

function Invoke-Test {
    Invoke-DotNet test $PSScriptRoot/VideoPlatforms.sln -c $Configuration
}

function Invoke-Demo {
    Push-Location $PSScriptRoot
    try {
        Invoke-DotNet run --project src/VideoPlatforms.Demo -c $Configuration
    }
    finally {
        Pop-Location
    }
}

# The linter of the script and style of the report. Nothing else requires Node.js.
function Invoke-PageAnalysis {
    if (-not (Get-Command npx -CommandType Application -ErrorAction Ignore)) {
        Write-Warning 'Node.js is not installed. The page of the report was not analyzed.'
        return
    }

    Push-Location $PSScriptRoot
    try {
        & npx --yes '@biomejs/biome@2.6.8' lint --error-on-warnings
        if ($LASTEXITCODE -ne 0) {
            throw 'Biome reported findings in the page of the report.'
        }
    }
    finally {
        Pop-Location
    }
}

function Invoke-Analyze {
    Invoke-PageAnalysis
    if (-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
        Write-Warning 'PSScriptAnalyzer is not installed. No script was analyzed.'
        return
    }

    # The staged files are analyzed instead of their sources, because the manifest refers to files that exist only there.
    if (-not (Test-Path $module)) {
        Invoke-Build
    }

    $shipped = @(Get-ChildItem $module -Include *.ps1, *.psm1, *.psd1 -Recurse)
    $own = @(Get-ChildItem $PSScriptRoot -Include *.ps1, *.psm1, *.psd1 -Recurse |
            Where-Object FullName -NotMatch '[\\/](bin|obj|out)[\\/]' | Where-Object Name -NotIn $shipped.Name)
    $bothEditions = @{ Rules = @{ PSUseCompatibleSyntax = @{ Enable = $true; TargetVersions = '5.1', '7.4' } } }
    $findings = @(
        $shipped | ForEach-Object { Invoke-ScriptAnalyzer $_ -Settings $bothEditions }
        $own | ForEach-Object { Invoke-ScriptAnalyzer $_ -Settings $PSScriptRoot/PSScriptAnalyzerSettings.psd1 }
        Get-ChildItem $PSScriptRoot/examples -Filter *.ps1 | ForEach-Object { Invoke-ScriptAnalyzer $_ -Settings $bothEditions -IncludeRule PSUseCompatibleSyntax }
    )
    if ($findings) {
        $findings | ForEach-Object { Write-Warning "$($_.ScriptName):$($_.Line) $($_.RuleName): $($_.Message)" }
        throw "PSScriptAnalyzer reported $($findings.Count) findings."
    }

    Write-Output "PSScriptAnalyzer: $($shipped.Count + $own.Count) scripts, no findings."
}

function Invoke-Bench {
    Invoke-DotNet run -c Release --project $PSScriptRoot/tests/Benchmarks
}

function Invoke-Help {
    foreach ($culture in 'en-US', 'zh-CN') {
        $folder = Join-Path $PSScriptRoot $culture
        & $PSScriptRoot/docs/Export-Help.ps1 -Culture $culture -Destination $folder
        & $PSScriptRoot/docs/Export-AboutTopic.ps1 -Culture $culture -Destination $folder
    }
}

function Invoke-Package {
    # Builds in the Release configuration unless -NoBuild is specified.
    if (-not $NoBuild) {
        Invoke-DotNet build $PSScriptRoot/VideoPlatforms.sln -c Release
    }

    $null = Test-ModuleManifest (Join-Path $module 'VideoPlatforms.psd1')
    $null = New-Item $packages -ItemType Directory -Force
    Compress-PSResource -Path $module -DestinationPath $packages
    Get-ChildItem $packages -Filter VideoPlatforms.*.nupkg
}

function Invoke-Publish {
    if (-not $Repository) {
        throw 'Publish requires -Repository, the name of a repository that Get-PSResourceRepository returns.'
    }

    $package = Get-ChildItem $packages -Filter VideoPlatforms.*.nupkg | Sort-Object LastWriteTime | Select-Object -Last 1
    if (-not $package) {
        throw 'There is no package. Run -Task Package first.'
    }

    $key = @{}
    if ($ApiKey) {
        $key.ApiKey = [System.Net.NetworkCredential]::new('', $ApiKey).Password
    }

    if ($PSCmdlet.ShouldProcess($package.Name, "Publish to $Repository")) {
        Publish-PSResource -NupkgPath $package.FullName -Repository $Repository @key
    }
}

function Invoke-Clean {
    Get-ChildItem $PSScriptRoot/src, $PSScriptRoot/tests -Include bin, obj -Directory -Recurse | Remove-Item -Recurse -Force
    if (Test-Path $out) {
        Remove-Item $out -Recurse -Force
    }
}

foreach ($name in $Task) {
    & "Invoke-$name"
}
