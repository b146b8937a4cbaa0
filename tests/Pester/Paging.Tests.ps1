Describe 'Paging' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $sandbox = Start-VideoPlatformSandbox -Connect
        $vids = $sandbox.Polyv.Videos.Vid
    }

    BeforeEach {
        $sandbox.Requests.Clear()
    }

    AfterAll {
        Stop-VideoPlatformSandbox $sandbox
    }

    It '-First 5 -Skip 30 returns videos 31 to 35' {
        (Get-PolyvVideo -First 5 -Skip 30).Vid | Should -Be $vids[30..34]
    }

    It 'returns all videos by default, in order, with any -PageSize and -ThrottleLimit' -ForEach @(
        @{ Parameters = @{} }
        @{ Parameters = @{ PageSize = 7 } }
        @{ Parameters = @{ PageSize = 1000 } }
        @{ Parameters = @{ PageSize = 20; ThrottleLimit = 1 } }
        @{ Parameters = @{ PageSize = 20; ThrottleLimit = 64 } }
    ) {
        (Get-PolyvVideo @Parameters).Vid | Should -Be $vids
    }

    It '-IncludeTotalCount writes the total first' {
        $output = @(Get-PolyvVideo -IncludeTotalCount -First 2)
        $output | Should -HaveCount 3
        $output[0] | Should -Be 300
        $output[0].Accuracy | Should -Be 1
        $output[1].Vid | Should -Be $vids[0]
    }

    It '-IncludeTotalCount -First 0 returns only the total' {
        Get-PolyvVideo -IncludeTotalCount -First 0 | Should -Be 300
        $sandbox.Requests.Count | Should -Be 1
    }

    It '-First 0 sends no request' {
        Get-PolyvVideo -First 0 | Should -BeNullOrEmpty
        $sandbox.Requests.Count | Should -Be 0
    }

    It '-Skip beyond the end returns nothing' {
        Get-PolyvVideo -Skip 300 | Should -BeNullOrEmpty
        Get-PolyvVideo -Skip ([ulong]::MaxValue) -WarningVariable warnings | Should -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
    }

    It '<Name> costs one request' -ForEach @(
        @{ Name = 'Select-Object -First 1'; Script = { Get-PolyvVideo -PageSize 10 | Select-Object -First 1 } }
        @{ Name = '-First 1'; Script = { Get-PolyvVideo -PageSize 10 -First 1 } }
        @{ Name = 'a loop that breaks'; Script = { foreach ($once in 1) { Get-PolyvVideo -PageSize 10 | ForEach-Object { $_; break } } } }
    ) {
        (& $Script).Vid | Should -Be $vids[0]
        $sandbox.Requests.Count | Should -Be 1
        Wait-Until { $sandbox.ActiveRequests -eq 0 }
    }

    It 'sends no further requests if the pipeline is stopped' {
        (Get-PolyvVideo -PageSize 10 -ThrottleLimit 2 | Select-Object -First 15).Vid | Should -Be $vids[0..14]
        Wait-Until { $sandbox.ActiveRequests -eq 0 }
        # The page with the 15th video and the one after it may be written together, and two more pages may be on their way.
        $sandbox.Requests.Count | Should -BeLessOrEqual 5
    }

    It 'requests several pages concurrently' {
        $slow = Start-VideoPlatformSandbox -Latency 200
        Connect-PolyvSandbox $slow -Name slow | Out-Null
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        Get-PolyvVideo -Session slow -PageSize 30 -ThrottleLimit 9 | Should -HaveCount 300
        $watch.Elapsed.TotalMilliseconds | Should -BeLessThan 1200 -Because 'ten pages one after the other take two seconds'
        Disconnect-Polyv slow
        Stop-VideoPlatformSandbox $slow
    }

    It 'warns if the server reports more items than it returns' {
        Add-Fault $sandbox @{ Kind = 'Totals'; Total = 305; Times = [int]::MaxValue }
        Get-PolyvVideo -WarningVariable warnings -WarningAction SilentlyContinue | Should -HaveCount 300
        $sandbox.Faults.Clear()
        $warnings | Should -HaveCount 1
        "$warnings" | Should -Match '305.*300'
    }

    It 'returns items of a shifting list once' {
        Add-Fault $sandbox @{ Kind = 'ShiftList'; Count = 5; Skip = 1 }
        $videos = Get-PolyvVideo -PageSize 50 -WarningAction SilentlyContinue
        $sandbox.Reset()
        ($videos.Vid | Sort-Object -Unique).Count | Should -Be $videos.Count
        $vids | Where-Object { $_ -notin $videos.Vid } | Should -BeNullOrEmpty
    }
}

