# Each runbook in examples: a run, a killed run and its second run, -WhatIf, and bad input.
BeforeDiscovery {
    $names = 'archive-and-delete', 'fan-out', 'link-check', 'nightly-inventory', 'review-queue', 'transcode-batch'
}

Describe 'The example <_>' -ForEach $names {
    BeforeAll {
        $file = Join-Path $PSScriptRoot "../../examples/$_.ps1" | Resolve-Path
        $text = Get-Content $file -Raw
        $help = Get-Help $file
        $settings = Join-Path $PSScriptRoot '../../PSScriptAnalyzerSettings.psd1' | Resolve-Path
        $withoutAnalyzer = -not (Get-Module PSScriptAnalyzer -ListAvailable)
    }

    It 'has help for every parameter, examples and exit codes' {
        $help.Synopsis | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
        $help.description.Text -join "`n" | Should -Match '(?m)^0  .+\n1  .+'
        $known = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
        foreach ($parameter in (Get-Command $file).Parameters.Keys | Where-Object { $_ -notin $known }) {
            ($help.parameters.parameter | Where-Object name -EQ $parameter).description.Text | Should -Not -BeNullOrEmpty -Because $parameter
        }
    }

    It 'supports -WhatIf, and documents every exit code that it uses' {
        (Get-Command $file).Parameters.Keys | Should -Contain WhatIf
        $documented = [regex]::Matches(($help.description.Text -join "`n"), '(?m)^(\d)  ').ForEach({ $_.Groups[1].Value })
        $used = [regex]::Matches($text, '(?m)exitCode = (.+)$').ForEach({ [regex]::Matches($_.Groups[1].Value, '\{ (\d) \}|^(\d)$') }).ForEach({ $_.Value -replace '\D' }) | Sort-Object -Unique
        $used | Where-Object { $_ -notin $documented } | Should -BeNullOrEmpty
        $documented | Where-Object { $_ -notin $used } | Should -BeNullOrEmpty
    }

    It 'shares the common part with the others' {
        $common = [regex]::Match($text, '(?s)#region Common.*?#endregion').Value
        $other = [regex]::Match((Get-Content (Join-Path (Split-Path $file) 'nightly-inventory.ps1') -Raw), '(?s)#region Common.*?#endregion').Value
        $common | Should -Not -BeNullOrEmpty
        $common | Should -BeExactly $other
    }

    It 'has no findings of PSScriptAnalyzer, and the syntax of Windows PowerShell 5.1' {
        if ($withoutAnalyzer) {
            Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed'
            return
        }

        Invoke-ScriptAnalyzer $file -Settings "$settings" | Should -BeNullOrEmpty
        $syntax = @{ Rules = @{ PSUseCompatibleSyntax = @{ Enable = $true; TargetVersions = @('5.1') } } }
        Invoke-ScriptAnalyzer $file -Settings $syntax -IncludeRule PSUseCompatibleSyntax | Should -BeNullOrEmpty

        # Windows PowerShell 5.1 reads a file without a byte order mark in the code page of the system.
        $text | Should -Not -Match '[^\x00-\x7f]'
    }
}

