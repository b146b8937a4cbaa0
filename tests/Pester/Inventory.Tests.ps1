Describe 'Get-PlatformVideo' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 110 -Connect
        $common = 'Platform', 'Id', 'Title', 'State', 'CreatedAt', 'Duration', 'Url', 'CoverUrl', 'Session'
        $ids = @{}
        $sandbox.Platforms | ForEach-Object { $ids[$_.Platform] = $_.Ids }
        $total = 110 * $Platforms.Count
    }

    AfterEach {
        $sandbox.Faults.Clear()
    }

    AfterAll {
        Stop-VideoPlatformSandbox $sandbox
    }

    It 'Start-VideoPlatformSandbox -Connect opens a session with each platform' {
        (Get-VideoPlatformSession).Platform | Should -Be @($Platforms.Keys)
        (Get-VideoPlatformSession).Name | Sort-Object -Unique | Should -Be default
        (Get-VideoPlatformSession -Platform Qushipin, Chanjing).Platform | Should -Be Chanjing, Qushipin
    }

    It 'exports every video of all platforms exactly once' {
        Get-PlatformVideo | Export-Csv TestDrive:/all.csv
        $rows = Import-Csv TestDrive:/all.csv
        $rows | Should -HaveCount $total
        foreach ($platform in $Platforms.Keys) {
            ($rows | Where-Object Platform -EQ $platform).Id | Should -Be $ids[$platform]
        }

        $rows[0].PSObject.Properties.Name | Select-Object -First 9 | Should -Be $common
        $rows.Session | Sort-Object -Unique | Should -HaveCount $Platforms.Count
    }

    It 'returns the same rows as the lists of the single platforms' {
        $one = $Platforms.Values | ForEach-Object { & $_.List } | Select-Object $common | ConvertTo-Csv
        $all = Get-PlatformVideo | Select-Object $common | ConvertTo-Csv
        $all | Sort-Object | Should -Be ($one | Sort-Object)
    }

    It 'a CSV that starts with one platform keeps the common columns of the others' {
        & { Get-DigitalPersonWork; Get-PolyvVideo; Get-QushipinVideo } | Export-Csv TestDrive:/mixed.csv
        $rows = Import-Csv TestDrive:/mixed.csv
        $rows | Should -HaveCount 330
        ($rows | Where-Object Platform -EQ Qushipin).Id | Should -Be $ids.Qushipin
        ($rows | Where-Object Platform -EQ Polyv).Title | Should -Be $sandbox.Polyv.Videos.Title
    }

    It '-Platform lists the selected platforms' {
        (Get-PlatformVideo -Platform Chanjing, DigitalPerson).Platform | Sort-Object -Unique | Should -Be Chanjing, DigitalPerson
        Get-PlatformVideo Qushipin | Should -HaveCount 110
        (Get-VideoPlatformSession -Platform Polyv | Get-PlatformVideo).Id | Should -Be $ids.Polyv
        (Get-PlatformVideo -Session Polyv/default, Chanjing/default).Platform | Sort-Object -Unique | Should -Be Polyv, Chanjing
    }

    It '-First, -Skip and -IncludeTotalCount apply to all platforms together' {
        Get-PlatformVideo -First 300 -PageSize 20 | Should -HaveCount 300
        Get-PlatformVideo -Skip ($total - 50) | Should -HaveCount 50
        Get-PlatformVideo -Skip 300 -First 100 | Should -HaveCount 100
        $output = @(Get-PlatformVideo -IncludeTotalCount -First 3)
        $output | Should -HaveCount 4
        $output[0] | Should -Be $total
        Get-PlatformVideo -PageSize 20 | Select-Object -First 1 | Should -HaveCount 1
    }

    It 'reports a failed platform with its session, and lists the others' {
        $sandbox.Faults.Add(@{ Kind = 'Body'; Path = 'get-by-uploader'; Body = '{"code":400,"status":"error","message":"the sign is not right.","data":""}' })
        $sandbox.Faults.Add(@{ Kind = 'Html'; Path = 'workList' })
        $videos = Get-PlatformVideo -ErrorVariable failures -ErrorAction SilentlyContinue
        $videos | Should -HaveCount ($total - 220)
        $failures.ForEach({ $_.FullyQualifiedErrorId }) | Sort-Object | Should -Be @(
            'DigitalPerson.UnexpectedResponse,VideoPlatforms.Commands.GetPlatformVideoCommand'
            'Polyv.SignatureRejected,VideoPlatforms.Commands.GetPlatformVideoCommand')
        $failures.TargetObject.ForEach({ "$_" -replace ' .*' }) | Sort-Object | Should -Be DigitalPerson/default, Polyv/default
    }

    It 'has one table view for all platforms' {
        $table = Get-PlatformVideo -First 40 | Format-Table | Get-View
        @($table -split '\r?\n' -match 'Platform +State +CreatedAt +Id +Title') | Should -HaveCount 1
    }

    It 'sessions and the sandbox have table views' {
        Get-VideoPlatformSession | Format-Table | Get-View | Should -Match 'Platform +Name +BaseUri +Account +ExpiresAt'
        Get-VideoPlatformSession | Format-List * | Get-View | Should -Not -Match ([regex]::Escape($sandbox.Qushipin.GetPassword()))
        $sandbox | Format-Table | Get-View | Should -Match 'RootUri +Requests +ClockSkew'
        Get-PolyvVideo -First 1 | Format-Table | Get-View | Should -Match 'Id +State +CreatedAt +Title'
    }

    It 'passes videos to the cmdlets of their platform' {
        $video = Get-PlatformVideo -Platform Qushipin -First 1
        $video | Remove-QushipinVideo -Confirm:$false
        $sandbox.Qushipin.Videos | Should -HaveCount 109
        $sandbox.Reset()
    }

    It 'reports an error if a platform is not connected' {
        $ran = Invoke-Unattended { Get-PlatformVideo }
        $ran.Errors.FullyQualifiedErrorId | Should -BeLike 'VideoPlatforms.NotConnected,*'
        $ran = Invoke-Unattended { param ($Session) Get-PlatformVideo -Session $Session -Platform Chanjing } @((Get-VideoPlatformSession -Platform Polyv))
        $ran.Errors.FullyQualifiedErrorId | Should -BeLike 'Chanjing.NotConnected,*'
    }
}
