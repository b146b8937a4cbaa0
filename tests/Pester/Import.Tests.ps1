Describe 'Import' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
    }

    It 'exports the cmdlets of the manifest, and nothing else' {
        $module = Get-Module VideoPlatforms
        $expected = (Import-PowerShellDataFile $Manifest).CmdletsToExport
        $module.ExportedCommands.Keys | Sort-Object | Should -Be ($expected | Sort-Object)
        $module.ExportedVariables.Count | Should -Be 0
    }

    It 'writes no output' {
        $output = pwsh -NoProfile -NonInteractive -Command "Import-Module '$Manifest' -WarningAction Continue; 'imported'" 2>&1
        $output | Should -Be 'imported'
    }

    It 'of the manifest in the checkout is the same module, with its help and views' {
        $checkout = Join-Path $PSScriptRoot '..' '..' 'VideoPlatforms.psd1' | Resolve-Path
        (Test-ModuleManifest $checkout).ExportedCmdlets.Keys | Sort-Object | Should -Be ((Test-ModuleManifest $Manifest).ExportedCmdlets.Keys | Sort-Object)
        $script = {
            param ($path)
            Import-Module $path
            $null = Start-VideoPlatformSandbox -Connect -VideoCount 1
            (Get-Help Get-PolyvVideo).Synopsis
            (Get-Help about_VideoPlatforms).Length
            (Get-PolyvVideo | Out-String) -replace 'sandbox-user@\S+'
        }
        $staged, $own = $Manifest, $checkout | ForEach-Object { pwsh -NoProfile -NonInteractive -Command $script -args "$_" | Out-String }
        $own | Should -Not -BeNullOrEmpty
        $own | Should -Be $staged
    }

    It 'can be repeated, also with -Force' {
        Import-Module $Manifest
        Import-Module $Manifest -Force
        Get-Command Get-PolyvVideo | Should -HaveCount 1
    }

    It 'works after the module was removed, without the previous sessions and sandboxes' {
        $sandbox = Start-VideoPlatformSandbox -VideoCount 20
        $session = Connect-PolyvSandbox $sandbox
        $address = $sandbox.RootUri
        Remove-Module VideoPlatforms
        { Get-PolyvVideo } | Should -Throw -ErrorId CommandNotFoundException
        { Invoke-RestMethod $address } | Should -Throw -ErrorId 'WebCmdletWebResponseException,*' -Because 'the sandbox stopped'

        Import-Module $Manifest
        Get-VideoPlatformSession | Should -BeNullOrEmpty
        { Get-PolyvVideo -Session $session } | Should -Throw -ErrorId 'Polyv.NotConnected,*'
        $sandbox = Start-VideoPlatformSandbox -VideoCount 20
        Connect-PolyvSandbox $sandbox | Out-Null
        Get-PolyvVideo | Should -HaveCount 20
        Disconnect-Polyv
        Stop-VideoPlatformSandbox $sandbox
    }

    It 'loads its libraries in a separate load context' {
        $sandbox = Start-VideoPlatformSandbox -VideoCount 1
        Connect-PolyvSandbox $sandbox -More @{ MaximumRetryCount = 1 } | Out-Null
        $sandbox.Faults.Add(@{ Kind = 'Status'; Status = 503 })
        Get-PolyvVideo | Should -HaveCount 1 -Because 'the first call fails, and is made again'
        Disconnect-Polyv
        Stop-VideoPlatformSandbox $sandbox
        $polly = [System.AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -eq 'Polly.Core' })
        $polly | Should -HaveCount 1
        [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($polly[0]).Name | Should -Be VideoPlatforms
    }

    It 'declares the output types and paging parameters of every cmdlet' {
        foreach ($command in Get-Command -Module VideoPlatforms) {
            $command.CommandType | Should -Be Cmdlet
            if ($command.Verb -in 'Get', 'Connect', 'Start') {
                $command.OutputType | Should -Not -BeNullOrEmpty -Because "$command writes something"
            }

            if ($command.Verb -eq 'Get' -and $command.Name -ne 'Get-VideoPlatformSession' -and -not $command.Parameters['VideoId']) {
                $command.Parameters.Keys | Should -Contain IncludeTotalCount -Because "$command is a list"
            }
        }
    }
}
