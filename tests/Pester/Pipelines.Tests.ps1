Describe 'Pipelines' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 100
        $other = Start-VideoPlatformSandbox -VideoCount 30
        $writes = 'createAudit', 'submitTranscode', 'submitTabTranscode', 'recommendVideo', 'deleteVideoById', 'deleteRecommendById', 'pushObjectCache'
    }

    BeforeEach {
        $sandbox.Reset()
        $other.Reset()
        $session = Connect-QushipinSandbox $sandbox
        $second = Connect-QushipinSandbox $other -Name second
    }

    AfterAll {
        Stop-VideoPlatformSandbox
    }

    Context 'audit' {
        It '-WhatIf changes nothing' {
            Get-QushipinVideo -CensorStatus onCensor | Set-QushipinAudit -Status Blocked -Reason 'copyright claim 4711' -WhatIf
            Get-Received $sandbox $writes | Should -BeNullOrEmpty
            $sandbox.Qushipin.Videos | Where-Object CensorStatus -EQ onCensor | Should -HaveCount 20
        }

        It 'changes all videos, and -PassThru | Export-Csv writes an audit log' {
            $ids = (Get-QushipinVideo -CensorStatus onCensor).VideoId
            $ids | Should -HaveCount 20
            $before = [DateTimeOffset]::Now.AddSeconds(-1)
            Get-QushipinVideo -CensorStatus onCensor |
                Set-QushipinAudit -Status Blocked -Reason 'copyright claim 4711' -PassThru |
                Export-Csv TestDrive:/audit.csv
            $sandbox.Qushipin.Videos | Where-Object VideoId -In $ids | ForEach-Object { "$($_.CensorStatus) $($_.Reason)" } | Sort-Object -Unique |
                Should -Be 'fail copyright claim 4711'
            $sandbox.Qushipin.Videos | Where-Object CensorStatus -EQ onCensor | Should -BeNullOrEmpty
            $log = Import-Csv TestDrive:/audit.csv
            $log[0].PSObject.Properties.Name | Should -Be Platform, Operation, Target, Message, RequestId, CompletedAt, Session
            $log.Target | Should -Be $ids
            $log.Operation | Sort-Object -Unique | Should -Be createAudit
            $log.Message | Sort-Object -Unique | Should -Be 审核完成
            ($log.RequestId | Sort-Object -Unique).Count | Should -Be 20
            $log.ForEach({ [DateTimeOffset] $_.CompletedAt -gt $before }) | Should -Not -Contain $false
        }

        It 'reads all videos under review while the list shrinks' {
            Get-QushipinVideo -CensorStatus onCensor -PageSize 5 -ThrottleLimit 1 -WarningAction SilentlyContinue | Set-QushipinAudit -Status Normal
            $sandbox.Qushipin.Videos | Where-Object CensorStatus -EQ onCensor | Should -BeNullOrEmpty
        }
    }

    Context 'delete' {
        It 'prompts by default: noninteractive, that is an error and nothing is deleted' {
            $ran = Invoke-Unattended { param ($Session) Get-QushipinVideo -Session $Session -First 3 | Remove-QushipinVideo } $session
            $ran.Errors.FullyQualifiedErrorId | Should -Be 'HostFunctionNotImplemented,VideoPlatforms.Commands.RemoveQushipinVideoCommand'
            "$($ran.Errors)" | Should -BeLike "*Permanently delete*$($sandbox.Qushipin.Videos[0].VideoId) (Qushipin/default *"
            $sandbox.Qushipin.Videos | Should -HaveCount 100
            Get-Received $sandbox $writes | Should -BeNullOrEmpty
        }

        It 'prompts according to its ConfirmImpact: <Name>' -ForEach @(
            @{ Name = 'Remove-QushipinVideo'; Impact = 'High' }
            @{ Name = 'Remove-QushipinRecommendation'; Impact = 'High' }
            @{ Name = 'Set-QushipinAudit'; Impact = 'Medium' }
            @{ Name = 'Start-QushipinTranscode'; Impact = 'Medium' }
            @{ Name = 'Add-QushipinRecommendation'; Impact = 'Medium' }
            @{ Name = 'Push-QushipinCache'; Impact = 'Medium' }
        ) {
            $metadata = [System.Management.Automation.CommandMetadata]::new((Get-Command $Name))
            $metadata.SupportsShouldProcess | Should -BeTrue
            $metadata.ConfirmImpact | Should -Be $Impact
        }

        It 'does not prompt with <Name>' -ForEach @(
            @{ Name = '-Confirm:$false'; Script = { param ($Session) Get-QushipinVideo -Session $Session -First 3 | Remove-QushipinVideo -Confirm:$false } }
            @{ Name = '$ConfirmPreference'; Script = { param ($Session) $ConfirmPreference = 'None'; Get-QushipinVideo -Session $Session -First 3 | Remove-QushipinVideo } }
        ) {
            $ran = Invoke-Unattended $Script $session
            $ran.Errors | Should -BeNullOrEmpty
            $sandbox.Qushipin.Videos | Should -HaveCount 97
        }

        It 'prompts for an audit with -Confirm' {
            $ran = Invoke-Unattended { param ($Session) Get-QushipinVideo -Session $Session -First 3 | Set-QushipinAudit -Status Normal -Confirm } $session
            $ran.Errors.FullyQualifiedErrorId | Should -Be 'HostFunctionNotImplemented,VideoPlatforms.Commands.SetQushipinAuditCommand'
            Get-Received $sandbox $writes | Should -BeNullOrEmpty
        }

        It '-WhatIf deletes nothing' {
            Get-QushipinVideo | Remove-QushipinVideo -WhatIf
            Get-QushipinRecommendation | Remove-QushipinRecommendation -WhatIf
            $sandbox.Qushipin.Videos | Should -HaveCount 100
            Get-Received $sandbox $writes | Should -BeNullOrEmpty
        }

        It 'deletes all videos from the pipeline, each with its user' {
            Get-QushipinVideo -UserName 李雷 | Remove-QushipinVideo -Confirm:$false
            $sandbox.Qushipin.Videos | Where-Object UserName -EQ 李雷 | Should -BeNullOrEmpty
            $sandbox.Qushipin.Videos | Should -HaveCount 75
        }

        It 'deletes the videos in the rows of a CSV' {
            $deleted = Get-QushipinVideo -First 5
            $deleted | Export-Csv TestDrive:/doomed.csv
            Import-Csv TestDrive:/doomed.csv | Remove-QushipinVideo -Confirm:$false
            $sandbox.Qushipin.Videos.VideoId | Should -Not -Contain $deleted[0].VideoId
            $sandbox.Qushipin.Videos | Should -HaveCount 95
        }

        It 'deletes the videos in a CSV with other columns' {
            $rows = $sandbox.Qushipin.Videos[0..2]
            @('videoid,userid,note') + $rows.ForEach({ "$($_.VideoId),$($_.UserId),x" }) | Set-Content TestDrive:/plain.csv
            Import-Csv TestDrive:/plain.csv | Remove-QushipinVideo -Confirm:$false
            $sandbox.Qushipin.Videos | Should -HaveCount 97
        }

        It 'reports a row without a user and continues' {
            $rows = $sandbox.Qushipin.Videos[0..2]
            @('VideoId,UserId') + $rows.ForEach({ "$($_.VideoId),$(if ($_ -ne $rows[1]) { $_.UserId })" }) | Set-Content TestDrive:/gaps.csv
            Import-Csv TestDrive:/gaps.csv | Remove-QushipinVideo -Confirm:$false -ErrorVariable failures -ErrorAction SilentlyContinue
            $failures | Should -HaveCount 1
            $sandbox.Qushipin.Videos | Should -HaveCount 98
            $sandbox.Qushipin.Videos.VideoId | Should -Contain $rows[1].VideoId
        }
    }

    Context 'recommend and transcode' {
        It 'a video from the pipeline provides every field' {
            $video = Get-QushipinVideo | Where-Object { $_.Tags.Count -gt 1 -and $_.FirstFrameUrl } | Select-Object -First 1
            $result = $video | Add-QushipinRecommendation -Narrowband -Preheat -PassThru
            $result.Operation, $result.Target | Should -Be recommendVideo, $video.VideoId
            $entry = $sandbox.Qushipin.Recommendations[0]
            $entry.IsNarrow, $entry.IsCache | Should -Be true, true
            $row = $sandbox.Qushipin.Videos | Where-Object VideoId -EQ $video.VideoId
            foreach ($name in 'VideoId', 'UserId', 'Title', 'Description', 'Duration', 'CoverUrl', 'Size', 'Tags', 'CateId', 'CateName', 'FirstFrameUrl', 'TranscodeStatus', 'SnapshotStatus', 'CensorStatus') {
                $entry.Video.$name | Should -BeExactly $row.$name -Because $name
            }
        }

        It 'accepts ids by value and as an array, with the same fields' {
            $ids = $sandbox.Qushipin.Videos.VideoId[0..3]
            $ids[0..1] | Add-QushipinRecommendation -UserId u -CategoryName 课程 -PassThru | ForEach-Object Target | Should -Be $ids[0..1]
            Add-QushipinRecommendation $ids[2..3] u -CategoryName 课程
            $sandbox.Qushipin.Recommendations[0..3].Video.VideoId | Sort-Object | Should -Be ($ids | Sort-Object)
            $sandbox.Qushipin.Recommendations[0..3].Video.CateName | Sort-Object -Unique | Should -Be 课程
        }

        It 'recommends all videos of a user' {
            Get-QushipinVideo -UserName Anne | Add-QushipinRecommendation
            (Get-QushipinRecommendation -UserName Anne).VideoId | Sort-Object |
                Should -Be ($sandbox.Qushipin.Videos | Where-Object UserName -EQ Anne | ForEach-Object VideoId | Sort-Object)
        }

        It 'ignores empty cells of a CSV' {
            Get-QushipinVideo | Where-Object { $null -eq $_.Size } | Export-Csv TestDrive:/some.csv
            Import-Csv TestDrive:/some.csv | Add-QushipinRecommendation
            $requests = Get-Received $sandbox recommendVideo
            $requests | Should -Not -BeNullOrEmpty
            $requests.ForEach({ $_.Parameters.Keys }) | Should -Not -Contain size
            $requests.ForEach({ $_.Parameters.Keys }) | Should -Not -Contain duration
        }

        It 'the rows of a CSV provide every field, including tags' {
            $video = Get-QushipinVideo | Where-Object { $_.Tags.Count -gt 1 -and $_.FirstFrameUrl } | Select-Object -First 1
            $video | Export-Csv TestDrive:/one.csv
            Import-Csv TestDrive:/one.csv | Add-QushipinRecommendation
            $row = $sandbox.Qushipin.Videos | Where-Object VideoId -EQ $video.VideoId
            foreach ($name in 'UserId', 'Title', 'Duration', 'Size', 'Tags', 'CateId', 'CateName') {
                $sandbox.Qushipin.Recommendations[0].Video.$name | Should -Be $row.$name -Because $name
            }
        }

        It 'an empty cell is not a filter' {
            $polyv = Connect-Polyv -Name p $sandbox.Polyv.UserId (New-Secret $sandbox.Polyv.GetSecretKey()) -BaseUri $sandbox.Polyv.BaseUri
            [pscustomobject]@{ CategoryId = '' } | Get-PolyvVideo -Session $polyv | Should -HaveCount 100
            (Get-Received $sandbox get-by-uploader)[0].Parameters.Keys | Should -Not -Contain cataid
            Disconnect-Polyv $polyv
        }

        It 'an item takes no fields from the previous one' {
            [pscustomobject]@{ VideoId = 'a'; Title = 'A'; Size = 5 }, [pscustomobject]@{ VideoId = 'b' } | Add-QushipinRecommendation
            $requests = Get-Received $sandbox recommendVideo
            Get-OwnParameter $requests[0] | Should -Be 'size=5 title=A videoId=a'
            Get-OwnParameter $requests[1] | Should -Be 'videoId=b'
        }

        It 'Start-QushipinTranscode -Narrowband accepts videos and ids' {
            Get-QushipinVideo -First 3 | Start-QushipinTranscode -Narrowband
            $sandbox.Qushipin.Videos.VideoId[3..4] | Start-QushipinTranscode -Narrowband
            Start-QushipinTranscode (Get-QushipinVideo -First 1 -Skip 5) -Narrowband
            $sandbox.Qushipin.Videos[0..5].NarrowTranscodeStatus | Sort-Object -Unique | Should -Be onTranscode
        }
    }

    Context 'the session' {
        It 'of the object is used: objects of two servers are deleted on their own server' {
            $mine = Get-QushipinVideo -First 4
            $theirs = Get-QushipinVideo -Session second -First 3
            $theirIds = $other.Qushipin.Videos.VideoId[0..2]
            $sandbox.Requests.Clear()
            $other.Requests.Clear()
            $mine[0], $theirs[0], $mine[1], $theirs[1], $theirs[2], $mine[2], $mine[3] | Remove-QushipinVideo -Confirm:$false -PassThru | Should -HaveCount 7
            (Get-Received $sandbox deleteVideoById).ForEach({ $_.Parameters['videoId'] }) | Should -Be $mine.VideoId
            (Get-Received $other deleteVideoById).ForEach({ $_.Parameters['videoId'] }) | Should -Be $theirIds
            $sandbox.Qushipin.Videos, $other.Qushipin.Videos | ForEach-Object Count | Should -Be 96, 27
        }

        It 'is kept in a CSV by its name' {
            Get-QushipinVideo -Session second -First 2 | Export-Csv TestDrive:/second.csv
            Import-Csv TestDrive:/second.csv | Remove-QushipinVideo -Confirm:$false
            $sandbox.Qushipin.Videos, $other.Qushipin.Videos | ForEach-Object Count | Should -Be 100, 28
        }

        It 'in a CSV that is not open is an error' {
            [pscustomobject]@{ VideoId = 'a'; UserId = 'u'; Session = 'Qushipin/nobody' } | Remove-QushipinVideo -Confirm:$false -ErrorVariable failures -ErrorAction SilentlyContinue
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'Qushipin.NotConnected,*'
            Get-Received $sandbox deleteVideoById | Should -BeNullOrEmpty
        }

        It 'of the object is used to read it again' {
            (Get-QushipinVideo -Session second -First 2 | Get-QushipinVideo).Session.Name | Should -Be second, second
            Get-Received $sandbox getVideoById | Should -BeNullOrEmpty
        }

        It 'from the parameter or the object takes precedence over the default' {
            Set-QushipinAudit $other.Qushipin.Videos[0].VideoId Blocked why -Session $second
            $other.Qushipin.Videos[0].Reason | Should -Be why
            Get-QushipinVideo -Session second | Where-Object Url | Select-Object -First 2 | Push-QushipinCache
            $sandbox.Qushipin.PushedUrls | Should -BeNullOrEmpty
            $other.Qushipin.PushedUrls | Should -HaveCount 2
        }

        It 'of another platform is rejected' {
            $polyv = Connect-Polyv -Name p u (New-Secret key-4711) -BaseUri $sandbox.Polyv.BaseUri
            { Remove-QushipinVideo a u -Session $polyv -Confirm:$false } | Should -Throw -ErrorId 'Qushipin.OtherPlatform,*'
            Disconnect-Polyv $polyv
        }
    }

    Context 'results' {
        It 'are written only with -PassThru' {
            $video = Get-QushipinVideo | Where-Object Url | Select-Object -First 1
            & {
                $video | Set-QushipinAudit -Status Normal
                $video | Start-QushipinTranscode
                $video | Add-QushipinRecommendation
                $video | Push-QushipinCache
                $video | Remove-QushipinRecommendation -Confirm:$false
                $video | Remove-QushipinVideo -Confirm:$false
            } | Should -BeNullOrEmpty
        }

        It 'contain the operation and the target of every write' {
            $video = Get-QushipinVideo | Where-Object Url | Select-Object -First 1
            $results = & {
                $video | Set-QushipinAudit -Status Normal -PassThru
                $video | Start-QushipinTranscode -PassThru
                $video | Start-QushipinTranscode -Narrowband -PassThru
                $video | Add-QushipinRecommendation -PassThru
                $video | Push-QushipinCache -PassThru
                $video | Remove-QushipinRecommendation -Confirm:$false -PassThru
                $video | Remove-QushipinVideo -Confirm:$false -PassThru
            }
            $results.Operation | Should -Be createAudit, submitTranscode, submitTabTranscode, recommendVideo, pushObjectCache, deleteRecommendById, deleteVideoById
            $results.Target | Sort-Object -Unique | Should -Be ($video.VideoId, $video.Url | Sort-Object)
            $results.Platform | Sort-Object -Unique | Should -Be Qushipin
            $results | Format-Table | Get-View | Should -Match 'CompletedAt +Operation +Target +Message'
        }
    }
}
