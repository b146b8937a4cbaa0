BeforeDiscovery {
    . $PSScriptRoot/Platforms.ps1
    $names = @($Platforms.Keys)
}

Describe 'Export to CSV' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -Connect
        $states = @{ '60' = 'Ready'; '61' = 'Ready'; '10' = 'Processing'; '20' = 'Processing'; '50' = 'InReview'; '51' = 'Blocked'; '-1' = 'Deleted' }
    }

    AfterAll {
        Stop-VideoPlatformSandbox $sandbox
    }

    It 'contains every row and field of the server' {
        Get-PolyvVideo | Export-Csv TestDrive:/a.csv
        $rows = @(Import-Csv TestDrive:/a.csv)
        $rows | Should -HaveCount $sandbox.Polyv.Videos.Count
        $differences = for ($i = 0; $i -lt $rows.Count; $i++) {
            $row = $rows[$i]
            $video = $sandbox.Polyv.Videos[$i]
            $expected = [ordered]@{
                Platform      = 'Polyv'
                Id            = $video.Vid
                Title         = $video.Title
                State         = $states[$video.Status]
                CreatedAt     = [DateTimeOffset]::FromUnixTimeMilliseconds($video.Ptime).ToOffset([timespan]::FromHours(8)).ToString()
                Duration      = ''
                Url           = ''
                CoverUrl      = $video.FirstImage
                Session       = "Polyv/default $($sandbox.Polyv.UserId)@127.0.0.1:$($sandbox.Polyv.BaseUri.Port)"
                Vid           = $video.Vid
                CategoryId    = "$($video.Cataid)"
                Description   = $video.Context
                PlayCount     = "$($video.Times)"
                Tags          = $video.Tag -replace ',', ';'
                AudioUrl      = "$($video.AacLink)"
                StatusCode    = $video.Status
                UploaderEmail = $video.UploaderEmail
            }
            if (Compare-Object @($row.PSObject.Properties.Name) @($expected.Keys) -SyncWindow 0) {
                "row ${i}: columns $($row.PSObject.Properties.Name)"
            }

            foreach ($column in $expected.Keys) {
                if ($row.$column -cne $expected[$column]) {
                    "row $i, ${column}: '$($row.$column)' instead of '$($expected[$column])'"
                }
            }
        }

        $differences | Should -BeNullOrEmpty
    }

    It 'contains every item of <_>, in the order of the list' -ForEach $names {
        & $Platforms[$_].List | Export-Csv TestDrive:/list.csv
        $rows = @(Import-Csv TestDrive:/list.csv)
        $rows.Id | Should -Be $sandbox.$_.Ids
        $rows.Platform | Sort-Object -Unique | Should -Be $_
    }

    It 'contains titles with CSV delimiters' {
        $titles = (Get-PolyvVideo).Title
        $titles | Where-Object { $_ -match '"' } | Should -Not -BeNullOrEmpty
        $titles | Where-Object { $_ -match "`n" } | Should -Not -BeNullOrEmpty
        $titles | Where-Object { $_ -match ',' } | Should -Not -BeNullOrEmpty
        $titles | Where-Object { $_ -match '🎬' } | Should -Not -BeNullOrEmpty
    }

    It 'has typed properties: <Name>' -ForEach @(
        @{ Name = 'CreatedAt'; Type = 'System.DateTimeOffset' }
        @{ Name = 'PlayCount'; Type = 'long' }
        @{ Name = 'CategoryId'; Type = 'long' }
        @{ Name = 'Duration'; Type = 'timespan' }
        @{ Name = 'State'; Type = 'VideoPlatforms.VideoState' }
        @{ Name = 'Platform'; Type = 'VideoPlatforms.Platform' }
        @{ Name = 'Tags'; Type = 'VideoPlatforms.TextList' }
        @{ Name = 'Title'; Type = 'string' }
    ) {
        $member = Get-PolyvVideo -First 1 | Get-Member $Name
        $member.TypeName | Should -Be VideoPlatforms.PolyvVideo
        $member.MemberType | Should -Be Property
        $member.Definition | Should -Match ([regex]::Escape($Type))
    }

    It 'sorts and compares typed values' {
        $played = Get-PolyvVideo | Sort-Object PlayCount -Descending -Top 1
        $played.PlayCount | Should -Be ($sandbox.Polyv.Videos.Times | Measure-Object -Maximum).Maximum
        $late = [DateTimeOffset] '2025-01-01T00:00:00+08:00'
        Get-PolyvVideo | Where-Object CreatedAt -GE $late | Should -HaveCount @($sandbox.Polyv.Videos | Where-Object Ptime -GE $late.ToUnixTimeMilliseconds()).Count
        Get-PolyvVideo | Where-Object State -EQ Blocked | Should -HaveCount @($sandbox.Polyv.Videos | Where-Object Status -EQ '51').Count
    }

    It 'has a table view with one line per video' {
        $PSStyle.OutputRendering = 'PlainText'
        $lines = (Get-PolyvVideo | Out-String -Width 120).Trim() -split '\r?\n'
        $lines[0] | Should -Match '^Id +State +CreatedAt +Title'
        $lines.Count | Should -Be ($sandbox.Polyv.Videos.Count + 2)
        $lines[2] | Should -Match "^$($sandbox.Polyv.Videos[0].Vid) +\w+ +\d{4}-\d{2}-\d{2} \d{2}:\d{2}"
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 120
    }

    It 'keeps undocumented fields' {
        Add-Fault $sandbox @{ Kind = 'Body'; Body = '{"code":200,"status":"success","data":{"totalItems":1,"contents":[{"vid":"a","seed":9007199254740993,"more":{"deep":[1,"x"]}}]}}' }
        $data = (Get-PolyvVideo).GetAdditionalData()
        $data['seed'] | Should -Be 9007199254740993
        $data['seed'] | Should -BeOfType long
        $data['more']['deep'][1] | Should -Be 'x'
    }
}
