Describe 'Wait-PlatformVideo' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 60 -Connect

        function Get-Processing ([string] $Command, [int] $First = 3) {
            & $Command | Where-Object State -EQ Processing | Select-Object -First $First
        }
    }

    BeforeEach {
        $running = $null
        $sandbox.Reset()
    }

    AfterEach {
        if ($running) {
            Remove-InRunspace $running
        }
    }

    AfterAll {
        Stop-VideoPlatformSandbox
    }

    It 'waits for the videos of <_> that take their time' -ForEach 'Get-PolyvVideo', 'Get-ChanjingVideo', 'Get-QushipinVideo', 'Get-DigitalPersonWork' {
        $videos = Get-Processing $_
        $sandbox.Platforms | ForEach-Object { $_.ProcessingTime = [timespan]::FromMilliseconds(400) }
        $ready = $videos | Wait-PlatformVideo -TimeoutSec 30 -MinInterval 0.1 -MaxInterval 0.2
        $ready.Id | Sort-Object | Should -Be ($videos.Id | Sort-Object)
        $ready.State | Select-Object -Unique | Should -Be Ready
        $ready[0].PSTypeNames | Should -Contain $videos[0].GetType().FullName
    }

    It 'waits for videos that took the route <Route>' -ForEach @(
        @{ Route = 'CSV'; Transfer = { $args[0] | Export-Csv TestDrive:/w.csv -Encoding utf8; Import-Csv TestDrive:/w.csv -Encoding utf8 } }
        @{ Route = 'JSON'; Transfer = { $args[0] | ConvertTo-Json -Depth 2 | ConvertFrom-Json } }
        @{ Route = 'Clixml'; Transfer = { $args[0] | Export-Clixml TestDrive:/w.xml; Import-Clixml TestDrive:/w.xml } }
        @{ Route = 'Select-Object'; Transfer = { $args[0] | Select-Object Platform, Id, Session } }
        @{ Route = 'argument'; Transfer = { $args[0] } }
    ) {
        $videos = Get-Processing Get-ChanjingVideo
        $saved = & $Transfer $videos
        $sandbox.Chanjing.CompleteProcessing([string[]] $videos.Id)
        (Wait-PlatformVideo -Video $saved -TimeoutSec 10).Id | Sort-Object | Should -Be ($videos.Id | Sort-Object)
    }

    It 'waits for a transcoding that was started, also from a saved result' {
        $video = Get-QushipinVideo -CensorStatus success | Where-Object State -EQ Ready | Select-Object -First 1
        $results = $video | Start-QushipinTranscode -PassThru
        $results | Export-Csv TestDrive:/results.csv -Encoding utf8
        $sandbox.Qushipin.ProcessingTime = [timespan]::FromMilliseconds(300)
        $ready = Import-Csv TestDrive:/results.csv -Encoding utf8 | Wait-PlatformVideo -TimeoutSec 30 -MinInterval 0.1
        $ready.VideoId | Should -Be $video.VideoId
        $ready.TranscodeStatus | Should -Be success
        @($sandbox.Requests | Where-Object Call -EQ getVideoById).Count | Should -BeGreaterThan 1
    }

    It 'writes a settled video while it waits for the others' {
        $videos = Get-Processing Get-ChanjingVideo
        $sandbox.Chanjing.CompleteProcessing($videos[1].Id)
        $first = $videos | Wait-PlatformVideo -MinInterval 600 -MaxInterval 600 | Select-Object -First 1
        $first.Id | Should -Be $videos[1].Id
    }

    It 'reports a failed video with the video as its target, and writes the others' {
        $videos = Get-Processing Get-ChanjingVideo
        $sandbox.Chanjing.CompleteProcessing([string[]] $videos[0, 2].Id)
        $sandbox.Chanjing.FailProcessing($videos[1].Id)
        $ready = $videos | Wait-PlatformVideo -ErrorVariable failures -ErrorAction SilentlyContinue
        $ready.Id | Sort-Object | Should -Be ($videos[0, 2].Id | Sort-Object)
        $failures.FullyQualifiedErrorId | Should -BeLike 'Chanjing.WaitFailed,*'
        $failures[0].TargetObject.State | Should -Be Failed
        $failures[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'reports what is left after the time-out, which is one for all videos' {
        $videos = Get-Processing Get-DigitalPersonWork 2
        # The clock of the timers, which is a few milliseconds coarse.
        $start = [Environment]::TickCount
        $videos | Wait-PlatformVideo -TimeoutSec 1 -MinInterval 0.1 -ErrorVariable failures -ErrorAction SilentlyContinue
        [Environment]::TickCount - $start | Should -BeGreaterOrEqual 1000
        $failures | Should -HaveCount 2
        $failures.FullyQualifiedErrorId | Select-Object -Unique | Should -BeLike 'DigitalPerson.WaitTimedOut,*'
        $failures.TargetObject | Should -Be $videos
    }

    It 'ends with the first video with -Any' {
        $videos = Get-Processing Get-ChanjingVideo
        $sandbox.Chanjing.CompleteProcessing([string[]] $videos[0, 1].Id)
        $videos | Wait-PlatformVideo -Any -MinInterval 600 | Should -HaveCount 1
    }

    It 'writes nothing for an empty pipeline' {
        @() | Wait-PlatformVideo | Should -BeNullOrEmpty
        $sandbox.Requests.Count | Should -Be 0
    }

    It 'rejects <Name> without a request' -ForEach @(
        @{ Name = 'a time-out of zero'; Parameters = @{ TimeoutSec = 0 }; Id = 'ParameterArgumentValidationError,*' }
        @{ Name = 'an interval of zero'; Parameters = @{ MinInterval = 0 }; Id = 'VideoPlatforms.InvalidArgument,*' }
        @{ Name = 'a negative interval'; Parameters = @{ MaxInterval = -1 }; Id = 'ParameterArgumentTransformationError,*' }
        @{ Name = 'intervals that contradict each other'; Parameters = @{ MinInterval = 10; MaxInterval = 5 }; Id = 'VideoPlatforms.InvalidArgument,*' }
        @{ Name = 'a state that is also a failure'; Parameters = @{ State = 'Failed'; FailOn = 'Failed' }; Id = 'VideoPlatforms.InvalidArgument,*' }
        @{ Name = 'an unknown state'; Parameters = @{ State = 'Done' }; Id = 'CannotConvertArgumentNoMessage,*' }
    ) {
        $video = Get-ChanjingVideo -First 1
        $sandbox.Requests.Clear()
        { $video | Wait-PlatformVideo @Parameters -ErrorAction Stop } | Should -Throw -ErrorId $Id
        $sandbox.Requests.Count | Should -Be 0
    }

    It 'reports objects that name no video, and waits for the others' {
        $video = Get-ChanjingVideo | Where-Object State -EQ Ready | Select-Object -First 1
        $ready = 'abc', [pscustomobject]@{ Platform = 'Chanjing' }, $video, 4711 | Wait-PlatformVideo -ErrorVariable failures -ErrorAction SilentlyContinue
        $ready.Id | Should -Be $video.Id
        $failures.FullyQualifiedErrorId -replace ',.*' | Should -Be VideoPlatforms.PlatformMissing, Chanjing.IdMissing, VideoPlatforms.PlatformMissing
    }

    It 'rejects a video of a closed session, and no other session is used' {
        $null = Connect-PolyvSandbox $sandbox -Name closing
        $video = Get-PolyvVideo -Session closing -First 1
        Disconnect-Polyv closing
        $sandbox.Requests.Clear()
        $video | Wait-PlatformVideo -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures.FullyQualifiedErrorId | Should -BeLike 'Polyv.NotConnected,*'
        $sandbox.Requests.Count | Should -Be 0
    }

    It 'shows the settled videos and the time left, and ends with Ctrl+C' {
        $videos = Get-Processing Get-ChanjingVideo
        $sandbox.Chanjing.CompleteProcessing($videos[0].Id)
        $session = $videos[0].Session
        $running = Start-InRunspace { param ($videos) $videos | Wait-PlatformVideo -MinInterval 600 } (, $videos)
        Wait-Until { $running.Output.Count -eq 1 -and $sandbox.ActiveRequests -eq 0 }
        Wait-Until { $running.Shell.Streams.Progress.StatusDescription -contains '1 of 3 settled' }
        $running.Shell.Streams.Progress[-1].SecondsRemaining | Should -BeGreaterThan 3000
        $requestCount = $sandbox.Requests.Count
        Stop-InRunspace $running | Should -BeLessThan 500
        $running.Shell.InvocationStateInfo.State | Should -Be Stopped
        $sandbox.Requests.Count | Should -Be $requestCount
        Get-ChanjingVideo -Session $session -First 1 | Should -HaveCount 1
    }

    It 'ends a request with Ctrl+C' {
        $videos = Get-Processing Get-ChanjingVideo
        Add-Fault $sandbox @{ Kind = 'Latency'; Delay = [timespan]::FromMinutes(1); Times = [int]::MaxValue }
        $running = Start-InRunspace { param ($videos) $videos | Wait-PlatformVideo } (, $videos)
        Wait-Until { $sandbox.ActiveRequests -eq 1 }
        Stop-InRunspace $running | Should -BeLessThan 500
        Wait-Until { $sandbox.ActiveRequests -eq 0 } -Seconds 2
    }
}
