# Save-PlatformVideo and Test-PlatformVideo in PowerShell: binding, pipelines, confirmation, Ctrl+C, objects from files and jobs.
Describe 'Save-PlatformVideo' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1

        # The files with a final name, without those of the archive itself.
        function Get-SavedFile {
            param ($Path = $folder)
            Get-ChildItem -LiteralPath $Path -Recurse -File | Where-Object Name -NotIn 'SHA256SUMS', '.videoplatforms.jsonl', '.videoplatforms.lock'
        }

        function Get-MediaRequest {
            @(Get-Received $sandbox media)
        }

        # The videos of Qushipin that have a file.
        function Get-TestVideo {
            param ([int] $First = [int]::MaxValue)
            Get-QushipinVideo | Where-Object Url | Select-Object -First $First
        }

        function Assert-Whole {
            param ([Parameter(ValueFromPipeline)] $Saved)
            process {
                $address = ($sandbox.Qushipin.Videos | Where-Object VideoId -EQ $Saved.Id).FileUrlList[0]
                $expected = $sandbox.Media.GetSha256($address)
                $Saved.Sha256 | Should -Be $expected
                (Get-FileHash -LiteralPath $Saved.Path).Hash | Should -Be $expected
            }
        }
    }

    BeforeEach {
        $sandbox = Start-VideoPlatformSandbox -VideoCount 20 -Connect
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $running = $null
    }

    AfterEach {
        if ($running) {
            Remove-InRunspace $running
        }

        Stop-VideoPlatformSandbox
    }

    It 'saves videos from the pipeline and from an argument' -ForEach @(
        @{ Way = { Get-TestVideo 3 | Save-PlatformVideo $folder } }
        @{ Way = { Save-PlatformVideo (Get-TestVideo 3) $folder } }
        @{ Way = { Save-PlatformVideo -Destination $folder -Video (Get-TestVideo 3) } }
        @{ Way = { (Get-TestVideo 3), (Get-TestVideo 1) | Save-PlatformVideo -Destination $folder | Select-Object -First 3 } }
    ) {
        $saved = @(& $Way)
        $saved | Should -HaveCount 3
        $saved | Assert-Whole
    }

    It 'resolves relative paths and PowerShell drives' {
        Push-Location TestDrive:/
        try {
            $name = Split-Path $folder -Leaf
            $relative = Get-TestVideo 1 | Save-PlatformVideo "./$name"
            $drive = Get-TestVideo 1 | Save-PlatformVideo "TestDrive:/$name"
            $relative.Path | Should -BeLike (Join-Path $folder '*')
            $drive.Path | Should -Be $relative.Path
        }
        finally {
            Pop-Location
        }
    }

    It 'rejects a destination outside of the file system' {
        { Get-TestVideo 1 | Save-PlatformVideo Env:/archive } | Should -Throw -ErrorId 'VideoPlatforms.InvalidArgument,*'
    }

    It 'rejects the template <_> before anything is sent' -ForEach '{Titel}', '../{Title}', '/{Title}', '{Title', '' {
        { Get-TestVideo 1 | Save-PlatformVideo $folder -NameTemplate $_ } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        Get-MediaRequest | Should -HaveCount 0
        $folder | Should -Not -Exist
    }

    It 'deletes with Remove-QushipinVideo only what is whole in the folder, and looks again' {
        $videos = Get-TestVideo
        $bad = for ($index = 1; $index -lt $videos.Count; $index += 2) {
            Add-Fault $sandbox @{ Kind = 'WrongLength'; Path = ([uri]$videos[$index].Url).AbsolutePath; Count = 10; Times = [int]::MaxValue }
            $videos[$index].Id
        }

        $deleted = Get-TestVideo | Save-PlatformVideo $folder -ErrorVariable failed -ErrorAction SilentlyContinue | Remove-QushipinVideo -PassThru -Confirm:$false

        $failed | ForEach-Object { $_.FullyQualifiedErrorId } | Select-Object -Unique | Should -BeLike 'Qushipin.LengthMismatch,*'
        $failed.TargetObject.Id | Sort-Object | Should -Be ($bad | Sort-Object)
        $deleted.Target | Sort-Object | Should -Be ($videos.Id | Where-Object { $_ -notin $bad } | Sort-Object)
        @(Get-Received $sandbox getVideoById).Count | Should -Be $deleted.Count
        (Get-TestVideo).Id | Sort-Object | Should -Be ($bad | Sort-Object)
        Get-SavedFile | Where-Object Extension -EQ .mp4 | Should -HaveCount $deleted.Count
    }

    It 'passes the failed videos to a second attempt as target objects' {
        Add-Fault $sandbox @{ Kind = 'Status'; Status = 404; Path = '.mp4'; Times = 2 }
        $saved = @(Get-TestVideo 4 | Save-PlatformVideo $folder -ThrottleLimit 1 -ErrorVariable failed -ErrorAction SilentlyContinue)
        $saved += $failed.TargetObject | Save-PlatformVideo $folder
        $saved | Should -HaveCount 4
        $saved | Assert-Whole
    }

    It 'creates and requests nothing with -WhatIf' {
        $shell = New-ModuleShell { param ($videos, $folder) $videos | Save-PlatformVideo $folder -WhatIf } (Get-TestVideo 2), $folder
        try {
            $shell.Invoke() | Should -HaveCount 0
        }
        finally {
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }

        Get-MediaRequest | Should -HaveCount 0
        $folder | Should -Not -Exist
    }

    It 'transfers no file again' {
        $null = Get-TestVideo | Save-PlatformVideo $folder
        $count = (Get-MediaRequest).Count
        $saved = Get-TestVideo | Save-PlatformVideo $folder
        $saved | Assert-Whole
        (Get-MediaRequest).Count | Should -Be $count
    }

    It 'writes files while more videos arrive' {
        $videos = Get-TestVideo 4
        $order = [System.Collections.Generic.List[string]]::new()
        $videos | ForEach-Object { $order.Add('in'); $_ } | Save-PlatformVideo $folder -ThrottleLimit 1 | ForEach-Object { $order.Add('out') }
        $order | Should -HaveCount 8
        $order.IndexOf('out') | Should -BeLessThan $order.LastIndexOf('in')
    }

    It 'reports an object that is no video, and saves the others' {
        $saved = [pscustomobject]@{ Name = 'nothing' }, (Get-TestVideo 1), 'text', 42 | Save-PlatformVideo $folder -ErrorVariable failed -ErrorAction SilentlyContinue
        $saved | Assert-Whole
        $failed | Should -HaveCount 3
        $failed.FullyQualifiedErrorId | Select-Object -Unique | Should -BeLike 'VideoPlatforms.NotAVideo,*'
    }

    It 'saves videos from <_>' -ForEach 'Clixml', 'CSV', 'JSON', 'Start-Job', 'Select-Object' {
        $videos = Get-TestVideo 2
        $arrived = switch ($_) {
            Clixml { $videos | Export-Clixml TestDrive:/v.xml; Import-Clixml TestDrive:/v.xml }
            CSV { $videos | Export-Csv TestDrive:/v.csv -Encoding utf8; Import-Csv TestDrive:/v.csv -Encoding utf8 }
            JSON { $videos | ConvertTo-Json -Depth 4 | ConvertFrom-Json }
            Start-Job { Start-Job { $input } -InputObject $videos | Receive-Job -Wait -AutoRemoveJob | ForEach-Object { $_ } }
            Select-Object { $videos | Select-Object Platform, Id, Session }
        }
        $saved = $arrived | Save-PlatformVideo $folder
        $saved.Id | Sort-Object | Should -Be ($videos.Id | Sort-Object)
        $saved | Assert-Whole
    }

    It 'returns objects that keep their class and types in <_>' -ForEach 'Clixml', 'Start-Job' {
        $saved = Get-TestVideo 1 | Save-PlatformVideo $folder
        $arrived = if ($_ -eq 'Clixml') {
            $saved | Export-Clixml TestDrive:/s.xml
            Import-Clixml TestDrive:/s.xml
        }
        else {
            Start-Job { $input } -InputObject $saved | Receive-Job -Wait -AutoRemoveJob | ForEach-Object { $_ }
        }

        $arrived.PSObject.TypeNames[0] | Should -Be 'VideoPlatforms.SavedVideo'
        foreach ($property in $saved.PSObject.Properties) {
            "$($property.Name) $($arrived.($property.Name))" | Should -Be "$($property.Name) $($property.Value)"
        }

        $arrived.SavedAt | Should -BeOfType DateTimeOffset
        $arrived.Length | Should -BeOfType long
        ($arrived | Remove-QushipinVideo -PassThru -Confirm:$false).Target | Should -Be $saved.Id
    }

    It 'saves the subtitles of Chanjing in the requested formats' {
        $saved = Get-ChanjingVideo | Where-Object Url | Select-Object -First 1 | Save-PlatformVideo $folder -Include Subtitle, Cover, Metadata -SubtitleFormat Srt, Vtt, Json
        (Get-SavedFile).Name | Sort-Object | Should -Be (".mp4", '.png', '.json', '.srt', '.vtt', '.subtitle.json' | ForEach-Object { "[$($saved.Id)]$_" } | Sort-Object)
        $metadata = Get-Content -LiteralPath ($saved.Path -replace 'mp4$', 'json') -Raw -Encoding utf8 | ConvertFrom-Json
        $metadata.Id | Should -Be $saved.Id
        $metadata.Platform | Should -Be Chanjing
    }

    It 'names the property in the destination of each video' {
        $saved = Get-TestVideo 1 | Save-PlatformVideo $folder -NameTemplate '{UserId}\{CreatedAt:yyyy}/{Id}'
        $video = Get-TestVideo 1
        $saved.Path | Should -Be (Join-Path $folder $video.UserId $video.CreatedAt.Year "$($video.Id).mp4")
    }

    It 'ends with Ctrl+C within 500 ms, leaves a partial file, and the next run resumes it' {
        Add-Fault $sandbox @{ Kind = 'StalledBody'; Path = '.mp4'; After = 4000 }
        $video = Get-TestVideo 1
        $running = Start-InRunspace { param ($video, $folder) $video | Save-PlatformVideo $folder } $video, $folder
        Wait-Until { Get-ChildItem $folder -Recurse -Filter *.partial -ErrorAction Ignore | Where-Object Length -GE 4000 }
        Stop-InRunspace $running | Should -BeLessThan 500
        $running.Shell.InvocationStateInfo.State | Should -Be Stopped
        (Get-SavedFile).Extension | Sort-Object | Should -Be '.json', '.partial'
        Join-Path $folder .videoplatforms.lock | Should -Not -Exist
        $saved = $video | Save-PlatformVideo $folder
        $saved.Resumed | Should -BeTrue
        $saved | Assert-Whole
        (Get-MediaRequest)[-1].Headers['Range'] | Should -Be 'bytes=4000-'
    }

    It 'ends with Ctrl+C while the pipeline waits for more videos' {
        Add-Fault $sandbox @{ Kind = 'StalledBody'; Path = '.mp4'; After = 4000 }
        $running = Start-InRunspace { param ($video, $folder) & { $video; Start-Sleep 60 } | Save-PlatformVideo $folder } (Get-TestVideo 1), $folder
        Wait-Until { Get-ChildItem $folder -Recurse -Filter *.partial -ErrorAction Ignore | Where-Object Length -GE 4000 }
        Stop-InRunspace $running | Should -BeLessThan 1000
        Wait-Until { $sandbox.ActiveRequests -eq 0 -and -not (Test-Path (Join-Path $folder .videoplatforms.lock)) }
    }

    It 'ends if Select-Object has received enough files' {
        $sandbox.Media.BytesPerSecond = 20000
        $sandbox.Media.MediaLength = 20000
        $saved = Get-TestVideo | Save-PlatformVideo $folder -ThrottleLimit 2 | Select-Object -First 1
        $saved | Assert-Whole
        (Get-MediaRequest).Count | Should -BeLessThan 6
        Join-Path $folder .videoplatforms.lock | Should -Not -Exist
        Wait-Until { $sandbox.ActiveRequests -eq 0 }
    }

    It 'limits the bytes per second of all files together' {
        $sandbox.Media.MediaLength = 40000
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $null = Get-TestVideo 4 | Save-PlatformVideo $folder -BytesPerSecond 100000
        $watch.Elapsed.TotalSeconds | Should -BeGreaterThan 1.4
    }

    It 'saves from several runspaces to one folder' {
        $videos = Get-TestVideo
        $saved = $videos | ForEach-Object -Parallel {
            Import-Module $using:Manifest
            $_ | Save-PlatformVideo $using:folder
        } -ThrottleLimit 4
        $saved | Assert-Whole
        @($saved).Count | Should -Be $videos.Count
        @(Get-Content (Join-Path $folder SHA256SUMS)).Count | Should -Be $videos.Count
    }

    It 'is rejected while another process saves to the folder, and the process is named' {
        $sandbox.Media.BytesPerSecond = 2000
        $video = Get-TestVideo 1
        $video | Select-Object Platform, Id, Title, FileUrls | Export-Clixml TestDrive:/other.xml
        $job = Start-Job { Import-Module $using:Manifest; Import-Clixml $using:TestDrive/other.xml | Save-PlatformVideo $using:folder }
        try {
            Wait-Until { Test-Path (Join-Path $folder .videoplatforms.lock) } -Seconds 60
            { $video | Save-PlatformVideo $folder } | Should -Throw -ErrorId 'VideoPlatforms.DestinationInUse,*' -ExpectedMessage "*@$([Environment]::MachineName)*"
        }
        finally {
            Remove-Job $job -Force
        }

        $sandbox.Media.BytesPerSecond = 0
        $video | Save-PlatformVideo $folder | Assert-Whole
    }

    It 'shows control characters as blanks' {
        $row = [pscustomobject]@{ Platform = 'Qushipin'; Id = 'a'; Title = "t`e[31m"; FileUrls = (Get-TestVideo 1).Url }
        $saved = $row | Save-PlatformVideo $folder
        $saved.Path | Should -Not -Match '\e'
        $saved | Get-View | Should -Match 'Qushipin\s+a\s+[\d.,]+\s+False\s+'
    }
}

