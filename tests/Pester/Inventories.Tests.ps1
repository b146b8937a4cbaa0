# Export-, Import- and Compare-PlatformInventory and Measure-PlatformVideo in PowerShell: binding, pipelines, paths, confirmation,
# completion, Ctrl+C, objects from files and jobs.
Describe 'An inventory' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 40 -Connect
        $whole = Export-PlatformInventory $TestDrive/whole.jsonl

        # Every property with its type and its value.
        function Get-Description ($Video) {
            foreach ($one in $Video) {
                $fields = $one.PSObject.Properties | ForEach-Object { "$($_.Name) [$(if ($null -ne $_.Value) { $_.Value.GetType().Name })] $([string] $_.Value)" }
                "$($one.GetType().Name): $($fields -join '; ') $($one.GetAdditionalData() | ConvertTo-Json -Compress)"
            }
        }
    }

    BeforeEach {
        $running = $null
    }

    AfterEach {
        $sandbox.Faults.Clear()
        if ($running) {
            Remove-InRunspace $running
        }
    }

    AfterAll {
        Stop-VideoPlatformSandbox
    }

    Context 'Export-PlatformInventory' {
        It 'writes the file and what it contains' {
            $whole.GetType().FullName | Should -Be VideoPlatforms.InventoryFile
            $whole.Count | Should -Be 200
            $whole.IsComplete | Should -BeTrue
            $whole.Sessions | Should -HaveCount 5
            $whole.Path | Should -Be (Join-Path $TestDrive whole.jsonl)
            $whole.Length | Should -Be (Get-Item $whole.Path).Length
            "$whole" | Should -Be $whole.Path
        }

        It 'writes only the selected platforms and sessions' {
            (Export-PlatformInventory $TestDrive/p.jsonl -Platform Polyv, Chanjing).Count | Should -Be 80
            (Export-PlatformInventory $TestDrive/s.jsonl -Session Qushipin/default).Sessions | Should -BeLike 'Qushipin/default sandbox-ops@*'
        }

        It 'writes videos from the pipeline and from an argument' {
            $videos = Get-PolyvVideo -First 3
            ($videos | Export-PlatformInventory $TestDrive/pipe.jsonl).Count | Should -Be 3
            $file = Export-PlatformInventory $TestDrive/argument.csv -Video $videos
            $file.Count | Should -Be 3
            $file.IsComplete | Should -BeNullOrEmpty
            (Import-PlatformInventory $TestDrive/pipe.jsonl, $TestDrive/argument.csv).Id | Should -Be (@($videos.Id) + @($videos.Id))
        }

        It 'writes an inventory without videos for an empty pipeline, and lists nothing' {
            $before = $sandbox.Requests.Count
            (@() | Export-PlatformInventory $TestDrive/empty.jsonl).Count | Should -Be 0
            (Export-PlatformInventory $TestDrive/empty.csv -Video @()).Count | Should -Be 0
            Import-PlatformInventory $TestDrive/empty.* | Should -BeNullOrEmpty
            $sandbox.Requests.Count | Should -Be $before
        }

        It 'writes the others if an object is no video' {
            $file = (Get-PolyvVideo -First 1), [pscustomobject]@{ Name = 'x' }, (Get-ChanjingVideo -First 1) |
                Export-PlatformInventory $TestDrive/mixed.jsonl -ErrorVariable failures -ErrorAction SilentlyContinue
            $file.Count | Should -Be 2
            $failures.FullyQualifiedErrorId | Should -BeLike 'VideoPlatforms.NotAVideo,*'
        }

        It 'replaces an existing file only with -Force' {
            'mine' | Set-Content $TestDrive/mine.csv
            $before = $sandbox.Requests.Count
            { Export-PlatformInventory $TestDrive/mine.csv } | Should -Throw -ErrorId 'VideoPlatforms.FileExists,*'
            $sandbox.Requests.Count | Should -Be $before
            Get-Content $TestDrive/mine.csv | Should -Be mine
            (Export-PlatformInventory $TestDrive/mine.csv -Force).Count | Should -Be 200
        }

        It 'writes and requests nothing with -WhatIf' {
            $before = $sandbox.Requests.Count
            Export-PlatformInventory $TestDrive/never.jsonl -WhatIf | Should -BeNullOrEmpty
            Get-PolyvVideo -First 0 | Export-PlatformInventory $TestDrive/never.jsonl -WhatIf | Should -BeNullOrEmpty
            Test-Path $TestDrive/never.jsonl | Should -BeFalse
            $sandbox.Requests.Count | Should -Be $before
        }

        It 'resolves relative paths and PowerShell drives' {
            $null = New-Item $TestDrive/below -ItemType Directory
            Push-Location $TestDrive/below
            try {
                Get-PolyvVideo -First 1 | Export-PlatformInventory relative.jsonl | ForEach-Object Path | Should -Be (Join-Path $TestDrive below relative.jsonl)
                Import-PlatformInventory relative.jsonl | Should -HaveCount 1
                Import-PlatformInventory TestDrive:/below/*.jsonl | Should -HaveCount 1
            }
            finally {
                Pop-Location
            }
        }

        It 'rejects <Path> before a request is sent' -ForEach @(
            @{ Path = 'Env:/x.csv'; Id = 'VideoPlatforms.InvalidArgument' }
            @{ Path = 'TestDrive:/missing/x.csv'; Id = 'VideoPlatforms.FileNotWritten' }
            @{ Path = 'TestDrive:/x.jsonl'; Id = 'VideoPlatforms.InvalidArgument' }
        ) {
            $before = $sandbox.Requests.Count
            { Export-PlatformInventory $Path -ForSpreadsheet } | Should -Throw -ErrorId "$Id,*"
            $sandbox.Requests.Count | Should -Be $before
            Test-Path TestDrive:/x.jsonl | Should -BeFalse
        }

        It 'reports a platform that is not connected' {
            $shell = New-ModuleShell { Export-PlatformInventory $args[0] -Platform Polyv } "$TestDrive/closed.jsonl"
            $null = $shell.Invoke()
            $shell.Streams.Error[0].FullyQualifiedErrorId | Should -BeLike 'Polyv.NotConnected,*'
            $shell.Runspace.Dispose()
            Test-Path $TestDrive/closed.jsonl | Should -BeFalse
        }

        It 'reports a platform that fails, writes the others and records that the inventory is incomplete' {
            Add-Fault $sandbox @{ Kind = 'Status'; Status = 400; Path = 'get-by-uploader'; Times = [int]::MaxValue }
            $file = Export-PlatformInventory $TestDrive/part.jsonl -ErrorVariable failures -ErrorAction SilentlyContinue
            $file.Count | Should -Be 160
            $file.IsComplete | Should -BeFalse
            $file.IncompleteSessions | Should -BeLike 'Polyv/default*'
            $failures.FullyQualifiedErrorId | Should -BeLike 'Polyv.*'
            $changes = Compare-PlatformInventory $whole $file
            $changes.Change | Select-Object -Unique | Should -Be Unknown
            $changes | Should -HaveCount 40
        }

        It 'ends with Ctrl+C within 500 ms and leaves no file' {
            $null = New-Item $TestDrive/stopped -ItemType Directory
            'old' | Set-Content $TestDrive/stopped/a.jsonl
            Add-Fault $sandbox @{ Kind = 'Latency'; Delay = [timespan]::FromMinutes(1); Path = 'get-by-uploader' }
            $running = Start-InRunspace { Export-PlatformInventory $args[0] -Session $args[1] -Force } "$TestDrive/stopped/a.jsonl", (Get-VideoPlatformSession)
            Wait-Until { $sandbox.ActiveRequests -gt 0 -and @(Get-ChildItem $TestDrive/stopped -Force).Count -eq 2 }
            Stop-InRunspace $running | Should -BeLessThan 500
            (Get-ChildItem $TestDrive/stopped -Force).Name | Should -Be a.jsonl
            Get-Content $TestDrive/stopped/a.jsonl | Should -Be old
        }

        It 'has lines that the JSON schema accepts' {
            $lines = @(Get-Content $whole.Path) + @(Get-PolyvVideo -First 1 | Select-Object Platform, Id | Export-PlatformInventory $TestDrive/row.jsonl | Get-Content)
            $schema = Join-Path $PSScriptRoot '..' '..' 'docs' 'inventory.schema.json'
            $lines | Should -HaveCount 205
            $videos = foreach ($platform in $Platforms.Keys) { $lines[1..200] -like "{`"Platform`":`"$platform`"*" | Select-Object -First 2 }
            $videos | Should -HaveCount 10
            foreach ($line in $lines[0], $lines[201..204], $videos | ForEach-Object { $_ }) {
                Test-Json -Json $line -SchemaFile $schema | Should -BeTrue
            }

            foreach ($wrong in ($videos[0] -replace '"Platform":"Polyv"', '"Platform":"Vimeo"'), ($videos[0] -replace '"PlayCount":', '"Plays":'), ($lines[201] -replace '"Count":200', '"Count":"200"')) {
                Test-Json -Json $wrong -SchemaFile $schema -ErrorAction SilentlyContinue | Should -BeFalse
            }
        }
    }

    Context 'Import-PlatformInventory' {
        It 'returns equal objects from <_> in <Culture>' -ForEach @(
            foreach ($culture in 'th-TH', 'ar-SA', 'de-DE', 'zh-CN') {
                foreach ($name in 'a.jsonl', 'a.jsonl.gz', 'a.csv') {
                    @{ Culture = $culture; Name = $name }
                }
            }
        ) {
            $before = [cultureinfo]::CurrentCulture
            [cultureinfo]::CurrentCulture = $Culture
            try {
                $videos = Get-PlatformVideo | Sort-Object Platform, Id
                $null = Export-PlatformInventory $TestDrive/$Name -Force
                $imported = Import-PlatformInventory $TestDrive/$Name | Sort-Object Platform, Id
                $imported | Should -HaveCount 200
                Get-Description $imported | Should -Be (Get-Description $videos)
            }
            finally {
                [cultureinfo]::CurrentCulture = $before
            }
        }

        It 'accepts files from the pipeline and wildcards' {
            $null = New-Item $TestDrive/several -ItemType Directory
            Get-PolyvVideo -First 1 | Export-PlatformInventory $TestDrive/several/1.jsonl | Import-PlatformInventory | Should -HaveCount 1
            $null = Get-ChanjingVideo -First 2 | Export-PlatformInventory $TestDrive/several/2.csv.gz
            Get-ChildItem $TestDrive/several | Import-PlatformInventory | Should -HaveCount 3
            "$TestDrive/several/1.jsonl", "$TestDrive/several/2.csv.gz" | Import-PlatformInventory | Should -HaveCount 3
            Import-PlatformInventory $TestDrive/several/* | Should -HaveCount 3
        }

        It 'reads a file whose name contains brackets' {
            $null = Get-PolyvVideo -First 1 | Export-PlatformInventory "$TestDrive/a[1].jsonl"
            Import-PlatformInventory "$TestDrive/a[1].jsonl" | Should -HaveCount 1
        }

        It 'refuses a file without its last line, and reads the other file' {
            Get-Content $whole.Path | Select-Object -SkipLast 1 | Set-Content $TestDrive/cut.jsonl
            $videos = Import-PlatformInventory $TestDrive/cut.jsonl, $whole.Path -ErrorVariable failures -ErrorAction SilentlyContinue
            $videos | Should -HaveCount 200
            $failures.FullyQualifiedErrorId | Should -BeLike 'VideoPlatforms.InventoryTruncated,*'
            $failures[0].TargetObject | Should -Be (Join-Path $TestDrive cut.jsonl)
            $failures[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }

        It 'reports a missing file' {
            Import-PlatformInventory $TestDrive/none.jsonl -ErrorVariable failures -ErrorAction SilentlyContinue
            $failures.FullyQualifiedErrorId | Should -BeLike 'VideoPlatforms.FileNotRead,*'
        }

        It 'stops reading if Select-Object has received enough items' {
            Import-PlatformInventory $whole.Path | Select-Object -First 1 | Should -HaveCount 1
            Remove-Item (Export-PlatformInventory $TestDrive/unlocked.jsonl).Path
        }

        It 'shares a table with the videos of all platforms' {
            Import-PlatformInventory $whole.Path | Select-Object -First 1 | Format-Table | Out-String | Should -Match 'Platform\s+State\s+CreatedAt\s+Id\s+Title'
        }
    }

    Context 'Compare-PlatformInventory' {
        It 'compares <Name> without differences' -ForEach @(
            @{ Name = 'a file with the platforms'; Script = { Compare-PlatformInventory $whole } }
            @{ Name = 'two paths'; Script = { Compare-PlatformInventory $whole.Path $whole.Path } }
            @{ Name = 'a file with objects'; Script = { Get-PlatformVideo | Compare-PlatformInventory $whole.Path } }
            @{ Name = 'objects with a file'; Script = { Compare-PlatformInventory (Get-PlatformVideo) $whole } }
            @{ Name = 'objects with rows of Export-Csv'; Script = { Get-PolyvVideo | Export-Csv $TestDrive/rows.csv -Encoding utf8; Import-Csv $TestDrive/rows.csv -Encoding utf8 | Compare-PlatformInventory (Get-PolyvVideo) } }
            @{ Name = 'a file with a file from the pipeline'; Script = { Get-Item $whole.Path | Compare-PlatformInventory $whole.Path } }
            @{ Name = 'objects with objects from a job'; Script = { Compare-PlatformInventory (Get-PolyvVideo) (Start-ThreadJob { $input } -InputObject (Get-PolyvVideo) | Receive-Job -Wait -AutoRemoveJob | ForEach-Object { $_ }) } }
        ) {
            & $Script 3>&1 | Should -BeNullOrEmpty
        }

        It 'writes what came, went and changed' {
            $null = Export-PlatformInventory $TestDrive/old.jsonl -Platform Qushipin
            $videos = Get-QushipinVideo
            $blocked = $videos | Where-Object CensorStatus -EQ success | Select-Object -First 1
            $gone = $videos | Where-Object { $_.UserId -and $_.Id -ne $blocked.Id } | Select-Object -First 1
            $blocked | Set-QushipinAudit -Status Blocked -Reason 'claim 4711' -Confirm:$false
            $gone | Remove-QushipinVideo -Confirm:$false
            $null = Export-PlatformInventory $TestDrive/new.csv -Platform Qushipin

            foreach ($changes in (Compare-PlatformInventory $TestDrive/old.jsonl), (Compare-PlatformInventory $TestDrive/old.jsonl $TestDrive/new.csv)) {
                $changes[0].GetType().FullName | Should -Be VideoPlatforms.InventoryChange
                $changes | Where-Object Change -EQ Removed | ForEach-Object Id | Should -Be $gone.Id
                $state = $changes | Where-Object Property -EQ State
                $state.Id | Should -Be $blocked.Id
                $state.OldValue | Should -Be Ready
                $state.NewValue | Should -Be Blocked
                "$($state.Session)" | Should -BeLike 'Qushipin/default sandbox-ops@*'
                "$state" | Should -Be "Changed Qushipin $($blocked.Id) State"
            }

            Compare-PlatformInventory $TestDrive/new.csv $TestDrive/old.jsonl -Property Id* -ErrorAction SilentlyContinue | ForEach-Object Change | Should -Be Added
            Compare-PlatformInventory $TestDrive/old.jsonl -Property Title | ForEach-Object Change | Should -Be Removed
            Compare-PlatformInventory $TestDrive/old.jsonl -ExcludeProperty State, Censor* | ForEach-Object Change | Should -Not -Contain Changed
        }

        It 'writes changes that a write accepts' {
            $change = Compare-PlatformInventory $TestDrive/old.jsonl -Property State | Where-Object Change -EQ Changed
            ($change | Set-QushipinAudit -Status Normal -PassThru -Confirm:$false).Target | Should -Be $change.Id
        }

        It 'shows a change in a line without control characters' {
            $before, $after = Get-PolyvVideo -First 1 | Select-Object Platform, Id, Session, Title | ForEach-Object { $_; $_.PSObject.Copy() }
            $after.Title = "a`e[31mb"
            $text = Compare-PlatformInventory $before $after -Property Title | Format-Table | Out-String -Width 300
            $text | Should -Match 'Changed\s+Polyv\s+\S+\s+Title: .* -> a \[31mb'
            Compare-PlatformInventory $before $after -Property Title | Format-List | Out-String | Should -Match 'NewValue\s+: a \[31mb'
        }

        It 'warns once if nothing pairs' {
            $null = Get-PolyvVideo | Export-PlatformInventory $TestDrive/polyv.jsonl
            $null = Get-ChanjingVideo | Export-PlatformInventory $TestDrive/chanjing.jsonl
            $output = Compare-PlatformInventory $TestDrive/polyv.jsonl $TestDrive/chanjing.jsonl -WarningVariable warnings -WarningAction SilentlyContinue
            $output | Should -BeNullOrEmpty
            $warnings | Should -HaveCount 1
        }

        It 'reports a platform of the reference that is not connected' {
            $rows = Import-PlatformInventory $whole.Path | Where-Object Platform -EQ DigitalPerson
            Disconnect-DigitalPerson
            try {
                Compare-PlatformInventory $rows -ErrorVariable failures -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | Should -BeNullOrEmpty
                $failures.FullyQualifiedErrorId | Should -BeLike 'DigitalPerson.NotConnected,*'
            }
            finally {
                $null = & $Platforms.DigitalPerson.Connect $sandbox.DigitalPerson (New-Secret $sandbox.DigitalPerson.GetSecret()) @{ RequestsPerSecond = 10000 }
            }
        }

        It 'ends if a file is refused' {
            Get-Content $whole.Path | Select-Object -SkipLast 1 | Set-Content $TestDrive/cut2.jsonl
            { Compare-PlatformInventory $whole.Path $TestDrive/cut2.jsonl } | Should -Throw -ErrorId 'VideoPlatforms.InventoryTruncated,*'
            { Compare-PlatformInventory $TestDrive/cut2.jsonl } | Should -Throw -ErrorId 'VideoPlatforms.InventoryTruncated,*'
            { Compare-PlatformInventory $whole.Path -Property Tilte } | Should -Throw -ErrorId 'VideoPlatforms.InvalidArgument,*'
        }

        It 'completes the names of properties' {
            $line = 'Compare-PlatformInventory x -Property Cen'
            ([System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)).CompletionMatches.CompletionText | Should -Be CensorStatus
            $line = 'Compare-PlatformInventory x -ExcludeProperty PlayC'
            ([System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)).CompletionMatches.CompletionText | Should -Be PlayCount
        }
    }

    Context 'Measure-PlatformVideo' {
        It 'counts by <By>' -ForEach @(
            @{ By = 'Platform' }, @{ By = 'Session' }, @{ By = 'State' }, @{ By = 'Month' }, @{ By = 'Platform', 'State', 'Month' }
        ) {
            $videos = Get-PlatformVideo
            $groups = $videos | Measure-PlatformVideo -By $By
            ($groups | Measure-Object Count -Sum).Sum | Should -Be $videos.Count
            $keys = foreach ($key in $By) { if ($key -eq 'Month') { { $_.CreatedAt.ToString('yyyy-MM', [cultureinfo]::InvariantCulture) } } else { $key } }
            @($groups) | Should -HaveCount @($videos | Group-Object $keys).Count
        }

        It 'counts unknown durations and sizes apart' {
            $total = Get-QushipinVideo | Measure-PlatformVideo
            $total.GetType().FullName | Should -Be VideoPlatforms.VideoMeasure
            $total.UnknownSize | Should -Be @(Get-QushipinVideo | Where-Object { $null -eq $_.Size }).Count
            $total.TotalSize | Should -Be (Get-QushipinVideo | Measure-Object Size -Sum).Sum
            (Get-PolyvVideo | Measure-PlatformVideo).UnknownDuration | Should -Be @(Get-PolyvVideo).Count
            (@() | Measure-PlatformVideo).Count | Should -Be 0
            @() | Measure-PlatformVideo -By State | Should -BeNullOrEmpty
            (Measure-PlatformVideo (Get-PolyvVideo) -By $null).Count | Should -Be @(Get-PolyvVideo).Count
        }

        It 'counts rows and reports an object that is no video' {
            $rows = Import-Csv (Export-PlatformInventory $TestDrive/rows2.csv).Path -Encoding utf8
            ($rows | Measure-PlatformVideo).TotalDuration | Should -Be (Get-PlatformVideo | Measure-PlatformVideo).TotalDuration
            (@($rows[0]) + 'x' | Measure-PlatformVideo -ErrorVariable failures -ErrorAction SilentlyContinue).Count | Should -Be 1
            $failures.FullyQualifiedErrorId | Should -BeLike 'VideoPlatforms.NotAVideo,*'
        }

        It 'is shown in a table' {
            Get-PlatformVideo | Measure-PlatformVideo -By Platform | Format-Table | Out-String -Width 200 | Should -Match 'Platform\s+State\s+Month\s+Count\s+TotalDuration'
        }
    }
}