Describe 'Filters' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $sandbox = Start-VideoPlatformSandbox -Connect
    }

    BeforeEach {
        $sandbox.Requests.Clear()
    }

    AfterAll {
        Stop-VideoPlatformSandbox $sandbox
    }

    It '<Name> is sent as <Sent>' -ForEach @(
        @{ Name = '-UploaderEmail'; Parameters = @{ UploaderEmail = 'ops+video@example.com' }; Sent = 'email=ops+video@example.com' }
        @{ Name = '-CategoryId'; Parameters = @{ CategoryId = 1539918907896 }; Sent = 'cataid=1539918907896' }
        @{ Name = '-IncludeSubcategory'; Parameters = @{ CategoryId = 1539918907896; IncludeSubcategory = $true }; Sent = 'cataid=1539918907896 containSubCata=1' }
        @{ Name = '-PublishedOnly'; Parameters = @{ PublishedOnly = $true }; Sent = 'published=1' }
        @{ Name = '-OrderBy UploadTime'; Parameters = @{ OrderBy = 'UploadTime' }; Sent = 'orderType=1' }
        @{ Name = '-OrderBy UploadTime -Descending'; Parameters = @{ OrderBy = 'UploadTime'; Descending = $true }; Sent = 'orderType=2' }
        @{ Name = '-OrderBy PlayCount'; Parameters = @{ OrderBy = 'PlayCount' }; Sent = 'orderType=3' }
        @{ Name = '-OrderBy PlayCount -Descending'; Parameters = @{ OrderBy = 'PlayCount'; Descending = $true }; Sent = 'orderType=4' }
        @{ Name = '-Descending'; Parameters = @{ Descending = $true }; Sent = 'orderType=2' }
        @{ Name = 'nothing'; Parameters = @{}; Sent = '' }
        @{ Name = 'a switch that is off'; Parameters = @{ PublishedOnly = $false; IncludeSubcategory = $false; Descending = $false }; Sent = '' }
    ) {
        Get-PolyvVideo @Parameters -PageSize 1000 | Should -Not -BeNullOrEmpty
        $request = @($sandbox.Requests)
        $request | Should -HaveCount 1
        $own = $request[0].Parameters.GetEnumerator().Where({ $_.Key -notin 'page', 'pageSize', 'ptime', 'sign' })
        ($own | Sort-Object Key | ForEach-Object { "$($_.Key)=$($_.Value)" }) -join ' ' | Should -BeExactly $Sent
    }

    It 'are accepted from the pipeline by property name' {
        $videos = [pscustomobject]@{ CategoryId = 1 }, [pscustomobject]@{ CategoryId = 1541000000001 } | Get-PolyvVideo
        $videos.CategoryId | Sort-Object -Unique | Should -Be 1, 1541000000001
        $videos | Should -HaveCount @($sandbox.Polyv.Videos | Where-Object Cataid -In 1, 1541000000001).Count
    }
}

Describe 'Paging of <Command> by ids' -ForEach @(
    @{ Command = 'Get-ChanjingVideo'; Id = 'Id'; Path = 'video' }
    @{ Command = 'Get-QushipinVideo'; Id = 'VideoId'; Path = 'getVideoById' }
    @{ Command = 'Get-QushipinRecommendation'; Id = 'VideoId'; Path = 'getRecommendVideoById' }
) {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $sandbox = Start-VideoPlatformSandbox -Connect
        $ids = (& $Command -First 6).$Id
    }

    AfterAll {
        Stop-VideoPlatformSandbox $sandbox
    }

    It '-First and -Skip apply to the ids, and only these are requested' {
        $sandbox.Requests.Clear()
        (& $Command $ids -Skip 1 -First 2).$Id | Should -Be $ids[1, 2]
        @($sandbox.Requests).Where({ $_.Call -eq $Path }) | Should -HaveCount 2
    }

    It '-First and -Skip apply to ids from the pipeline' {
        ($ids | & $Command -Skip 1 -First 3).$Id | Should -Be $ids[1..3]
        ($ids | & $Command -First 0) | Should -BeNullOrEmpty
        ($ids | & $Command -Skip 4).$Id | Should -Be $ids[4, 5]
    }

    It 'writes once that the total is unknown' {
        $output = @($ids | & $Command -IncludeTotalCount)
        $output | Should -HaveCount 7
        $output[0].Accuracy | Should -Be 0
        $output[1..6].$Id | Should -Be $ids
    }
}