Describe 'Test-PlatformVideo' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 20 -Connect
    }

    AfterAll {
        Stop-VideoPlatformSandbox
    }

    It 'checks both addresses of each video with one byte' {
        $before = @(Get-Received $sandbox media).Count
        $checks = Get-PlatformVideo | Test-PlatformVideo
        $checks | Should -HaveCount 200
        $checks | Where-Object Status -NotIn Alive, Missing | Should -HaveCount 0
        $requests = @(Get-Received $sandbox media | Select-Object -Skip $before)
        $requests | Should -HaveCount @($checks | Where-Object Status -EQ Alive).Count
        ($requests | Measure-Object BytesSent -Maximum).Maximum | Should -Be 1
    }

    It 'finds the address of a removed file' {
        $video = Get-QushipinVideo | Where-Object Url | Select-Object -Last 1
        $sandbox.Media.Remove($video.Url)
        $check = $video | Test-PlatformVideo | Where-Object Kind -EQ Url
        $check.Status | Should -Be Dead
        $check.HttpStatus | Should -Be 404
        $check | Get-View | Should -Match "Qushipin\s+$($video.Id)\s+Url\s+Dead\s+404"
    }

    It 'checks saved rows without a session' {
        Get-QushipinVideo -First 2 | Select-Object Platform, Id, Title, Url, CoverUrl, FileUrls | Export-Csv TestDrive:/l.csv -Encoding utf8
        $checks = (New-ModuleShell { param ($file) Import-Csv $file -Encoding utf8 | Test-PlatformVideo } "$TestDrive/l.csv").Invoke()
        $checks | Should -HaveCount 4
        $checks | Where-Object { $_.Status -eq 'Alive' -and $_.Kind -eq 'CoverUrl' } | Should -HaveCount 2
    }

    It 'returns objects that keep their class and types in a file' {
        $check = Get-QushipinVideo -First 1 | Test-PlatformVideo | Where-Object Kind -EQ CoverUrl
        $check | Export-Clixml TestDrive:/c.xml
        $arrived = Import-Clixml TestDrive:/c.xml
        $arrived.PSObject.TypeNames[0] | Should -Be 'VideoPlatforms.LinkCheck'
        foreach ($property in $check.PSObject.Properties) {
            "$($property.Name) $($arrived.($property.Name)) $($arrived.($property.Name).GetType())" | Should -Be "$($property.Name) $($property.Value) $($property.Value.GetType())"
        }
    }

    It 'ends with Ctrl+C within 500 ms' {
        Add-Fault $sandbox @{ Kind = 'Latency'; Delay = [timespan]::FromSeconds(30); Path = '/media/'; Times = 4 }
        $running = Start-InRunspace { param ($videos) $videos | Test-PlatformVideo } (, @(Get-QushipinVideo))
        Wait-Until { $sandbox.ActiveRequests -ge 4 }
        Stop-InRunspace $running | Should -BeLessThan 500
        Remove-InRunspace $running
        Wait-Until { $sandbox.ActiveRequests -eq 0 }
    }
}
