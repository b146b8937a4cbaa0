# Runs every cmdlet once in the sandbox.
Describe 'Every cmdlet in the sandbox' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 12 -Connect
    }

    AfterAll {
        Get-VideoPlatformSession -Platform Qushipin | Disconnect-Qushipin
        Stop-VideoPlatformSandbox
    }

    It '<_> lists its platform' -ForEach 'Get-PolyvVideo', 'Get-PolyvLivePlayback', 'Get-ChanjingVideo', 'Get-QushipinVideo', 'Get-DigitalPersonWork' {
        $videos = & $_
        $videos | Should -HaveCount 12
        $videos[0].PSTypeNames | Should -Contain VideoPlatforms.PlatformVideo
    }

    It 'Get-PlatformVideo lists all platforms' {
        Get-PlatformVideo | Should -HaveCount 60
        (Get-PlatformVideo).Platform | Sort-Object -Unique | Should -HaveCount 5
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
        Connect-Polyv $sandbox.Polyv.UserId (New-Secret $sandbox.Polyv.GetSecretKey()) -BaseUri $sandbox.Polyv.BaseUri -Name night
        Connect-PolyvLive $sandbox.PolyvLive.AppId (New-Secret $sandbox.PolyvLive.GetAppSecret()) -BaseUri $sandbox.PolyvLive.BaseUri -Name night
        Connect-Chanjing $sandbox.Chanjing.AppId (New-Secret $sandbox.Chanjing.GetSecretKey()) -BaseUri $sandbox.Chanjing.BaseUri -Name night
        $credential = [pscredential]::new($sandbox.Qushipin.UserName, (New-Secret $sandbox.Qushipin.GetPassword()))
        Connect-Qushipin $sandbox.Qushipin.BaseUri $credential -Name night
        Connect-DigitalPerson $sandbox.DigitalPerson.BaseUri $sandbox.DigitalPerson.AppId (New-Secret $sandbox.DigitalPerson.GetAuthorizationText()) -Name night
        Get-VideoPlatformSession -Name night | Should -HaveCount 5
        Disconnect-Polyv night
        Disconnect-PolyvLive night
        Disconnect-Chanjing night
        Disconnect-Qushipin night
        Disconnect-DigitalPerson night
        Get-VideoPlatformSession -Name night | Should -BeNullOrEmpty
        Get-VideoPlatformSession | Should -HaveCount 5
    }
}
