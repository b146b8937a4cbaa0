# Tab completion with TabExpansion2.
Describe 'Completion' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 40 -Connect

        # The completions at the end of a line.
        function Get-Completion ([string] $Line) {
            (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches.CompletionText
        }
    }

    AfterAll {
        Get-VideoPlatformSession -Platform Polyv | Disconnect-Polyv
        Stop-VideoPlatformSandbox
    }

    It 'completes the names of the platform''s sessions' {
        $null = Connect-PolyvSandbox $sandbox -Name night
        Get-Completion 'Get-PolyvVideo -Session ' | Should -Be default, night
        Get-Completion 'Get-PolyvVideo -Session n' | Should -Be night
        Get-Completion 'Get-PolyvLivePlayback -Session ' | Should -Be default
        Get-Completion 'Disconnect-Polyv ' | Should -Be default, night
    }

    It 'completes Platform/Name for cmdlets of all platforms' {
        Get-Completion 'Get-PlatformVideo -Session Q' | Should -Be Qushipin/default
        $sessions = Get-Completion 'Get-PlatformVideo -Session '
        foreach ($platform in $Platforms.Keys) {
            $sessions | Should -Contain "$platform/default"
        }
    }

    It 'completes the names of sessions' {
        Get-Completion 'Get-VideoPlatformSession -Name n' | Should -Be night
    }

    It 'quotes names with special characters' {
        foreach ($name in 'two words', 'it''s', '$(1+1)', '; exit', "$([char] 0x2018)curly$([char] 0x2019)") {
            $null = Connect-PolyvSandbox $sandbox -Name $name
            $completions = @(Get-Completion 'Get-PolyvVideo -Session ' | Where-Object { $_ -notin 'default', 'night' })
            $completions | Should -HaveCount 1 -Because $name
            $completions[0] | Should -Match "^'.*'$"
            $videos = & ([scriptblock]::Create("Get-PolyvVideo -First 1 -Session $completions"))
            $videos.Session.Name | Should -BeExactly $name
            Disconnect-Polyv $name
        }

        $null = Connect-PolyvSandbox $sandbox -Name 'two words'
        Get-Completion "Get-PolyvVideo -Session 'two" | Should -Be "'two words'"
        Get-Completion 'Get-PolyvVideo -Session "two' | Should -Be "'two words'"
        Disconnect-Polyv 'two words'
    }

    It 'completes platforms and enumeration values' {
        Get-Completion 'Get-PlatformVideo -Platform ' | Should -Be ($Platforms.Keys | Sort-Object)
        Get-Completion 'Get-PlatformVideo -Platform Polyv' | Should -Be Polyv, PolyvLive
        Get-Completion 'Get-VideoPlatformSession -Platform C' | Should -Be Chanjing
        Get-Completion 'Get-PolyvVideo -OrderBy ' | Should -Be PlayCount, UploadTime
        Get-Completion 'Get-PolyvLivePlayback -ListType ' | Should -Be Playback, Vod
        Get-Completion 'Set-QushipinAudit -Status ' | Should -Be Blocked, Normal
    }

    It 'completes status values of Qushipin and of digital-person works' {
        Get-Completion 'Get-QushipinVideo -CensorStatus ' | Should -Be fail, onCensor, success
        Get-Completion 'Get-QushipinRecommendation -CensorStatus o' | Should -Be onCensor
        Get-Completion 'Get-DigitalPersonWork -Status I' | Should -Be IN_PROGRESS
    }

    It 'completes the categories and uploaders that the session has listed' {
        Get-Completion 'Get-PolyvVideo -Session night -CategoryId 1' | Should -BeNullOrEmpty
        $videos = Get-PolyvVideo -Session night
        $categories = Get-Completion 'Get-PolyvVideo -Session night -CategoryId '
        $categories | Sort-Object | Should -Be ($videos.CategoryId | Sort-Object -Unique | ForEach-Object { "$_" } | Sort-Object)
        $uploaders = Get-Completion 'Get-PolyvVideo -Session night -UploaderEmail ' | ForEach-Object { $_.Trim("'") }
        $uploaders | Sort-Object | Should -Be ($videos.UploaderEmail | Sort-Object -Unique)
        Get-PolyvVideo -Session night -CategoryId $categories[0] | Should -Not -BeNullOrEmpty
    }

    It 'completes the uploaders of Qushipin videos' {
        $users = (Get-QushipinVideo).UserId | Sort-Object -Unique
        Get-Completion 'Get-QushipinVideo -UserId ' | ForEach-Object { $_.Trim("'") } | Sort-Object | Should -Be $users
    }
}
