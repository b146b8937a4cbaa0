BeforeAll {
    $module = "$PSScriptRoot/../../out/VideoPlatforms"

    # A fresh process: this one may have loaded more already.
    function Get-LoadedDll([string] $Before) {
        $script = "$Before; [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { -not `$_.IsDynamic -and `$_.Location -like '*VideoPlatforms*Core*' } | ForEach-Object { `$_.GetName().Name }"
        pwsh -NoProfile -NonInteractive -Command $script
    }
}

Describe 'What an import loads' {
    It 'is three DLLs, none of a dependency' {
        Get-LoadedDll "Import-Module '$module'" | Sort-Object | Should -Be 'VideoPlatforms', 'VideoPlatforms.Clients', 'VideoPlatforms.Loader'
    }

    It 'stays three DLLs while only sessions are looked at' {
        Get-LoadedDll "Import-Module '$module'; Get-VideoPlatformSession" | Should -HaveCount 3
    }
}

Describe 'What a list loads' {
    It 'is nothing that only failed calls need' {
        $loaded = Get-LoadedDll "Import-Module '$module'; `$sandbox = Start-VideoPlatformSandbox -Connect; `$null = Get-PolyvVideo; Stop-VideoPlatformSandbox `$sandbox"
        $loaded | Should -Contain 'Microsoft.Extensions.Http'
        $loaded | Should -Not -Contain 'Polly.Core'
    }
}
