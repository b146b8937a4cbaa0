# Unattended use: jobs, threads, restricted sessions, and the common parameters.
Describe 'A runbook' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 30 -Connect

        # The credentials are in the environment, as set by a scheduler.
        $env:POLYV_USER_ID = $sandbox.Polyv.UserId
        $env:POLYV_SECRET_KEY = $sandbox.Polyv.GetSecretKey()
    }

    AfterAll {
        $env:POLYV_USER_ID = $env:POLYV_SECRET_KEY = $null
        Stop-VideoPlatformSandbox
    }

    It 'runs without a console, a profile or input' {
        $script = "Import-Module '$Manifest'; `$null = Connect-Polyv -BaseUri $($sandbox.Polyv.BaseUri); Get-PolyvVideo | Export-Csv '$TestDrive/videos.csv'; 'exported'"
        $output = '' | pwsh -NoProfile -NonInteractive -Command $script 2>&1
        $output | Should -Be exported
        Import-Csv $TestDrive/videos.csv | Should -HaveCount 30
    }

    It 'fails if a deletion requires confirmation' {
        $script = "Import-Module '$Manifest'; `$null = Start-VideoPlatformSandbox -VideoCount 3 -Connect; Get-QushipinVideo -First 1 | Remove-QushipinVideo; (Get-QushipinVideo).Count"
        $output = '' | pwsh -NoProfile -NonInteractive -Command $script 2>&1 | Out-String
        $output | Should -BeLike '*NonInteractive*'
        $output.Trim() | Should -BeLike '*3'
    }

    It 'runs in Constrained Language Mode' {
        $script = @"
`$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
Import-Module '$Manifest'
`$null = Start-VideoPlatformSandbox -VideoCount 12 -Connect
"`$(`$ExecutionContext.SessionState.LanguageMode) `$(@(Get-PlatformVideo).Count)"
Get-QushipinVideo -First 1 | Set-QushipinAudit -Status Blocked -Reason 4711 -PassThru | Select-Object -ExpandProperty Operation
Get-VideoPlatformSession | ForEach-Object Name | Select-Object -Unique
"@
        pwsh -NoProfile -NonInteractive -Command $script 2>&1 | Should -Be 'ConstrainedLanguage 60', createAudit, default
    }

    It 'runs in a job that returns its objects' {
        $job = Start-Job -ArgumentList "$Manifest", $sandbox.Polyv.BaseUri {
            param ($module, $address)
            Import-Module $module
            $null = Connect-Polyv -BaseUri $address
            Get-PolyvVideo
        }
        $videos = $job | Receive-Job -Wait -AutoRemoveJob
        $videos | Should -HaveCount 30
        $videos[0].PSTypeNames | Should -Contain VideoPlatforms.PolyvVideo
        $videos.Vid | Should -Be $sandbox.Polyv.Videos.Vid
    }

    It 'runs in a thread job, with the session of the parent runspace' {
        $session = Get-VideoPlatformSession -Platform Polyv
        $job = Start-ThreadJob -ArgumentList "$Manifest" {
            param ($module)
            Import-Module $module
            Get-PolyvVideo -Session $using:session
        }
        ($job | Receive-Job -Wait -AutoRemoveJob).Vid | Should -Be $sandbox.Polyv.Videos.Vid
    }

    It 'runs in ForEach-Object -Parallel, with the sessions of the parent runspace' {
        $module = "$Manifest"
        $counts = Get-VideoPlatformSession | ForEach-Object -ThrottleLimit 5 -Parallel {
            Import-Module $using:module
            @(Get-PlatformVideo -Session $_).Count
        }
        $counts | Should -Be 30, 30, 30, 30, 30
    }

    It 'continues after an error, which is stored in -ErrorVariable and $Error' {
        $Error.Clear()
        $videos = Get-QushipinVideo -VideoId no-such-video, $sandbox.Qushipin.Videos[0].VideoId -ErrorAction SilentlyContinue -ErrorVariable failures
        $videos | Should -HaveCount 1
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'Qushipin.VideoNotFound,*'
        $Error | Should -HaveCount 1
        $null = Get-QushipinVideo -VideoId no-such-video -ErrorAction SilentlyContinue -ErrorVariable +failures
        $failures | Should -HaveCount 2
    }

    It 'ends at an error with <_>' -ForEach '-ErrorAction Stop', '$ErrorActionPreference' {
        $videos = $null
        $stop = if ($_ -eq '-ErrorAction Stop') { @{ ErrorAction = 'Stop' } } else { @{} }
        {
            $ErrorActionPreference = if ($stop.Count) { 'Continue' } else { 'Stop' }
            Get-QushipinVideo -VideoId no-such-video, $sandbox.Qushipin.Videos[0].VideoId @stop | Set-Variable videos
        } | Should -Throw -ErrorId 'Qushipin.VideoNotFound,*'
        $videos | Should -BeNullOrEmpty
    }

    It 'does not report an error with -ErrorAction Ignore' {
        $Error.Clear()
        Get-QushipinVideo -VideoId no-such-video -ErrorAction Ignore | Should -BeNullOrEmpty
        $Error | Should -HaveCount 0
    }

    It 'supports -OutVariable and -PipelineVariable' {
        $titles = Get-PolyvVideo -First 7 -OutVariable kept -PipelineVariable video | ForEach-Object { $video.Title }
        $kept | Should -HaveCount 7
        $titles | Should -Be $kept.Title
    }

    It 'supports $PSDefaultParameterValues' {
        $PSDefaultParameterValues = @{ 'Get-*Video:First' = 4; 'Get-PolyvVideo:PageSize' = 2 }
        Get-PolyvVideo | Should -HaveCount 4
        Get-ChanjingVideo | Should -HaveCount 4
    }

    It 'supports splatting' {
        $parameters = @{ First = 3; Skip = 2; PageSize = 5; PublishedOnly = $true }
        $published = Get-PolyvVideo -PublishedOnly
        (Get-PolyvVideo @parameters).Vid | Should -Be $published.Vid[2..4]
    }

    It 'sends no request with -WhatIf' {
        $before = @($sandbox.Requests).Count
        $video = $sandbox.Qushipin.Videos[0].VideoId
        Remove-QushipinVideo -VideoId $video -UserId 1 -WhatIf
        Set-QushipinAudit -VideoId $video -Status Normal -WhatIf
        @($sandbox.Requests).Count | Should -Be $before
    }
}
