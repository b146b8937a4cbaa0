BeforeDiscovery {
    . $PSScriptRoot/Platforms.ps1
    $lists = @($Platforms.Values.List) + 'Get-PlatformVideo'
}

Describe 'Control characters from a server' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -Connect
        $hostile = "a$([char]27)[2J$([char]27)]0;x$([char]7)$([char]0x9b)1m$([char]0x202e)b"
        foreach ($platform in $sandbox.Platforms) {
            $response = & $Platforms[$platform.Platform].Response $hostile
            Add-Fault $sandbox @{ Kind = 'Body'; Path = $platform.ListPath; Body = ($response | ConvertTo-Json -Depth 9); Times = [int]::MaxValue }
        }

        # The text without PowerShell's own colors.
        function Get-Plain ($Text) {
            $PSStyle.OutputRendering = 'PlainText'
            ($Text | Out-String -Width 300) -replace "[\r\n]"
        }
    }

    AfterAll {
        Stop-VideoPlatformSandbox $sandbox
    }

    It 'are removed from the default view of <_>, and kept in the data' -ForEach $lists {
        $videos = @(& $_)
        $videos | Should -Not -BeNullOrEmpty
        $videos[0].Id | Should -BeExactly $hostile
        $view = Get-Plain $videos
        $view | Should -Match 'a \[2J'
        $view | Should -Not -Match '[\p{Cc}\u202A-\u202E]'
    }

    It 'are removed from the list view of <_>, which shows every property' -ForEach 'Get-PolyvVideo', 'Get-PolyvLivePlayback', 'Get-ChanjingVideo', 'Get-QushipinVideo', 'Get-DigitalPersonWork' {
        $video = @(& $_)[0]
        $PSStyle.OutputRendering = 'PlainText'
        $lines = ($video | Format-List | Out-String -Width 300) -split '\r?\n' | Where-Object { $_ }
        $lines | Should -Not -Match '[\p{Cc}\u202A-\u202E]'
        $lines -match '^Id ' | Should -Match 'a \[2J'
        @($lines -replace '\s*:.*') | Should -Be @($video.PSObject.Properties.Name)
    }

    It 'are removed from prompts and errors' {
        Get-QushipinVideo | Remove-QushipinVideo -WhatIf -InformationVariable prompts 6>$null
        $shell = Start-InRunspace {
            param ($session)
            Get-QushipinVideo -Session $session | Set-QushipinAudit -Status Normal -WhatIf
            Get-QushipinVideo -Session $session | Set-QushipinAudit -Status Normal
        } (Get-VideoPlatformSession -Platform Qushipin)
        $shell.Shell.EndInvoke($shell.Result)
        $shell.Shell.Streams.Error | Should -HaveCount 1
        Get-Plain $shell.Shell.Streams.Error[0].Exception.Message | Should -Not -Match '[\p{Cc}\u202A-\u202E]'
        Get-Plain $shell.Shell.Streams.Error[0] | Should -Not -Match '[\p{Cc}\u202A-\u202E]'
        $shell.Shell.Dispose()
    }
}
