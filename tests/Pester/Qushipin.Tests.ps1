Describe 'Qushipin' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 120
        $connection = Get-TestConnection

        function Get-Row {
            param ($VideoId)
            $sandbox.Qushipin.Videos | Where-Object VideoId -CEQ $VideoId
        }
    }

    BeforeEach {
        $sandbox.Reset()
        $session = Connect-QushipinSandbox $sandbox
        $first = $sandbox.Qushipin.Videos[0]
    }

    AfterAll {
        Stop-VideoPlatformSandbox $sandbox
    }

    Context 'sessions' {
        It 'Connect-Qushipin logs in and returns the account and the expiration' {
            $sandbox.Qushipin.LoginRequests | Should -Be 1
            "$session" | Should -BeExactly "Qushipin/default $($session.Account)@127.0.0.1:$($session.BaseUri.Port)"
            $session.Account | Should -Be sandbox-ops
            $session.ExpiresAt | Should -BeGreaterThan ([DateTimeOffset]::Now.AddDays(29))
        }

        It 'Connect-Qushipin reports a wrong password' {
            $failure = { Connect-QushipinSandbox $sandbox -Name wrong -Password wrong } |
                Should -Throw '*用户名,密码错误*' -ErrorId 'Qushipin.LoginRejected,VideoPlatforms.Commands.ConnectQushipinCommand' -PassThru
            $failure.CategoryInfo.Category | Should -Be AuthenticationError
            Get-VideoPlatformSession -Name wrong | Should -BeNullOrEmpty
        }

        It 'Connect-Qushipin reports a login without a token' {
            $sandbox.Qushipin.LoginWithoutToken = $true
            { Connect-QushipinSandbox $sandbox -Name none } | Should -Throw -ErrorId 'Qushipin.LoginWithoutToken,*'
            Get-VideoPlatformSession -Name none | Should -BeNullOrEmpty
        }

        It 'Connect-Qushipin accepts a token and does not renew it' {
            $given = Connect-Qushipin -Name given $sandbox.Qushipin.BaseUri -ConsoleToken (New-Secret $sandbox.Qushipin.GetConsoleToken()) @connection
            Get-QushipinVideo -Session $given | Should -HaveCount 120
            $sandbox.Qushipin.RevokeTokens()
            { Get-QushipinVideo -Session $given } | Should -Throw -ErrorId 'Qushipin.NotLoggedIn,*'
            $sandbox.Qushipin.LoginRequests | Should -Be 1
            Disconnect-Qushipin given -WarningAction SilentlyContinue
        }

        It 'Connect-Qushipin reads credentials from the environment, and accepts a time zone' {
            $env:QUSHIPIN_BASE_URI = $sandbox.Qushipin.BaseUri
            $env:QUSHIPIN_USERNAME = $sandbox.Qushipin.UserName
            $env:QUSHIPIN_PASSWORD = $sandbox.Qushipin.GetPassword()
            try {
                Connect-Qushipin -Name environment -TimeZone UTC @connection | Out-Null
                (Get-QushipinVideo -Session environment -First 1).CreatedAt.Offset | Should -Be ([timespan]::Zero)
                (Get-QushipinVideo -First 1).CreatedAt.Offset | Should -Be ([timespan]::FromHours(8))
            }
            finally {
                $env:QUSHIPIN_BASE_URI = $env:QUSHIPIN_USERNAME = $env:QUSHIPIN_PASSWORD = $null
                Disconnect-Qushipin environment
            }
        }

        It 'Disconnect-Qushipin signs out on the server and removes the session' {
            Disconnect-Qushipin
            $request = Get-Received $sandbox signOut
            $request.Parameters.Keys | Sort-Object | Should -Be consoleToken, password, userName
            { Get-QushipinVideo } | Should -Throw -ErrorId 'Qushipin.NotConnected,*'
        }

        It 'Disconnect-Qushipin removes the session even if the server returns an error' {
            $sandbox.Faults.Add(@{ Kind = 'Status'; Status = 500; Path = 'signOut' })
            Disconnect-Qushipin -WarningVariable warnings -WarningAction SilentlyContinue
            $warnings | Should -HaveCount 1
            Get-VideoPlatformSession -Platform Qushipin | Should -BeNullOrEmpty
        }

        It 'a token that expires during a list is renewed once, and no video is lost or duplicated' {
            $large = Start-VideoPlatformSandbox -VideoCount 1000
            Connect-QushipinSandbox $large -Name large | Out-Null
            $videos = Get-QushipinVideo -Session large -PageSize 50 | Invoke-At 400 { $large.Qushipin.RevokeTokens() }
            $videos.Id | Should -Be $large.Qushipin.Videos.VideoId
            $large.Qushipin.LoginRequests | Should -Be 2
            Disconnect-Qushipin large
            Stop-VideoPlatformSandbox $large
        }
    }

    Context 'lists' {
        It 'Get-QushipinVideo lists every video' {
            $videos = Get-QushipinVideo
            $videos.VideoId | Should -Be $sandbox.Qushipin.Videos.VideoId
            $videos.UserName | Should -Be $sandbox.Qushipin.Videos.UserName
        }

        It 'Get-QushipinVideo <Name> is sent as <Sent>' -ForEach @(
            @{ Name = '-UserId'; Parameters = @{ UserId = '2434793223202' }; Sent = 'userId=2434793223202' }
            @{ Name = '-UserName'; Parameters = @{ UserName = "O'Brien, Pat" }; Sent = "userName=O'Brien, Pat" }
            @{ Name = '-Title'; Parameters = @{ Title = 'He said "now", then left' }; Sent = 'title=He said "now", then left' }
            @{ Name = '-CensorStatus'; Parameters = @{ CensorStatus = 'onCensor' }; Sent = 'censorStatus=onCensor' }
            @{ Name = '-StartTime -EndTime'; Parameters = @{ StartTime = '2023-06-01T00:00:00Z'; EndTime = '2024-01-01T12:00:00+08:00' }; Sent = 'endTime=2024-01-01 12:00:00 startTime=2023-06-01 08:00:00' }
        ) {
            foreach ($call in 'Get-QushipinVideo', 'Get-QushipinRecommendation') {
                $sandbox.Requests.Clear()
                & $call @Parameters -PageSize 1000 -OutVariable videos | Should -Not -BeNullOrEmpty
                Get-OwnParameter @($sandbox.Requests)[0] | Should -BeExactly $Sent
                $videos.Count | Should -BeLessThan 120
            }
        }

        It '-VideoId accepts one id, several ids, and pipeline input' {
            $ids = $sandbox.Qushipin.Videos.VideoId[3..5]
            (Get-QushipinVideo -VideoId $ids[0]).VideoId | Should -Be $ids[0]
            (Get-QushipinVideo $ids).VideoId | Should -Be $ids
            ($ids | Get-QushipinVideo).VideoId | Should -Be $ids
            ([pscustomobject]@{ Id = $ids[1] } | Get-QushipinVideo).VideoId | Should -Be $ids[1]
            $recommended = $sandbox.Qushipin.Recommendations[0].Video.VideoId
            (Get-QushipinRecommendation $recommended).VideoId | Should -Be $recommended
        }

        It 'continues if one of several ids is unknown' {
            $ids = $sandbox.Qushipin.Videos[0].VideoId, 'a "b"/c&d', $sandbox.Qushipin.Videos[1].VideoId
            (Get-QushipinVideo $ids -ErrorVariable failures -ErrorAction SilentlyContinue).VideoId | Should -Be $ids[0, 2]
            $failures | Should -HaveCount 1
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'Qushipin.VideoNotFound,*'
            $failures[0].CategoryInfo.Category | Should -Be ObjectNotFound
            $failures[0].TargetObject | Should -BeExactly 'a "b"/c&d'
            Get-QushipinRecommendation nobody -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'Qushipin.RecommendationNotFound,*'
        }

        It 'Get-QushipinRecommendation returns the total of its filter' {
            $output = @(Get-QushipinRecommendation -CensorStatus onCensor -IncludeTotalCount)
            $output[0] | Should -Be ($output.Count - 1)
            $output | Select-Object -Skip 1 | ForEach-Object CensorStatus | Sort-Object -Unique | Should -Be onCensor
        }

        It 'has a table view, and a list view with all properties' {
            $sandbox.Faults.Add(@{ Kind = 'Body'; Path = 'getVideos'; Body = '{"result":"true","code":"200","data":{"total":1,"videoList":[{"videoId":"v\u001b]0;x\u0007","title":"a\u001b[31m\u009b1m\u202eb\r\nc","user":{"userName":"n\tm"},"censorStatus":"success","creationTime":"2019-01-09 22:11:29.0"}]}}' })
            $video = Get-QushipinVideo
            $table = $video | Format-Table | Get-View
            $table | Should -Match 'VideoId +State +CreatedAt +UserName +Title'
            $table | Should -Match 'Ready +2019-01-09 22:11 +n m +a \[31m 1m b c'
            $table -replace '\u001b\[[\d;]*m' | Should -Not -Match '[\u001b\u0007\u009b\u202e\t]'
            $video | Format-List | Get-View | Should -Match 'NarrowbandTranscodeStatus'
        }
    }

    Context 'writes' {
        It 'Set-QushipinAudit blocks with a reason and approves without one' {
            Set-QushipinAudit $first.VideoId Blocked '侵权 "4711" & more' -Comment 'by night shift' | Should -BeNullOrEmpty
            $row = Get-Row $first.VideoId
            $row.CensorStatus, $row.Reason, $row.Comment | Should -Be fail, '侵权 "4711" & more', 'by night shift'
            (Get-QushipinVideo -VideoId $first.VideoId).State | Should -Be Blocked
            Set-QushipinAudit -VideoId $first.VideoId -Status Normal
            (Get-Row $first.VideoId).CensorStatus | Should -Be success
        }

        It 'Set-QushipinAudit rejects <Why> before a request is sent' -ForEach @(
            @{ Why = 'Blocked without a reason'; Parameters = @{ Status = 'Blocked' }; Id = 'VideoPlatforms.InvalidArgument' }
            @{ Why = 'a blank reason'; Parameters = @{ Status = 'Blocked'; Reason = '  ' }; Id = 'VideoPlatforms.InvalidArgument' }
            @{ Why = '129 bytes'; Parameters = @{ Status = 'Blocked'; Reason = 'x' * 129 }; Id = 'VideoPlatforms.InvalidArgument' }
            @{ Why = '43 Chinese characters'; Parameters = @{ Status = 'Blocked'; Reason = '侵' * 43 }; Id = 'VideoPlatforms.InvalidArgument' }
            @{ Why = 'another status'; Parameters = @{ Status = 'Deleted'; Reason = 'x' }; Id = 'CannotConvertArgumentNoMessage' }
            @{ Why = 'a blank id'; Parameters = @{ VideoId = ' '; Status = 'Normal' }; Id = 'ParameterArgumentValidationError' }
        ) {
            $sandbox.Requests.Clear()
            $given = @{ VideoId = $first.VideoId }
            $Parameters.Keys.ForEach({ $given[$_] = $Parameters[$_] })
            { Set-QushipinAudit @given } | Should -Throw -ErrorId "$Id,VideoPlatforms.Commands.SetQushipinAuditCommand"
            $sandbox.Requests.Count | Should -Be 0
        }

        It 'Start-QushipinTranscode starts <Kind>' -ForEach @(
            @{ Kind = 'the ordinary one'; Parameters = @{}; Property = 'TranscodeStatus'; Call = 'submitTranscode' }
            @{ Kind = 'the narrowband one'; Parameters = @{ Narrowband = $true }; Property = 'NarrowTranscodeStatus'; Call = 'submitTabTranscode' }
        ) {
            $ids = $sandbox.Qushipin.Videos.VideoId[0..2]
            Start-QushipinTranscode $ids @Parameters
            $ids | ForEach-Object { (Get-Row $_).$Property } | Should -Be onTranscode, onTranscode, onTranscode
            Get-Received $sandbox $Call | Should -HaveCount 3
        }

        It 'Add-QushipinRecommendation accepts fields as parameters' {
            $fields = @{
                VideoId = 'new "1"'; UserId = '2434793223202'; Title = 'T & 标题'; Description = "d`ne"; Duration = '00:01:30.5'; CoverUrl = 'https://e.com/a b.png?x=1&y'
                Size = 4GB; Tags = 'x', '标签'; CategoryId = 12; CategoryName = '课程'; FirstFrameUrl = '//e.com/f'; TranscodeStatus = 'success'; SnapshotStatus = 'success'
                CensorStatus = 'onCensor'
            }
            Add-QushipinRecommendation @fields -Narrowband -Preheat:$false
            $entry = $sandbox.Qushipin.Recommendations[0]
            $entry.IsNarrow, $entry.IsCache | Should -Be true, false
            $video = $entry.Video
            $video.VideoId, $video.UserId, $video.Title, $video.Description, $video.CoverUrl | Should -Be $fields.VideoId, $fields.UserId, $fields.Title, $fields.Description, $fields.CoverUrl
            $video.Duration, $video.Size, $video.Tags, $video.CateId, $video.CateName | Should -Be 90.5, 4GB, 'x,标签', 12, '课程'
            $video.FirstFrameUrl, $video.TranscodeStatus, $video.SnapshotStatus, $video.CensorStatus | Should -Be '//e.com/f', success, success, onCensor
            (Get-QushipinRecommendation 'new "1"').Duration | Should -Be ([timespan]'00:01:30.5')
        }

        It 'Remove-QushipinRecommendation deletes the recommendation and keeps the video' {
            $entry = $sandbox.Qushipin.Recommendations[0].Video
            Remove-QushipinRecommendation $entry.VideoId $entry.UserId -Confirm:$false
            $sandbox.Qushipin.Recommendations.Video.VideoId | Should -Not -Contain $entry.VideoId
            Get-Row $entry.VideoId | Should -Not -BeNullOrEmpty
        }

        It 'Remove-QushipinRecommendation reports a deletion that was not made without the user' {
            $entry = $sandbox.Qushipin.Recommendations[0].Video
            Remove-QushipinRecommendation $entry.VideoId -Confirm:$false -ErrorVariable failures -ErrorAction SilentlyContinue
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'Qushipin.NotDeleted,*'
            Remove-QushipinRecommendation $entry.VideoId -Confirm:$false -SkipVerification
            $sandbox.Qushipin.Recommendations.Video.VideoId | Should -Contain $entry.VideoId
        }

        It 'Remove-QushipinVideo deletes the video and verifies the deletion' {
            Remove-QushipinVideo $first.VideoId $first.UserId -Confirm:$false
            Get-Row $first.VideoId | Should -BeNullOrEmpty
            Get-Received $sandbox deleteVideoById, getVideos | ForEach-Object Call | Should -Be deleteVideoById, getVideos
        }

        It 'Remove-QushipinVideo -SkipVerification does not verify the deletion' {
            Remove-QushipinVideo $first.VideoId 'another user' -Confirm:$false -SkipVerification -PassThru | Should -HaveCount 1
            Get-Row $first.VideoId | Should -Not -BeNullOrEmpty
            Get-Received $sandbox getVideos | Should -BeNullOrEmpty
        }

        It 'a reported deletion that was not made is an error per item, and the others continue' {
            $videos = Get-QushipinVideo -First 8
            $failing = $videos | Where-Object UserId -NE $first.UserId
            $failing | Should -HaveCount 6
            $results = $videos.VideoId | Remove-QushipinVideo -UserId $first.UserId -Confirm:$false -PassThru -ErrorVariable failures -ErrorAction SilentlyContinue
            $results.Target | Should -Be ($videos | Where-Object UserId -EQ $first.UserId).VideoId
            $failures.TargetObject | Should -Be $failing.VideoId
            $failures.ForEach({ $_.FullyQualifiedErrorId }) | Sort-Object -Unique | Should -Be 'Qushipin.NotDeleted,VideoPlatforms.Commands.RemoveQushipinVideoCommand'
            $failures[0].CategoryInfo.Category | Should -Be InvalidResult
            $failures[0].ErrorDetails.RecommendedAction | Should -BeLike '*-UserId*'
            $sandbox.Qushipin.Videos | Should -HaveCount 118
        }

        It 'a reported deletion that was not made is an error for every item' {
            $sandbox.Qushipin.IgnoreDeletes = $true
            Get-QushipinVideo -First 5 | Remove-QushipinVideo -Confirm:$false -ErrorVariable failures -ErrorAction SilentlyContinue
            $failures | Should -HaveCount 5
            $sandbox.Qushipin.Videos | Should -HaveCount 120
        }

        It 'Push-QushipinCache sends 250 addresses in 3 calls' {
            $urls = 1..250 | ForEach-Object { "example.com/图/$_.png?a=1&b=%20" }
            $urls | Push-QushipinCache -PassThru | ForEach-Object Target | Should -Be $urls
            $sandbox.Qushipin.PushedUrls | Should -Be $urls
            Get-Received $sandbox pushObjectCache | Should -HaveCount 3
            Push-QushipinCache $urls[0..2]
            Get-Received $sandbox pushObjectCache | Should -HaveCount 4
        }

        It 'Push-QushipinCache accepts the address of a video' {
            $ready = Get-QushipinVideo | Where-Object Url | Select-Object -First 3
            $ready | Push-QushipinCache
            $sandbox.Qushipin.PushedUrls | Should -Be $ready.Url
        }

        It 'sends the addresses of one session if the token of another is rejected' {
            $null = Connect-Qushipin -Name given -BaseUri $sandbox.Qushipin.BaseUri -ConsoleToken (New-Secret $sandbox.Qushipin.GetConsoleToken())
            $sandbox.Qushipin.RevokeTokens()
            $rows = [pscustomobject] @{ Url = 'example.com/1.png'; Session = 'given' }, [pscustomobject] @{ Url = 'example.com/2.png'; Session = 'default' }
            { $rows | Push-QushipinCache -ErrorVariable script:failures -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'Qushipin.NotLoggedIn,*'
            $failures[0].TargetObject | Should -Be 'example.com/1.png'
            $sandbox.Qushipin.PushedUrls | Should -Be 'example.com/2.png'
            Disconnect-Qushipin -Session given -WarningAction SilentlyContinue
        }

        It 'Push-QushipinCache rejects <Url>' -ForEach @{ Url = 'a b' }, @{ Url = "a`nb" }, @{ Url = '' } {
            { Push-QushipinCache $Url } | Should -Throw -ErrorId 'ParameterArgumentValidationError*,VideoPlatforms.Commands.PushQushipinCacheCommand'
            $sandbox.Qushipin.PushedUrls | Should -BeNullOrEmpty
        }

        It 'accepts an id with special characters' -ForEach 'a"b''c', 'a/b\c', 'a b', 'a&b=c#d?e', '视频 🎬', '../../user/login', '[a]*' {
            Add-QushipinRecommendation -VideoId $_ -UserId u
            (Get-QushipinRecommendation $_).VideoId | Should -BeExactly $_
            Remove-QushipinRecommendation $_ u -Confirm:$false -PassThru | ForEach-Object Target | Should -BeExactly $_
            Set-QushipinAudit $_ Normal -ErrorVariable failures -ErrorAction SilentlyContinue
            $failures[0].TargetObject | Should -BeExactly $_
        }

        It 'a server that accepts only POST costs one more request per session' {
            $sandbox.Qushipin.PostOnlyWrites = $true
            $videos = Get-QushipinVideo -First 10
            $videos | Set-QushipinAudit -Status Blocked -Reason 'all of them'
            $videos | Start-QushipinTranscode
            $videos | Start-QushipinTranscode -Narrowband
            $videos | Add-QushipinRecommendation
            $videos | Remove-QushipinRecommendation -Confirm:$false
            $videos | Remove-QushipinVideo -Confirm:$false
            $writes = Get-Received $sandbox createAudit, submitTranscode, submitTabTranscode
            $writes | Should -HaveCount 31
            @($writes | Where-Object Status -EQ 405) | Should -HaveCount 1
            $writes | Select-Object -Skip 1 | ForEach-Object Method | Sort-Object -Unique | Should -Be POST
            $sandbox.Qushipin.Videos | Should -HaveCount 110
            Connect-QushipinSandbox $sandbox | Out-Null
            Set-QushipinAudit $sandbox.Qushipin.Videos[0].VideoId Normal
            Get-Received $sandbox createAudit | Should -HaveCount 13
        }

        It 'a transcoding without a response is unknown' {
            $sandbox.Faults.Add(@{ Kind = 'DropAfterHandling'; Path = 'submitTranscode' })
            Start-QushipinTranscode $sandbox.Qushipin.Videos.VideoId[0..1] -PassThru -ErrorVariable failures -ErrorAction SilentlyContinue |
                ForEach-Object Target | Should -Be $sandbox.Qushipin.Videos[1].VideoId
            $failures | Should -HaveCount 1
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'Qushipin.OutcomeUnknown,*'
        }
    }
}
