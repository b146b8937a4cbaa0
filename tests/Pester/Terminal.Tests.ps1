Describe 'Control characters from a server' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $sandbox = Start-VideoPlatformSandbox -Connect
        $hostile = "a$([char]27)[2J$([char]27)]0;x$([char]7)$([char]0x9b)1m$([char]0x202e)b"
        $answers = @{
            'get-by-uploader' = @{ code = 200; data = @{ pageSize = 100; pageNumber = 1; totalItems = 1; contents = @(@{ vid = $hostile; title = $hostile; status = '61' }) } }
            'playback/list'   = @{ code = 200; status = 'success'; data = @{ pageSize = 100; pageNumber = 1; totalItems = 1; contents = @(@{ videoId = $hostile; title = $hostile; channelId = $hostile }) } }
            'video_list'      = @{ code = 0; data = @{ List = @(@{ id = $hostile; msg = $hostile }); PageInfo = @{ page = 1; size = 100; total_count = 1 } } }
            'getVideos'       = @{ code = '200'; result = 'true'; data = @{ total = 1; videoList = @(@{ videoId = $hostile; title = $hostile; user = @{ userId = $hostile; userName = $hostile } }) } }
            'workList'        = @{ code = 200; data = @{ totalElements = 1; content = @(@{ digitalPersonWorksId = $hostile; name = $hostile; resolution = $hostile }) } }
        }
        foreach ($path in $answers.Keys) {
            Add-Fault $sandbox @{ Kind = 'Body'; Path = $path; Body = ($answers[$path] | ConvertTo-Json -Depth 9); Times = [int]::MaxValue }
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

    It 'are removed from the default view of <_>, and kept in the data' -ForEach 'Get-PolyvVideo', 'Get-PolyvLivePlayback', 'Get-ChanjingVideo', 'Get-QushipinVideo', 'Get-DigitalPersonWork', 'Get-PlatformVideo' {
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
