Describe 'Chanjing' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 60
        $connection = Get-TestConnection
    }

    BeforeEach {
        $sandbox.Reset()
        $session = Connect-Chanjing $sandbox.Chanjing.AppId (New-Secret $sandbox.Chanjing.GetSecretKey()) -BaseUri $sandbox.Chanjing.BaseUri @connection
    }

    AfterAll {
        Stop-VideoPlatformSandbox $sandbox
    }

    It 'Connect-Chanjing requests a token and returns its expiration' {
        $sandbox.Chanjing.TokenRequests | Should -Be 1
        $session.Account | Should -Be $sandbox.Chanjing.AppId
        $session.ExpiresAt | Should -BeGreaterThan ([DateTimeOffset]::Now.AddHours(23))
    }

    It 'Connect-Chanjing reports a wrong key' {
        $failure = { Connect-Chanjing -Name wrong $sandbox.Chanjing.AppId (New-Secret wrong-key) -BaseUri $sandbox.Chanjing.BaseUri @connection } |
            Should -Throw '*APP状态错误*' -ErrorId 'Chanjing.TokenRejected,VideoPlatforms.Commands.ConnectChanjingCommand' -PassThru
        $failure.CategoryInfo.Category | Should -Be AuthenticationError
        Get-VideoPlatformSession -Name wrong | Should -BeNullOrEmpty
    }

    It 'Connect-Chanjing accepts a token and does not renew it' {
        $given = Connect-Chanjing -Name given -AccessToken (New-Secret $sandbox.Chanjing.GetAccessToken()) -BaseUri $sandbox.Chanjing.BaseUri @connection
        Get-ChanjingVideo -Session $given | Should -HaveCount 60
        $sandbox.Chanjing.RevokeTokens()
        { Get-ChanjingVideo -Session $given } | Should -Throw -ErrorId 'Chanjing.TokenRejected,*'
        $sandbox.Chanjing.TokenRequests | Should -Be 1
        Disconnect-Chanjing given
    }

    It 'Connect-Chanjing reads credentials from the environment' {
        $env:CHANJING_APP_ID = $sandbox.Chanjing.AppId
        $env:CHANJING_SECRET_KEY = $sandbox.Chanjing.GetSecretKey()
        try {
            Connect-Chanjing -Name environment -BaseUri $sandbox.Chanjing.BaseUri @connection | Get-PlatformVideo | Should -HaveCount 60
        }
        finally {
            $env:CHANJING_APP_ID = $env:CHANJING_SECRET_KEY = $null
            Disconnect-Chanjing environment
        }
    }

    It 'lists every video' {
        $videos = Get-ChanjingVideo
        $videos.Id | Should -Be $sandbox.Chanjing.Videos.Id
        $videos.StatusCode | Should -Be $sandbox.Chanjing.Videos.Status
        $videos.State | Sort-Object -Unique | Should -Be Processing, Ready, Failed
        Get-Received $sandbox video_list | ForEach-Object Method | Should -Be POST
    }

    It 'reads videos by id, with subtitles and duration' {
        $wanted = $sandbox.Chanjing.Videos | Where-Object Status -EQ 30 | Select-Object -First 3
        $videos = Get-ChanjingVideo -Id $wanted.Id
        $videos.Id | Should -Be $wanted.Id
        $videos.Duration.TotalSeconds | Should -Be $wanted.Duration
        $videos.SubtitleDataUrl | Should -Be $wanted.SubtitleDataUrl
        (Invoke-RestMethod $videos[0].SubtitleDataUrl)[0].subtitles | Should -BeLike '字幕*'
        (Get-ChanjingVideo $wanted[1].Id).Id | Should -Be $wanted[1].Id
        ($wanted.Id | Get-ChanjingVideo).Id | Should -Be $wanted.Id
    }

    It 'continues if one of several ids is unknown' {
        $ids = $sandbox.Chanjing.Videos[0].Id, 'nobody''s', $sandbox.Chanjing.Videos[1].Id
        $videos = Get-ChanjingVideo -Id $ids -ErrorVariable failures -ErrorAction SilentlyContinue
        $videos.Id | Should -Be $ids[0, 2]
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'Chanjing.ParameterRejected,*'
        $failures[0].TargetObject | Should -Be 'nobody''s'
    }

    It 'reads a video again in its own session' {
        $other = Start-VideoPlatformSandbox -VideoCount 5
        Connect-Chanjing -Name other $other.Chanjing.AppId (New-Secret $other.Chanjing.GetSecretKey()) -BaseUri $other.Chanjing.BaseUri @connection | Out-Null
        $sandbox.Requests.Clear()
        $videos = Get-ChanjingVideo -Session other | Get-ChanjingVideo
        $videos.Id | Should -Be $other.Chanjing.Videos.Id
        $videos.Session.Name | Sort-Object -Unique | Should -Be other
        $sandbox.Requests.Count | Should -Be 0
        Disconnect-Chanjing other
        Stop-VideoPlatformSandbox $other
    }

    It 'a token that expires during a list is renewed once, and no video is lost or duplicated' {
        $large = Start-VideoPlatformSandbox -VideoCount 1000
        Connect-Chanjing -Name large $large.Chanjing.AppId (New-Secret $large.Chanjing.GetSecretKey()) -BaseUri $large.Chanjing.BaseUri @connection | Out-Null
        $videos = Get-ChanjingVideo -Session large -PageSize 50 | Invoke-At 400 { $large.Chanjing.RevokeTokens() }
        $videos.Id | Should -Be $large.Chanjing.Videos.Id
        $large.Chanjing.TokenRequests | Should -Be 2
        Disconnect-Chanjing large
        Stop-VideoPlatformSandbox $large
    }

    It 'has a table view' {
        $sandbox.Faults.Add(@{ Kind = 'Body'; Path = 'video_list'; Body = '{"code":0,"msg":"","data":{"List":[{"id":"a","status":41,"progress":3,"msg":"bad\u001b[31m\ntext","create_time":1721187066}],"PageInfo":{"page":1,"size":100,"total_count":1}}}' })
        $table = Get-ChanjingVideo | Format-Table | Get-View
        $table | Should -Match 'Id +State +Progress +CreatedAt +Message'
        $table | Should -Match 'a +Failed +3 +2024-07-17 11:31 +bad \[31m text'
    }

    It 'is closed by Disconnect-Chanjing' {
        Disconnect-Chanjing
        { Get-ChanjingVideo -Session $session } | Should -Throw -ErrorId 'Chanjing.NotConnected,*'
        { Get-ChanjingVideo } | Should -Throw -ErrorId 'Chanjing.NotConnected,*'
    }
}
