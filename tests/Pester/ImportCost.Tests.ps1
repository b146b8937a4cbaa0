BeforeAll {
    $module = "$PSScriptRoot/../../out/VideoPlatforms"

    # A new process, because this one can have loaded more assemblies.
    function Get-LoadedDll([string] $Before) {
        $script = "$Before; [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { -not `$_.IsDynamic -and `$_.Location -like '*VideoPlatforms*Core*' } | ForEach-Object { `$_.GetName().Name }"
        pwsh -NoProfile -NonInteractive -Command $script
    }
}

Describe 'Loaded assemblies of an import' {
    It 'are three DLLs, without dependencies' {
        Get-LoadedDll "Import-Module '$module'" | Sort-Object | Should -Be 'VideoPlatforms', 'VideoPlatforms.Clients', 'VideoPlatforms.Loader'
    }

    It 'are three DLLs if only sessions are listed' {
        Get-LoadedDll "Import-Module '$module'; Get-VideoPlatformSession" | Should -HaveCount 3
    }
}

Describe 'Loaded assemblies of a list' {
    It 'do not include those for retries' {
        $loaded = Get-LoadedDll "Import-Module '$module'; `$sandbox = Start-VideoPlatformSandbox -Connect; `$null = Get-PolyvVideo; Stop-VideoPlatformSandbox `$sandbox"
        $loaded | Should -Contain 'System.Threading.RateLimiting'
        $loaded | Should -Not -Contain 'Polly.Core'
    }
}

Describe 'The import of an incomplete copy' {
    It 'reports the missing file' {
        Copy-Item $module $TestDrive/VideoPlatforms -Recurse
        Remove-Item $TestDrive/VideoPlatforms/Core/VideoPlatforms.Clients.dll
        $script = "try { Import-Module '$TestDrive/VideoPlatforms' -ErrorAction Stop } catch { `$_.Exception.Message }"
        pwsh -NoProfile -NonInteractive -Command $script | Out-String | Should -BeLike '*VideoPlatforms.Clients*'
        $LASTEXITCODE | Should -Be 0
    }
}
