# Export-PlatformVideoReport in PowerShell: binding, pipelines, paths, languages, confirmation, Ctrl+C, objects from files.
Describe 'Export-PlatformVideoReport' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 40 -Connect

        # The totals in a report.
        function Get-Summary ($Report) {
            $html = Get-Content -LiteralPath $Report.FullName -Raw
            [regex]::Match($html, '<script type="application/json" id="summary">(.*?)</script>').Groups[1].Value | ConvertFrom-Json
        }
    }

    BeforeEach {
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).html"
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

    It 'writes all videos of the connected platforms, and the file as an object' {
        $report = Export-PlatformVideoReport $file -Title 'All <videos>'

        $report.GetType().FullName | Should -Be System.IO.FileInfo
        $report.FullName | Should -Be $file
        $report.Length | Should -Be (Get-Item $file).Length
        $summary = Get-Summary $report
        $summary.total.count | Should -Be 200
        $summary.title | Should -Be 'All <videos>'
        $summary.isListed | Should -BeTrue
        $summary.changes | Should -BeNullOrEmpty
    }

    It 'writes videos from the pipeline, from an argument and from a position' -ForEach @(
        @{ Way = { Get-PolyvVideo -First 3 | Export-PlatformVideoReport $file } }
        @{ Way = { Export-PlatformVideoReport -Path $file -Video (Get-PolyvVideo -First 3) } }
        @{ Way = { Export-PlatformVideoReport $file (Get-PolyvVideo -First 3) } }
        @{ Way = { Get-PolyvVideo -First 3 | Select-Object Platform, Id, Title | ConvertTo-Csv | ConvertFrom-Csv | Export-PlatformVideoReport $file } }
    ) {
        $summary = Get-Summary (& $Way)
        $summary.total.count | Should -Be 3
        $summary.byPlatform.platform | Should -Be 0
        $summary.isListed | Should -BeFalse
    }

    It 'writes an imported inventory with the numbers of Measure-PlatformVideo' {
        Export-PlatformInventory $TestDrive/whole.jsonl -Force
        $videos = Import-PlatformInventory $TestDrive/whole.jsonl
        $summary = Get-Summary ($videos | Export-PlatformVideoReport $file)

        $measures = $videos | Measure-PlatformVideo -By Platform, State
        $summary.byState.ForEach({ "$($_.platform) $($_.state) $($_.count)" }) | Should -Be $measures.ForEach({ "$([int] $_.Platform) $([int] $_.State) $($_.Count)" })
        $summary.byMonth.count | Should -Be ($videos | Measure-PlatformVideo -By Month).Count
    }

    It 'writes a report that says that there are no videos' {
        $before = $sandbox.Requests.Count
        (Get-Summary (@() | Export-PlatformVideoReport $file)).total.count | Should -Be 0
        (Get-Summary (Export-PlatformVideoReport $file -Video @() -Force)).total.count | Should -Be 0
        $sandbox.Requests.Count | Should -Be $before
    }

    It 'writes <Expected> for <Culture>' -ForEach @(
        @{ Culture = 'zh-CN'; Expected = '视频报告' }
        @{ Culture = 'zh-HK'; Expected = '视频报告' }
        @{ Culture = 'en-GB'; Expected = 'Video report' }
        @{ Culture = 'fr-FR'; Expected = 'Video report' }
    ) {
        $report = @() | Export-PlatformVideoReport $file -Culture $Culture
        $report | Should -FileContentMatch "<h1 dir=""auto"">$Expected</h1>"
    }

    It 'uses the language of the user interface by default' {
        $before = [cultureinfo]::CurrentUICulture
        try {
            [cultureinfo]::CurrentUICulture = 'zh-CN'
            @() | Export-PlatformVideoReport $file | Should -FileContentMatch '<html lang="zh-CN">'
        }
        finally {
            [cultureinfo]::CurrentUICulture = $before
        }
    }

    It 'compares with an inventory and with videos' {
        Export-PlatformInventory $TestDrive/before.jsonl -Force
        $videos = Import-PlatformInventory $TestDrive/before.jsonl
        $summary = Get-Summary ($videos | Select-Object -Skip 2 | Export-PlatformVideoReport $file -Reference $TestDrive/before.jsonl)
        $summary.changes | Should -Be 0, 2, 0, 0
        $summary.reference | Should -Be before.jsonl

        $summary = Get-Summary ($videos | Export-PlatformVideoReport $file -Reference ($videos | Select-Object -Skip 3) -Force)
        $summary.changes | Should -Be 3, 0, 0, 0
    }

    It 'refuses a reference that cannot be read before anything is listed' -ForEach @(
        @{ Content = 'not an inventory'; ErrorId = 'VideoPlatforms.InventoryFormat' }
        @{ Content = $null; ErrorId = 'VideoPlatforms.FileNotRead' }
    ) {
        $reference = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        if ($Content) {
            Set-Content $reference $Content
        }

        $before = $sandbox.Requests.Count
        { Export-PlatformVideoReport $file -Reference $reference } | Should -Throw -ErrorId "$ErrorId,VideoPlatforms.Commands.ExportPlatformVideoReportCommand"
        $sandbox.Requests.Count | Should -Be $before
        $file | Should -Not -Exist
    }

    It 'includes the covers with -EmbedCover' {
        $report = Get-QushipinVideo -First 5 | Export-PlatformVideoReport $file -EmbedCover
        $report | Should -FileContentMatch 'image/png;base64,iVBOR'
        $report | Should -FileContentMatch 'img-src data:;'
        (Get-Summary $report).hasPictures | Should -BeTrue
    }

    It 'replaces an existing file only with -Force' {
        Set-Content $file precious
        $before = $sandbox.Requests.Count
        { Export-PlatformVideoReport $file } | Should -Throw -ErrorId 'VideoPlatforms.FileExists,VideoPlatforms.Commands.ExportPlatformVideoReportCommand'
        Get-Content $file | Should -Be precious
        $sandbox.Requests.Count | Should -Be $before

        (Export-PlatformVideoReport $file -Force).Length | Should -BeGreaterThan 10000
    }

    It 'resolves relative paths and PowerShell drives' {
        Push-Location TestDrive:/
        try {
            (@() | Export-PlatformVideoReport relative.html).FullName | Should -Be (Join-Path $TestDrive relative.html)
            (@() | Export-PlatformVideoReport 'TestDrive:/[brackets].html').Name | Should -Be '[brackets].html'
        }
        finally {
            Pop-Location
        }

        { Export-PlatformVideoReport Env:/report.html } | Should -Throw
        { Export-PlatformVideoReport $TestDrive/missing/report.html } | Should -Throw -ErrorId 'VideoPlatforms.FileNotWritten,*'
    }

    It 'sends and writes nothing with -WhatIf' {
        $before = $sandbox.Requests.Count
        Export-PlatformVideoReport $file -WhatIf | Should -BeNullOrEmpty
        [pscustomobject]@{ Platform = 'Polyv'; Id = 'a' } | Export-PlatformVideoReport $file -WhatIf | Should -BeNullOrEmpty
        $sandbox.Requests.Count | Should -Be $before
        $file | Should -Not -Exist
    }

    It 'reports what is not a video, and writes the others' {
        $report = & { Get-PolyvVideo -First 1; [pscustomobject]@{ Name = 'no video' }; Get-PolyvVideo -First 1 -Skip 1 } | Export-PlatformVideoReport $file -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures.FullyQualifiedErrorId | Should -Be 'VideoPlatforms.NotAVideo,VideoPlatforms.Commands.ExportPlatformVideoReportCommand'
        (Get-Summary $report).total.count | Should -Be 2
    }

    It 'names a platform that failed, and writes the others' {
        $sandbox.Faults.Add(@{ Kind = 'Html'; Path = 'workList'; Times = 100 })
        $report = Export-PlatformVideoReport $file -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures.FullyQualifiedErrorId | Should -BeLike 'DigitalPerson.UnexpectedResponse,*'
        $summary = Get-Summary $report
        $summary.total.count | Should -Be 160
        $summary.incomplete | Should -BeLike 'DigitalPerson/default *'
    }

    It 'leaves no file if the pipeline fails or stops' {
        { Get-PolyvVideo | ForEach-Object { throw 'stop' } | Export-PlatformVideoReport $file } | Should -Throw stop
        Get-PolyvVideo -First 5 | Export-PlatformVideoReport $file -EmbedCover | Select-Object -First 1 | Should -Not -BeNullOrEmpty
        Remove-Item $file
        Get-ChildItem $TestDrive -Filter *.partial -Force | Should -BeNullOrEmpty
    }
}
