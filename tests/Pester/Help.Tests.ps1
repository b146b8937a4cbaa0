# The help of the module in Get-Help, in both languages. Every example is run in a separate sandbox.

BeforeDiscovery {
    $manifest = Join-Path $PSScriptRoot '../../out/VideoPlatforms/VideoPlatforms.psd1' | Resolve-Path | ForEach-Object ProviderPath
    $topics = 'about_VideoPlatforms', 'about_VideoPlatforms_Sandbox', 'about_VideoPlatforms_Errors'

    # PowerShell caches help regardless of the culture, so each culture is read in a separate process.
    $ask = {
        param ($Manifest, $Culture, $Topics, $Answer)
        $ErrorActionPreference = 'Stop'
        [cultureinfo]::CurrentUICulture = $Culture
        Import-Module $Manifest
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters
        $cmdlets = foreach ($command in Get-Command -Module VideoPlatforms -CommandType Cmdlet) {
            $name = $command.Name
            $help = Get-Help $name -Full
            @{
                Name        = $name
                Own         = @($command.Parameters.Keys | Where-Object { $_ -notin $common })
                Synopsis    = $help.Synopsis
                Description = ($help.description | ForEach-Object Text) -join "`n"
                Full        = $help | Out-String
                Examples    = @($help.examples.example | ForEach-Object { @{ Title = $_.title.Trim(' -'); Code = $_.code } })
                Parameters  = @(Get-Help $name -Parameter * | ForEach-Object { @{ Name = $_.name; Text = ($_.description | ForEach-Object Text) -join "`n" } })
            }
        }
        $about = $Topics | ForEach-Object { @{ Name = $_; Text = Get-Help $_ | Out-String } }
        $found = (Get-Help about_VideoPlatforms*).Name
        @{ Cmdlets = $cmdlets; Topics = $about; Found = $found } | ConvertTo-Json -Depth 6 | Set-Content $Answer -Encoding utf8
    }

    $shell = (Get-Process -Id $PID).Path
    $cultures = foreach ($culture in 'en-US', 'zh-CN') {
        $file = [System.IO.Path]::GetTempFileName()
        try {
            $output = & $shell -NoProfile -NonInteractive -Command $ask -args $manifest, $culture, $topics, $file 2>&1
            $answer = Get-Content $file -Raw -Encoding utf8 | ConvertFrom-Json
            if (-not $answer) {
                throw "Get-Help failed in ${culture}: $output"
            }
        }
        finally {
            Remove-Item $file
        }

        $examples = foreach ($cmdlet in $answer.Cmdlets) {
            $cmdlet.Examples | ForEach-Object { @{ Cmdlet = $cmdlet.Name; Title = $_.Title; Code = $_.Code } }
        }
        @{ Culture = $culture; Answer = $answer; Cmdlets = $answer.Cmdlets; Topics = $answer.Topics; Examples = $examples }
    }
}

Describe 'Help in <Culture>' -ForEach $cultures {
    BeforeAll {
        $source = Join-Path $PSScriptRoot '../..'
        $manifest = Join-Path $source 'out/VideoPlatforms/VideoPlatforms.psd1'
    }

    Context '<_.Name>' -ForEach $Cmdlets {
        It 'has a synopsis, a description and two examples' {
            $_.Synopsis | Should -Not -BeNullOrEmpty
            $_.Synopsis | Should -Not -BeLike '*-*<CommonParameters>*'
            $_.Description | Should -Not -BeNullOrEmpty
            $_.Examples.Count | Should -BeGreaterOrEqual 2
            $_.Examples.Code | Should -Not -BeNullOrEmpty
        }

        It 'describes every parameter' {
            foreach ($name in $_.Own) {
                $_.Parameters | Where-Object Name -EQ $name | ForEach-Object Text | Should -Not -BeNullOrEmpty -Because "-$name is described"
            }
        }

        It 'is in the language of the culture' {
            $language = if ($Culture -eq 'zh-CN') { '[\u4e00-\u9fff]' } else { '^[A-Z][a-z]*( |$)' }
            $_.Synopsis | Should -MatchExactly $language
            $_.Description | Should -MatchExactly $language
            foreach ($parameter in $_.Parameters) {
                $parameter.Text | Should -MatchExactly $language
            }
        }

        It 'contains no Markdown' {
            $_.Full | Should -Not -Match '```|\]\(\w'
        }
    }

    It 'has <_.Name>, without network access' -ForEach $Topics {
        $_.Text | Should -Match "^\s*\S+\s+$($_.Name)\s"
        $_.Text | Should -MatchExactly $(if ($Culture -eq 'zh-CN') { '[\u4e00-\u9fff]{8}' } else { 'SHORT DESCRIPTION\s+[A-Z][a-z]* ' })
    }

    It 'finds every topic with a wildcard' {
        foreach ($topic in 'about_VideoPlatforms', 'about_VideoPlatforms_Sandbox', 'about_VideoPlatforms_Errors') {
            $Answer.Found | Should -Contain $topic
        }
    }

    Context 'Examples' {
        BeforeEach {
            $environment = Get-ChildItem Env:

            # A separate noninteractive runspace: a confirmation fails.
            $state = [initialsessionstate]::CreateDefault2()
            $state.ImportPSModule($manifest)
            $shell = [powershell]::Create($state)
        }

        AfterEach {
            $shell.Commands.Clear()
            $null = $shell.AddScript('Stop-VideoPlatformSandbox').Invoke()
            $shell.Dispose()
            Get-ChildItem Env: | Where-Object Name -NotIn $environment.Name | Remove-Item
            $environment | ForEach-Object { Set-Item "Env:$($_.Name)" $_.Value }
        }

        It '<Cmdlet>: <Title>' -ForEach $Examples {
            $null = $shell.AddScript("& {`n`$ErrorActionPreference = 'Stop'`n`$sandbox = Start-VideoPlatformSandbox -Connect`n$Code`n}")
            $null = $shell.Invoke()
            $shell.Streams.Error | Should -BeNullOrEmpty
            $shell.Streams.Warning | Should -BeNullOrEmpty
        }
    }

    It 'is generated from the pages' {
        $platyPS = Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable | Where-Object { $_.Version -ge '1.0' -and $_.Version -lt '1.1' }
        if (-not $platyPS) {
            Set-ItResult -Skipped -Because 'Microsoft.PowerShell.PlatyPS 1.0 is not installed'
            return
        }

        & $source/docs/Export-Help.ps1 -Culture $Culture -Destination $TestDrive
        $generated = [System.IO.File]::ReadAllText("$TestDrive/VideoPlatforms.dll-Help.xml")
        $committed = [System.IO.File]::ReadAllText((Resolve-Path "$source/$Culture/VideoPlatforms.dll-Help.xml"))
        $generated -eq $committed.Replace("`r`n", "`n") | Should -BeTrue -Because 'build.ps1 -Task Help was run after the last change of the pages'
    }

    It 'has topics that are generated from the pages' {
        & $source/docs/Export-AboutTopic.ps1 -Culture $Culture -Destination $TestDrive
        foreach ($generated in Get-ChildItem $TestDrive -Filter about_*.help.txt) {
            $committed = [System.IO.File]::ReadAllText((Resolve-Path "$source/$Culture/$($generated.Name)"))
            [System.IO.File]::ReadAllText($generated.FullName) -eq $committed.Replace("`r`n", "`n") |
                Should -BeTrue -Because 'build.ps1 -Task Help was run after the last change of the pages'
        }
    }
}
