# Another module can load other versions of the same libraries, before or after this module.
Describe 'Isolation' {
    BeforeAll {
        $root = "$PSScriptRoot/../.." | Resolve-Path
        $module = "$root/out/VideoPlatforms/VideoPlatforms.psd1"
        $other = "$root/out/tests/IsolationModule/IsolationModule.dll"

        # The version of a library in the other module.
        function Get-VersionOf ([string] $Name) {
            ((Get-Item "$root/out/tests/IsolationModule/$Name.dll").VersionInfo.ProductVersion -split '\+')[0]
        }

        # Runs both modules in a separate process, and returns their libraries and the number of videos.
        function Invoke-Both ([string[]] $Import) {
            $script = @"
`$ErrorActionPreference = 'Stop'
Import-Module '$($Import[0])'
Import-Module '$($Import[1])'
`$sandbox = Start-VideoPlatformSandbox -VideoCount 30 -Connect
`$libraries = Test-Library `$sandbox.RootUri
# A retry also loads the library for retries.
`$sandbox.Faults.Add(@{ Kind = 'Status'; Status = 503; Path = 'get-by-uploader' })
`$videos = @(Get-PlatformVideo)
`$libraries += @(Test-Library `$sandbox.RootUri)
`$own = [System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object {
    [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext(`$_).Name -eq 'VideoPlatforms' -and `$_.GetName().Name -match '^(Microsoft\.Extensions|Polly)\.'
} | ForEach-Object {
    `$version = [System.Reflection.CustomAttributeExtensions]::GetCustomAttribute(`$_, [System.Reflection.AssemblyInformationalVersionAttribute])
    @{ Name = `$_.GetName().Name; Version = (`$version.InformationalVersion -split '\+')[0] }
}
`$copies = @([System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'Polly.Core' }).Count
@{ Libraries = `$libraries; Own = @(`$own); Copies = `$copies; Videos = `$videos.Count } | ConvertTo-Json -Depth 4
"@
            $output = pwsh -NoProfile -NonInteractive -Command $script 2>&1 | Out-String
            $LASTEXITCODE | Should -Be 0 -Because $output
            $output | ConvertFrom-Json
        }
    }

    It 'lets both modules use their own versions if the other one is imported <_>' -ForEach 'before', 'after' {
        $report = Invoke-Both ($_ -eq 'before' ? @($other, $module) : @($module, $other))

        $report.Videos | Should -Be 150
        $report.Libraries | Should -HaveCount 10
        $report.Libraries.StatusCode | Should -Be (@(404) * 10) -Because 'the sandbox answered, twice'
        $report.Libraries.Context | Sort-Object -Unique | Should -Be Default
        foreach ($library in $report.Libraries) {
            $library.Version | Should -Be (Get-VersionOf $library.Name)
        }

        $report.Own.Name | Should -Be 'Polly.Core' -Because 'VideoPlatforms uses it, too'
        $report.Own.Version | Should -Not -Be (Get-VersionOf 'Polly.Core')
        $report.Copies | Should -Be 2
    }

    It 'requires the loader' {
        $report = Invoke-Both $other, "$root/out/VideoPlatforms/Core/VideoPlatforms.dll"
        $report.Own | Should -BeNullOrEmpty
        $report.Copies | Should -Be 1 -Because 'both modules use the copy that is loaded first'
    }
}

Describe 'Removing the module' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        function Test-Port ([int] $Port) {
            $client = [System.Net.Sockets.TcpClient]::new()
            try { $client.ConnectAsync('127.0.0.1', $Port).Wait(2000) } catch { $false } finally { $client.Dispose() }
        }
    }

    It 'closes sessions and sandboxes, also for the next import' {
        Import-Module $Manifest
        $port = (Start-VideoPlatformSandbox -VideoCount 5 -Connect).Port
        $session = Get-VideoPlatformSession -Platform Polyv
        Test-Port $port | Should -BeTrue

        Remove-Module VideoPlatforms
        Test-Port $port | Should -BeFalse
        Get-Command Get-PolyvVideo -ErrorAction Ignore | Should -BeNullOrEmpty

        Import-Module $Manifest
        Get-VideoPlatformSession | Should -BeNullOrEmpty
        { Get-PolyvVideo -Session $session } | Should -Throw -ErrorId 'Polyv.NotConnected,*'
        $null = Start-VideoPlatformSandbox -VideoCount 5 -Connect
        Get-PolyvVideo | Should -HaveCount 5
    }

    It 'closes them with Import-Module -Force' {
        Import-Module $Manifest
        $port = (Start-VideoPlatformSandbox -VideoCount 5 -Connect).Port
        Import-Module $Manifest -Force
        Test-Port $port | Should -BeFalse
        Get-VideoPlatformSession | Should -BeNullOrEmpty
        $null = Start-VideoPlatformSandbox -VideoCount 5 -Connect
        Get-PlatformVideo | Should -HaveCount 25
    }

    It 'does not happen if the module is imported again' {
        Import-Module $Manifest
        $null = Start-VideoPlatformSandbox -VideoCount 5 -Connect
        Import-Module $Manifest
        Get-VideoPlatformSession | Should -HaveCount 5
        Get-PolyvVideo | Should -HaveCount 5
    }
}