Describe 'A runbook' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        . $PSScriptRoot/Examples.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 12
        $variables = Get-SandboxEnvironment $sandbox
        $variables.Keys.ForEach({ Set-Item "env:$_" $variables[$_] })
        $accounts = New-AccountsFile "$TestDrive/accounts.json" $sandbox
        $qushipin = New-AccountsFile "$TestDrive/qushipin.json" $sandbox -Platform Qushipin
        $secrets = $variables.Keys | Where-Object { $_ -match 'SECRET|PASSWORD|TEXT' } | ForEach-Object { $variables[$_] }

        # The accounts of the sandbox, and one whose server doesn't respond.
        $withDeadServer = "$TestDrive/dead.json"
        $list = Get-Content $qushipin -Raw | ConvertFrom-Json
        $list.accounts += [pscustomobject]@{ platform = 'Qushipin'; name = 'dead'; baseUri = 'http://127.0.0.1:9/'; maximumRetryCount = 0 }
        $list | ConvertTo-Json -Depth 3 | Set-Content $withDeadServer
    }

    BeforeEach {
        $sandbox.Reset()
    }

    AfterEach {
        Get-VideoPlatformSession | Should -BeNullOrEmpty
    }

    AfterAll {
        $variables.Keys.ForEach({ Remove-Item "env:$_" })
        $env:PSModulePath = $modulePath
        Stop-VideoPlatformSandbox
    }

    Context 'nightly-inventory' {
        BeforeEach {
            $folder = "$TestDrive/$([guid]::NewGuid())"
            $night = @{ Path = $folder; AccountsFile = $accounts }
        }

        It 'saves an inventory, compares it with yesterday''s, and reports what vanished' {
            $first = Invoke-Example nightly-inventory ($night + @{ Date = '2026-11-24' })
            $first.ExitCode | Should -Be 0
            $first.Output.Videos | Should -Be 60
            Import-PlatformInventory "$folder/2026-11-24.jsonl.gz" | Should -HaveCount 60

            $gone = @($sandbox.Qushipin.Videos | Select-Object -First 2 -Skip 3 -ExpandProperty VideoId)
            $sandbox.Qushipin.Remove([string[]] $gone)
            $sandbox.Polyv.ShiftList(1)
            $second = Invoke-Example nightly-inventory ($night + @{ Date = '2026-11-25' })
            $second.ExitCode | Should -Be 2
            $second.Output.Removed, $second.Output.Added, $second.Output.Unknown | Should -Be 2, 1, 0
            $rows = Import-Csv "$folder/2026-11-25.changes.csv" -Encoding utf8
            ($rows | Where-Object Change -EQ Removed).Id | Sort-Object | Should -Be ($gone | Sort-Object)
            "$($second.Log)" | Should -BeLike "*Vanished: Qushipin/n1 sandbox-ops@*$($gone[0])*"
            $log = Get-Content "$folder/nightly-inventory.log"
            $log | Should -Match '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (INFO|WARNING|ERROR) '
            $secrets.ForEach({ "$log" | Should -Not -Match ([regex]::Escape($_)) })

            $requests = $sandbox.Requests.Count
            $again = Invoke-Example nightly-inventory ($night + @{ Date = '2026-11-25' })
            $again.ExitCode | Should -Be 2
            "$($again.Log)" | Should -BeLike '*Took over the complete inventory*Took over the differences*'
            $sandbox.Requests.Count | Should -Be $requests
        }

        It 'writes a report for the browser, and keeps it in a second run' {
            if (-not (Get-Command Export-PlatformVideoReport -ErrorAction Ignore)) {
                Set-ItResult -Skipped -Because 'the module does not contain Export-PlatformVideoReport'
                return
            }

            $run = Invoke-Example nightly-inventory ($night + @{ Date = '2026-11-25' })
            $run.Output.Report | Should -Exist
            (Invoke-Example nightly-inventory ($night + @{ Date = '2026-11-25' })).Log -match 'Took over the report' | Should -Not -BeNullOrEmpty
            $limited = Invoke-Example nightly-inventory ($night + @{ Date = '2026-11-26'; ReportLimit = 59 })
            $limited.Output.Report | Should -BeNullOrEmpty
        }

        It 'that is killed while it lists leaves nothing half, and the next run finishes' {
            Add-Fault $sandbox @{ Kind = 'Latency'; Path = 'getVideos'; Delay = [timespan]::FromMinutes(5) }
            Stop-Example nightly-inventory "-Path '$folder' -AccountsFile '$accounts'" { $sandbox.Requests | Where-Object Call -EQ getVideos }
            Get-ChildItem $folder -Filter *.jsonl.gz | Should -BeNullOrEmpty
            $next = Invoke-Example nightly-inventory $night
            $next.ExitCode | Should -Be 0
            $next.Output.Videos | Should -Be 60
        }

        It 'with -WhatIf writes nothing and lists nothing' {
            (Invoke-Example nightly-inventory ($night + @{ WhatIf = $true })).ExitCode | Should -Be 0
            Test-Path $folder | Should -BeFalse
            $sandbox.Requests | Where-Object Call -NotIn login, signOut, access_token | Should -BeNullOrEmpty
        }

        It 'names an inventory incomplete if an account is missing, and replaces it in the next run' {
            $missing = Invoke-Example nightly-inventory @{ Path = $folder; AccountsFile = $withDeadServer; Date = '2026-11-25' }
            $missing.ExitCode | Should -Be 5
            "$($missing.Log)" | Should -BeLike '*Qushipin.ConnectionFailed*'
            (Get-ChildItem $folder -Filter *.jsonl.gz).Name | Should -Be 2026-11-25.incomplete.jsonl.gz
            (Invoke-Example nightly-inventory @{ Path = $folder; AccountsFile = $qushipin; Date = '2026-11-25' }).ExitCode | Should -Be 0
            (Get-ChildItem $folder -Filter *.jsonl.gz).Name | Should -Be 2026-11-25.jsonl.gz
        }

        It 'rejects bad input before anything is sent' {
            (Invoke-Example nightly-inventory @{ Path = $folder; AccountsFile = "$TestDrive/none.json" }).ExitCode | Should -Be 3
            (Invoke-Example nightly-inventory @{ Path = $folder }).ExitCode | Should -Be 3
            { Invoke-Example nightly-inventory ($night + @{ ReportLimit = -1 }) } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
            $busy = [System.IO.File]::Open("$folder/.nightly-inventory.lock", 'OpenOrCreate', 'ReadWrite', 'None')
            (Invoke-Example nightly-inventory $night).ExitCode | Should -Be 4
            $busy.Dispose()
            $sandbox.Requests.Count | Should -Be 0
        }
    }

    Context 'review-queue' {
        BeforeEach {
            $queue = "$TestDrive/$([guid]::NewGuid()).csv"
            $audit = $queue -replace '\.csv$', '.audit.jsonl'
            $number = 0
            $session = "Qushipin/n1 $($sandbox.Qushipin.UserName)@$($sandbox.RootUri.Authority)"
            $rows = @($sandbox.Qushipin.Videos | Select-Object -First 8 -ExpandProperty VideoId | ForEach-Object {
                    $number++
                    [pscustomobject]@{ Id = $_; Session = $session; Decision = @('Normal', 'Blocked', '')[$number % 3]; Reason = if ($number % 3 -eq 1) { "claim, `"$number`"" }; Comment = '' }
                })
            $rows | Export-Csv $queue -Encoding utf8
            $review = @{ Path = $queue; AccountsFile = $qushipin }

            function Get-Sent {
                @($sandbox.Requests | Where-Object Call -EQ createAudit).ForEach({ $_.Parameters.mediaId })
            }
        }

        It 'sends each decision once, and keeps an audit log' {
            $run = Invoke-Example review-queue $review
            $run.ExitCode | Should -Be 0
            $run.Output[0].Done, $run.Output[0].Undecided | Should -Be 5, 3
            $entries = Get-Content $audit | ConvertFrom-Json
            $entries.Outcome | Should -Be (@('Begun', 'Done') * 5)
            Get-Sent | Should -Be ($rows | Where-Object Decision).Id
            $blocked = $rows | Where-Object Decision -EQ Blocked
            ($sandbox.Qushipin.Videos | Where-Object VideoId -In $blocked.Id).CensorStatus | Should -Be (@('fail') * $blocked.Count)
            $again = Invoke-Example review-queue $review
            $again.ExitCode | Should -Be 0
            "$($again.Log)" | Should -BeLike '*5 decisions are done, the outcome of 0 is unknown*'
            Get-Sent | Should -HaveCount 5
        }

        It 'that is killed is continued, and only the decision in between is sent again' {
            Add-Fault $sandbox @{ Kind = 'Latency'; Path = 'createAudit'; Skip = 3; Delay = [timespan]::FromMinutes(5) }
            Stop-Example review-queue "-Path '$queue' -AccountsFile '$qushipin'" { (Get-Sent).Count -eq 4 }
            [System.IO.File]::AppendAllText($audit, '{"Time":"2026-')
            $next = Invoke-Example review-queue $review
            $next.ExitCode | Should -Be 0
            "$($next.Log)" | Should -BeLike '*3 decisions are done, the outcome of 1 is unknown*'
            $decided = ($rows | Where-Object Decision).Id
            Get-Sent | Should -Be (@($decided[0..3]) + @($decided[3..4]))
            (Get-Content $audit | ConvertFrom-Json | Where-Object Outcome -EQ Done).Id | Should -Be $decided
        }

        It 'with -WhatIf sends nothing and writes nothing' {
            (Invoke-Example review-queue ($review + @{ WhatIf = $true })).ExitCode | Should -Be 0
            Get-Sent | Should -BeNullOrEmpty
            Test-Path $audit | Should -BeFalse
        }

        It 'rejects a file that is invalid in any row, with the rows' {
            $rows[1].Decision = 'Approve'
            $rows[2].Decision = 'Blocked'
            $rows[3].Reason = 'x' * 129
            $rows[4].Session = ''
            $rows[4].Decision = 'Normal'
            $rows | Export-Csv $queue -Encoding utf8
            $run = Invoke-Example review-queue $review
            $run.ExitCode | Should -Be 3
            $run.Log -match 'Row \d' | ForEach-Object { [regex]::Match($_, 'Row (\d)').Groups[1].Value } | Should -Be 3, 4, 5, 6
            'Id,Title', 'a,b' | Set-Content $queue
            (Invoke-Example review-queue $review).Log -match 'no column Session, Decision' | Should -Not -BeNullOrEmpty
            $sandbox.Requests.Count | Should -Be 0
            { Invoke-Example review-queue @{ Path = "$TestDrive/none.csv" } } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        }

        It 'never sends a decision to another account than that of its video' {
            $rows[0].Session = "Qushipin/n1 $($sandbox.Qushipin.UserName)@vod.example.com"
            $rows[0].Decision = $rows[1].Decision = 'Normal'
            $rows[0..1] | Export-Csv $queue -Encoding utf8
            $run = Invoke-Example review-queue $review
            $run.ExitCode | Should -Be 2
            Get-Sent | Should -Be $rows[1].Id
            "$($run.Log)" | Should -BeLike '*Qushipin.SessionMismatch*'
        }
    }

    Context 'archive-and-delete' {
        BeforeEach {
            $folder = "$TestDrive/$([guid]::NewGuid())"
            $archive = @{ Path = $folder; AccountsFile = $qushipin; OlderThanDays = 300; Confirm = $false }
            $saveable = @($sandbox.Qushipin.Videos | Where-Object { $_.FileUrlList.Count }).VideoId
        }

        It 'saves, verifies and deletes what has a file, and keeps the rest' {
            $run = Invoke-Example archive-and-delete $archive
            $run.ExitCode | Should -Be 2
            $run.Output[0].Deleted | Should -Be $saveable.Count
            $run.Output[0].NotSaved | Should -Be (12 - $saveable.Count)
            $sandbox.Qushipin.Ids | Should -HaveCount (12 - $saveable.Count)
            $manifest = Get-Content "$folder/manifest.jsonl" | ConvertFrom-Json
            $saved = $manifest | Where-Object Step -EQ Saved
            $saved.Id | Sort-Object | Should -Be ($saveable | Sort-Object)
            ($manifest | Where-Object Step -EQ Deleted).Id | Should -Be $saved.Id
            (Get-FileHash -LiteralPath $saved[0].Path).Hash | Should -Be $saved[0].Sha256
            Get-VideoPlatformSession | Should -BeNullOrEmpty
        }

        It 'that is killed during a download and after a deletion is continued' {
            Add-Fault $sandbox @{ Kind = 'StalledBody'; Path = '.mp4'; After = 2000; Skip = 1; Times = 2 }
            $arguments = "-Path '$folder' -AccountsFile '$qushipin' -OlderThanDays 300 -Confirm:`$false"
            Stop-Example archive-and-delete $arguments { $sandbox.Faults.Fired -eq 2 -and (Get-ChildItem $folder -Recurse -Filter *.partial) }
            $sandbox.Faults.Clear()
            Wait-Until { $sandbox.ActiveRequests -eq 0 }
            $deleted = 12 - $sandbox.Qushipin.Videos.Count
            Add-Fault $sandbox @{ Kind = 'Latency'; Path = 'deleteVideoById'; Delay = [timespan]::FromMinutes(5) }
            Stop-Example archive-and-delete $arguments { $sandbox.Qushipin.Videos.Count -eq 11 - $deleted }
            $sandbox.Faults.Clear()
            $next = Invoke-Example archive-and-delete $archive
            "$($next.Log)" | Should -BeLike "*Took over the manifest*The interrupted run had deleted *"
            $next.Output[0].DeletedBefore, $next.Output[0].Deleted | Should -Be 1, ($saveable.Count - $deleted - 1)
            (Get-Content "$folder/manifest.jsonl" | ConvertFrom-Json | Where-Object Step -EQ Deleted).Id | Sort-Object | Should -Be ($saveable | Sort-Object)
            @($sandbox.Requests | Where-Object { $_.Call -eq 'deleteVideoById' }) | Should -HaveCount $saveable.Count
        }

        It 'with -WhatIf saves and deletes nothing' {
            (Invoke-Example archive-and-delete ($archive + @{ WhatIf = $true })).ExitCode | Should -Be 0
            Test-Path $folder | Should -BeFalse
            $sandbox.Qushipin.Ids | Should -HaveCount 12
            $sandbox.Requests | Where-Object Call -In media, deleteVideoById | Should -BeNullOrEmpty
        }

        It 'deletes nothing if there are more old videos than -Limit' {
            $run = Invoke-Example archive-and-delete ($archive + @{ Limit = 11 })
            $run.ExitCode | Should -Be 3
            $run.Log -match 'more than 11 old videos' | Should -Not -BeNullOrEmpty
            $sandbox.Qushipin.Ids | Should -HaveCount 12
        }

        It 'keeps a video whose file on the disk is not the one that was downloaded' {
            Mock Get-FileHash { @{ Hash = '0' * 64 } }
            $run = Invoke-Example archive-and-delete $archive
            $run.Output[0].Deleted | Should -Be 0
            $sandbox.Qushipin.Ids | Should -HaveCount 12
        }

        It 'rejects bad input, and does not ask without a console' {
            { Invoke-Example archive-and-delete ($archive + @{ Limit = 0 }) } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
            { Invoke-Example archive-and-delete @{ Path = $folder; AccountsFile = $qushipin; OlderThanDays = 0 } } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
            (Invoke-Example archive-and-delete @{ Path = $folder; AccountsFile = New-AccountsFile "$TestDrive/polyv.json" $sandbox -Platform Polyv; OlderThanDays = 1 }).ExitCode | Should -Be 3
            $null = pwsh -NoProfile -NonInteractive -File "$examples/archive-and-delete.ps1" -Path $folder -AccountsFile $qushipin -OlderThanDays 300 2>&1
            $LASTEXITCODE | Should -Be 1
            $sandbox.Qushipin.Ids | Should -HaveCount 12
        }
    }

    Context 'transcode-batch' {
        BeforeAll {
            # Three of these videos are approved and have a failed transcoding.
            $transcoding = Start-VideoPlatformSandbox -VideoCount 40
            $qushipin = New-AccountsFile "$TestDrive/transcoding.json" $transcoding -Platform Qushipin
        }

        BeforeEach {
            $transcoding.Reset()
            $report = "$TestDrive/$([guid]::NewGuid()).csv"
            $batch = @{ Path = $report; AccountsFile = $qushipin; PollInterval = 0.1; TimeoutSec = 70 }
            $failed = @($transcoding.Qushipin.Videos | Where-Object { $_.TranscodeStatus -eq 'fail' -and $_.CensorStatus -eq 'success' }).VideoId

            # A transcoding counts only if a look at the server has seen it run. It ends after half of this time at the earliest.
            $processing = [timespan]::FromSeconds(1.5)
            $begin = [datetime]::UtcNow

            function Get-Started {
                @($transcoding.Requests | Where-Object Call -EQ submitTranscode).ForEach({ $_.Parameters.mediaId })
            }
        }

        It 'starts the failed transcodings, retries those that fail again, and reports' {
            $transcoding.Qushipin.ProcessingTime = $processing
            $transcoding.Qushipin.FailEvery = 2
            $run = Invoke-Example transcode-batch $batch
            $run.ExitCode | Should -Be 0
            $run.Output[0].Videos, $run.Output[0].Transcoded | Should -Be $failed.Count, $failed.Count
            $run.Output[0].Retried | Should -BeGreaterThan 0
            $rows = Import-Csv $report -Encoding utf8
            $rows.Id | Should -Be $failed
            $rows.State | Sort-Object -Unique | Should -Be Transcoded
            Test-Path "$report.journal" | Should -BeFalse
        }

        It 'reports videos that fail every time' {
            $transcoding.Qushipin.ProcessingTime = $processing
            $transcoding.Qushipin.FailEvery = 1
            $run = Invoke-Example transcode-batch ($batch + @{ MaximumAttempts = 2 })
            $run.ExitCode | Should -Be 2
            (Import-Csv $report).Attempts | Should -Be (@('2') * $failed.Count)
            Get-Started | Should -HaveCount (2 * $failed.Count)
        }

        It 'that is killed is continued without starting a transcoding twice' {
            # The first run is killed while it waits.
            Stop-Example transcode-batch "-Path '$report' -AccountsFile '$qushipin' -PollInterval 0.1" {
                (Get-Started).Count -eq $failed.Count -and @(Get-Content "$report.journal" -ErrorAction Ignore) -match 'Started"' -and @($transcoding.Requests | Where-Object Call -In getVideos, getVideoById).Count -gt 3
            }
            $transcoding.Qushipin.ProcessingTime = $processing + [timespan]::FromTicks(2 * ([datetime]::UtcNow - $begin).Ticks)
            $next = Invoke-Example transcode-batch $batch
            $next.ExitCode | Should -Be 0
            "$($next.Log)" | Should -BeLike "*Took over $($failed.Count) videos of an interrupted run: $($failed.Count) Started*"
            Get-Started | Should -HaveCount $failed.Count
            (Import-Csv $report).State | Should -Be (@('Transcoded') * $failed.Count)
        }

        It 'that is killed while a request is on its way looks at the video first' {
            Add-Fault $transcoding @{ Kind = 'Latency'; Path = 'submitTranscode'; Delay = [timespan]::FromMinutes(5) }
            Stop-Example transcode-batch "-Path '$report' -AccountsFile '$qushipin'" { ($transcoding.Qushipin.Videos | Where-Object VideoId -EQ $failed[0]).TranscodeStatus -eq 'onTranscode' }
            $transcoding.Faults.Clear()
            $transcoding.Qushipin.ProcessingTime = $processing + [timespan]::FromTicks(2 * ([datetime]::UtcNow - $begin).Ticks)
            (Invoke-Example transcode-batch $batch).ExitCode | Should -Be 0
            Get-Started | Should -HaveCount $failed.Count
        }

        It 'with -WhatIf starts nothing and writes nothing' {
            (Invoke-Example transcode-batch ($batch + @{ WhatIf = $true })).ExitCode | Should -Be 0
            Get-Started | Should -BeNullOrEmpty
            Test-Path "$report*" | Should -BeFalse
        }

        It 'rejects bad input' {
            { Invoke-Example transcode-batch @{ Path = $report; MaximumAttempts = 11 } } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
            (Invoke-Example transcode-batch @{ Path = $report; AccountsFile = "$TestDrive/none.json" }).ExitCode | Should -Be 3
        }
    }

    Context 'link-check' {
        BeforeEach {
            $links = "$TestDrive/$([guid]::NewGuid()).csv"
            $check = @{ Path = $links; AccountsFile = $accounts }

            function Get-Probe {
                @($sandbox.Requests | Where-Object Call -EQ media)
            }
        }

        It 'lists the addresses that do not respond' {
            $all = Invoke-Example link-check $check
            $all.ExitCode | Should -Be 0
            $all.Output[0].Alive | Should -BeGreaterThan 50
            Import-Csv $links | Should -BeNullOrEmpty
            $dead = ($sandbox.Chanjing.Videos | Where-Object VideoUrl)[0].VideoUrl
            $sandbox.Media.Remove($dead)
            $run = Invoke-Example link-check $check
            $run.ExitCode | Should -Be 2
            (Import-Csv $links).Address | Should -Be $dead
            Test-Path "$links.journal" | Should -BeFalse
        }

        It 'that is killed is continued with the remaining addresses' {
            Add-Fault $sandbox @{ Kind = 'Latency'; Path = '/media/'; Skip = 40; Times = 1000; Delay = [timespan]::FromMinutes(5) }
            Stop-Example link-check "-Path '$links' -AccountsFile '$accounts' -ThrottleLimit 2" { @(Get-Content "$links.journal" -ErrorAction Ignore).Count -gt 30 -and (Get-Probe).Count -gt 40 }
            $sandbox.Faults.Clear()
            Wait-Until { $sandbox.ActiveRequests -eq 0 }
            $before = (Get-Probe).Count
            $next = Invoke-Example link-check $check
            $next.ExitCode | Should -Be 0
            "$($next.Log)" | Should -Match 'Took over (\d\d) videos'
            $rest = (Get-Probe).Count - $before
            $whole = Invoke-Example link-check $check
            $next.Output[0].Alive | Should -Be $whole.Output[0].Alive
            $rest | Should -BeLessOrEqual ($whole.Output[0].Alive - 28)
        }

        It 'with -WhatIf requests no address and writes nothing' {
            (Invoke-Example link-check ($check + @{ WhatIf = $true })).ExitCode | Should -Be 0
            Get-Probe | Should -BeNullOrEmpty
            Test-Path "$links*" | Should -BeFalse
        }

        It 'rejects bad input, and reports an account that can''t be connected' {
            { Invoke-Example link-check @{ Path = $links; ThrottleLimit = 65 } } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
            (Invoke-Example link-check @{ Path = $links; AccountsFile = "$TestDrive/none.json" }).ExitCode | Should -Be 3
            (Invoke-Example link-check @{ Path = $links; AccountsFile = $withDeadServer }).ExitCode | Should -Be 5
        }
    }

    Context 'fan-out' {
        BeforeEach {
            $merged = "$TestDrive/$([guid]::NewGuid()).jsonl.gz"
        }

        It 'with -WhatIf connects nothing and writes nothing' {
            (Invoke-Example fan-out @{ Path = $merged; Node = '127.0.0.1:9'; AccountsFile = $accounts; WhatIf = $true }).ExitCode | Should -Be 0
            Test-Path "$merged*" | Should -BeFalse
            $sandbox.Requests.Count | Should -Be 0
        }

        It 'rejects bad input before a node is connected' {
            { Invoke-Example fan-out @{ Path = "$TestDrive/all.csv"; Node = 'a' } } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
            { Invoke-Example fan-out @{ Path = $merged; Node = 'a b' } } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
            '{"accounts":[{"platform":"Polyv","secretKey":"p-4711-secret"}]}' | Set-Content "$TestDrive/secret.json"
            $run = Invoke-Example fan-out @{ Path = $merged; Node = 'a'; AccountsFile = "$TestDrive/secret.json" }
            $run.ExitCode | Should -Be 3
            "$($run.Log)" | Should -BeLike '*AccountsFileSecret*'
            "$($run.Log)" | Should -Not -BeLike '*p-4711*'
            (Invoke-Example fan-out @{ Path = $merged; Node = 'a' }).ExitCode | Should -Be 3
        }
    }
}
