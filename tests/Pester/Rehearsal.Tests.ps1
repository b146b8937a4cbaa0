# Runs every cmdlet once in the sandbox.
BeforeDiscovery {
    . $PSScriptRoot/Platforms.ps1
    $lists = $Platforms.Values.List
}

Describe 'Every cmdlet in the sandbox' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 12 -Connect
    }

    AfterAll {
        Get-VideoPlatformSession -Platform Qushipin | Disconnect-Qushipin
        Stop-VideoPlatformSandbox
    }

    It '<_> lists its platform' -ForEach $lists {
        $videos = & $_
        $videos | Should -HaveCount 12
        $videos[0].PSTypeNames | Should -Contain VideoPlatforms.PlatformVideo
    }

    It 'Get-PlatformVideo lists all platforms' {
        Get-PlatformVideo | Should -HaveCount (12 * $Platforms.Count)
        (Get-PlatformVideo).Platform | Sort-Object -Unique | Should -HaveCount $Platforms.Count
    }

    It 'a video is blocked, transcoded, recommended and deleted' {
        $video = Get-QushipinVideo -CensorStatus success -First 1
        ($video | Set-QushipinAudit -Status Blocked -Reason 4711 -PassThru).Operation | Should -Be createAudit
        (Get-QushipinVideo -VideoId $video.VideoId).State | Should -Be Blocked
        ($video | Start-QushipinTranscode -Narrowband -PassThru).Operation | Should -Be submitTabTranscode
        ($video | Add-QushipinRecommendation -PassThru).Operation | Should -Be recommendVideo
        (Get-QushipinRecommendation -VideoId $video.VideoId).Title | Should -Be $video.Title
        ($video | Remove-QushipinRecommendation -PassThru -Confirm:$false).Operation | Should -Be deleteRecommendById
        ($video | Remove-QushipinVideo -PassThru -Confirm:$false).Operation | Should -Be deleteVideoById
        Get-QushipinVideo | Should -HaveCount 11
        (Push-QushipinCache https://cdn.example.com/a.mp4 -PassThru).Operation | Should -Be pushObjectCache
    }

    It 'each platform is connected and disconnected' {
        foreach ($platform in $Platforms.Keys) {
            Connect-PlatformSandbox $sandbox $platform @{ Name = 'night' }
        }

        (Get-VideoPlatformSession -Name night).Platform | Should -Be @($Platforms.Keys)
        foreach ($platform in $Platforms.Keys) {
            & "Disconnect-$platform" night
        }

        Get-VideoPlatformSession -Name night | Should -BeNullOrEmpty
        Get-VideoPlatformSession | Should -HaveCount $Platforms.Count
    }
}
