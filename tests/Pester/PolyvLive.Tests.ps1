Describe 'Polyv Live' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 90
        $connection = Get-TestConnection
        $session = Connect-PolyvLive $sandbox.PolyvLive.AppId (New-Secret $sandbox.PolyvLive.GetAppSecret()) -BaseUri $sandbox.PolyvLive.BaseUri @connection
    }

    BeforeEach {
        $sandbox.Reset()
    }

    AfterAll {
        Stop-VideoPlatformSandbox $sandbox
    }

    It 'Connect-PolyvLive sends no request and returns the account' {
        $connection = Get-TestConnection
        $again = Connect-PolyvLive -Name again -AppId another -AppSecret (New-Secret key-4711) -BaseUri $sandbox.PolyvLive.BaseUri @connection
        "$again" | Should -BeLike 'PolyvLive/again another@127.0.0.1:*'
        $again.Account | Should -Be another
        $sandbox.Requests.Count | Should -Be 0
        Disconnect-PolyvLive $again
    }

    It 'Connect-PolyvLive reads credentials from the environment' {
        $env:POLYV_LIVE_APP_ID = $sandbox.PolyvLive.AppId
        $env:POLYV_LIVE_APP_SECRET = $sandbox.PolyvLive.GetAppSecret()
        try {
            $named = Connect-PolyvLive -Name environment -BaseUri $sandbox.PolyvLive.BaseUri
            Get-PolyvLivePlayback -Session $named | Should -HaveCount 90
            $env:POLYV_LIVE_APP_SECRET = $null
            { Connect-PolyvLive -Name environment } | Should -Throw '*POLYV_LIVE_APP_SECRET*' -ErrorId 'PolyvLive.MissingCredential,*'
        }
        finally {
            $env:POLYV_LIVE_APP_ID = $env:POLYV_LIVE_APP_SECRET = $null
            Disconnect-PolyvLive environment
        }
    }

    It 'lists <ListType>' -ForEach @(
        @{ ListType = 'Playback'; Of = 'Videos' }
        @{ ListType = 'Vod'; Of = 'VodVideos' }
    ) {
        $videos = Get-PolyvLivePlayback -ListType $ListType
        $videos.Id | Should -Be $sandbox.PolyvLive.$Of.VideoId
        $videos[0].GetType().Name | Should -Be PolyvLivePlayback
        $videos[0].Session | Should -Be $session
        (Get-OwnParameter @($sandbox.Requests)[0]) | Should -Be "listType=$($ListType.ToLowerInvariant())"
    }

    It '<Name> is sent as <Sent>' -ForEach @(
        @{ Name = '-OrderBy CreatedTime'; Parameters = @{ OrderBy = 'CreatedTime' }; Sent = 'order=time' }
        @{ Name = '-OrderBy CreatedTime -Descending'; Parameters = @{ OrderBy = 'CreatedTime'; Descending = $true }; Sent = 'order=timeDesc' }
        @{ Name = '-OrderBy Rank'; Parameters = @{ OrderBy = 'Rank' }; Sent = 'order=rank' }
        @{ Name = '-OrderBy Rank -Descending'; Parameters = @{ OrderBy = 'Rank'; Descending = $true }; Sent = 'order=rankDesc' }
        @{ Name = '-Descending'; Parameters = @{ Descending = $true }; Sent = 'order=timeDesc' }
        @{ Name = 'nothing'; Parameters = @{}; Sent = '' }
    ) {
        Get-PolyvLivePlayback @Parameters -PageSize 1000 | Should -HaveCount 90
        Get-OwnParameter @($sandbox.Requests)[0] | Should -BeExactly $Sent
    }

    It 'returns a part with -First and -Skip' {
        (Get-PolyvLivePlayback -First 5 -Skip 30 -PageSize 10).Id | Should -Be $sandbox.PolyvLive.Videos.VideoId[30..34]
    }

    It 'rejects <Value> as <Name> before a request is sent' -ForEach @(
        @{ Name = 'PageSize'; Value = 0; Id = 'ParameterArgumentValidationError' }
        @{ Name = 'PageSize'; Value = 1001; Id = 'ParameterArgumentValidationError' }
        @{ Name = 'ListType'; Value = 'temp'; Id = 'CannotConvertArgumentNoMessage' }
        @{ Name = 'OrderBy'; Value = 'Title'; Id = 'CannotConvertArgumentNoMessage' }
        @{ Name = 'Session'; Value = 'nobody'; Id = 'ParameterArgumentTransformationError' }
    ) {
        $parameters = @{ $Name = $Value }
        { Get-PolyvLivePlayback @parameters } | Should -Throw -ErrorId "$Id,VideoPlatforms.Commands.GetPolyvLivePlaybackCommand"
        $sandbox.Requests.Count | Should -Be 0
    }

    It 'is exported to a CSV with every column' {
        Get-PolyvLivePlayback | Export-Csv TestDrive:/live.csv
        $rows = Import-Csv TestDrive:/live.csv
        $rows.Title | Should -Be $sandbox.PolyvLive.Videos.Title
        $rows.WatchUrl | Should -Be ($sandbox.PolyvLive.Videos.WatchUrl -replace '^', 'https:')
        $rows.MergeInfo | Should -Be ($sandbox.PolyvLive.Videos.Mergeinfo -replace '[\[\]"]')
        $rows[0].PSObject.Properties.Name | Select-Object -First 9 | Should -Be Platform, Id, Title, State, CreatedAt, Duration, Url, CoverUrl, Session
        $rows[0].PSObject.Properties.Name | Should -HaveCount 36
    }

    It 'has a table view, with more than 24 hours' {
        $sandbox.Faults.Add(@{ Kind = 'Body'; Body = '{"code":200,"status":"success","message":"","data":{"pageSize":100,"pageNumber":1,"totalItems":1,"contents":[{"videoId":"a\u001b[2Jb","channelId":7,"status":"Y","title":"x\u001b[31m\u202ey\nz","duration":"25:01:02","createdTime":1592040864000}]}}' })
        $video = Get-PolyvLivePlayback
        $table = $video | Format-Table | Get-View
        $table | Should -Match 'Id +ChannelId +State +CreatedAt +Duration +Title'
        $table | Should -Match '7 +Ready +2020-06-13 17:34 +25:01:02 +x \[31m'
        $table | Should -Not -Match '\u001b\[2J|\u001b\[31m|\u202e'
        $video | Format-List | Get-View | Should -Match 'WatchUrl'
    }

    It 'a wrong secret ends the pipeline' {
        $connection = Get-TestConnection
        Connect-PolyvLive -Name wrong $sandbox.PolyvLive.AppId (New-Secret 'another key') -BaseUri $sandbox.PolyvLive.BaseUri @connection | Out-Null
        $failure = { Get-PolyvLivePlayback -Session wrong } | Should -Throw '*invalid signature.*' -ErrorId 'PolyvLive.SignatureRejected,*' -PassThru
        $failure.CategoryInfo.Category | Should -Be AuthenticationError
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*app secret*'
        Disconnect-PolyvLive wrong
    }

    It 'is closed by Disconnect-PolyvLive' {
        $connection = Get-TestConnection
        $closed = Connect-PolyvLive -Name closed $sandbox.PolyvLive.AppId (New-Secret $sandbox.PolyvLive.GetAppSecret()) -BaseUri $sandbox.PolyvLive.BaseUri @connection
        $closed | Disconnect-PolyvLive
        { Get-PolyvLivePlayback -Session $closed } | Should -Throw -ErrorId 'PolyvLive.NotConnected,*'
        Get-VideoPlatformSession -Name closed | Should -BeNullOrEmpty
    }
}
