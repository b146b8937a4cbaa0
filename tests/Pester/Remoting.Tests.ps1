# Objects and errors that come from other computers over SSH, and the runbook that lists accounts on several nodes. Each node is an SSH
# server on a port of its own.
BeforeDiscovery {
    $routes = 'Invoke-Command', 'Invoke-Command -AsJob', 'Start-Job'
    $classes = 'VideoPlatformSession', 'PolyvVideo', 'PolyvLivePlayback', 'ChanjingVideo', 'QushipinVideo', 'DigitalPersonWork', 'VideoOperationResult', 'SavedVideo', 'LinkCheck', 'SessionCheck', 'InventoryFile', 'InventoryChange', 'VideoMeasure'
}

Describe 'What another computer returns' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        . $PSScriptRoot/Examples.ps1
        . $PSScriptRoot/Remoting.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 12
        $variables = Get-SandboxEnvironment $sandbox
        $variables.Keys.ForEach({ Set-Item "env:$_" $variables[$_] })
        $accounts = New-AccountsFile "$TestDrive/accounts.json" $sandbox
        $node = Start-TestNode $variables
        $remote = if ($node) { Connect-TestNode $node }

        # Returns objects of all classes, and an error.
        $produce = {
            param ($Manifest, $Accounts, $Folder)
            Import-Module $Manifest
            Get-VideoPlatformSession | ForEach-Object { & "Disconnect-$($_.Platform)" -Session $_ }
            Connect-VideoPlatform $Accounts
            $videos = Get-PlatformVideo -Platform Polyv, PolyvLive, Chanjing, Qushipin, DigitalPerson | Sort-Object Platform, Id
            $videos
            $one = $videos | Where-Object { $_.Platform -eq 'Qushipin' -and $_.Tags.Count -gt 1 -and $_.Duration } | Select-Object -First 1
            $other = $one | Select-Object *
            $other.Title = 'Another title'
            $other.CreatedAt = [datetimeoffset]::new(2024, 2, 29, 23, 59, 59, [timespan]::FromHours(8))
            $other.Duration = [timespan]::FromSeconds(90)
            $other.Tags = 'one;two'
            $other.CensorStatus = if ($one.CensorStatus -eq 'fail') { 'success' } else { 'fail' }
            Compare-PlatformInventory $one $other
            Export-PlatformInventory "$Folder/inventory.jsonl.gz" -Force
            $videos | Measure-PlatformVideo -By Platform, State, Month
            $videos | Measure-PlatformVideo -By Session
            Test-VideoPlatformSession
            $one | Test-PlatformVideo
            $videos | Where-Object { $_.Platform -eq 'Chanjing' -and $_.Url } | Select-Object -First 1 | Save-PlatformVideo "$Folder/saved"
            $one | Set-QushipinAudit -Status Normal -PassThru -Confirm:$false
            Get-QushipinVideo -VideoId no-such-video
        }
        $arguments = "$Manifest", $accounts, "$TestDrive"
        $returned = @{
            here        = @(& $produce @arguments -ErrorAction SilentlyContinue 2>$null)
            'Start-Job' = @(Start-Job $produce -ArgumentList $arguments | Receive-Job -Wait -AutoRemoveJob -ErrorAction SilentlyContinue -ErrorVariable jobErrors)
        }
        if ($remote) {
            $returned['Invoke-Command'] = @(Invoke-Command $remote $produce -ArgumentList $arguments -ErrorAction SilentlyContinue -ErrorVariable remoteErrors)
            $returned['Invoke-Command -AsJob'] = @(Invoke-Command $remote $produce -ArgumentList $arguments -AsJob | Receive-Job -Wait -AutoRemoveJob -ErrorAction SilentlyContinue)
        }

        $null = $jobErrors, $remoteErrors

        # Each run has its own times.
        $changing = 'ConnectedAt', 'ExpiresAt', 'CompletedAt', 'SavedAt', 'Elapsed', 'RequestId', 'Detail'
        function Get-Shown {
            param ($InputObject)
            $properties = $InputObject.PSObject.Properties | Where-Object Name -NotIn PSComputerName, RunspaceId, PSShowComputerName, PSSourceJobInstanceId
            ($properties | Sort-Object Name | ForEach-Object {
                    $value = $_.Value
                    $text = if ($_.Name -in $changing -or ($_.Name -in 'CreatedAt', 'Length' -and $InputObject.PSTypeNames -match 'InventoryFile$')) { '' }
                    elseif ($value -is [timespan]) { $value.ToString('c') }
                    elseif ($value -is [datetimeoffset]) { $value.ToString('o') }
                    elseif ($value -is [System.Collections.IEnumerable] -and $value -isnot [string]) { @($value) -join ';' }
                    else { "$value" }
                    if ($_.Name -notin 'Elapsed') { "$($_.Name)=$text [$(if ($null -ne $value) { $value.GetType().Name })]" }
                }) -join '; '
        }
    }

    AfterAll {
        if ($remote) {
            Remove-PSSession $remote
        }

        Stop-TestNode $node
        Get-VideoPlatformSession | ForEach-Object { & "Disconnect-$($_.Platform)" -Session $_ }
        $variables.Keys.ForEach({ Remove-Item "env:$_" })
        $env:PSModulePath = $modulePath
        Stop-VideoPlatformSandbox
    }

    Context 'with <_>' -ForEach $routes {
        BeforeAll {
            $route = $_
            $missing = $route -like 'Invoke-Command*' -and -not $remote
        }

        It 'is a <_> with the same properties and types' -ForEach $classes {
            if ($missing) {
                Set-ItResult -Skipped -Because (Get-TestRemotingReason)
                return
            }

            $name = "VideoPlatforms.$_"
            $sent = @($returned.here | Where-Object { $_.PSTypeNames -contains $name })
            $arrived = @($returned[$route] | Where-Object { $_.PSTypeNames -contains $name -or $_.PSTypeNames -contains "Deserialized.$name" })
            $sent | Should -Not -BeNullOrEmpty
            $arrived | Should -HaveCount $sent.Count
            @($arrived | ForEach-Object { Get-Shown $_ } | Sort-Object) | Should -BeExactly @($sent | ForEach-Object { Get-Shown $_ } | Sort-Object)
        }
    }

    It 'is the class of the module after a job' {
        $returned['Start-Job'] | Where-Object { $_.GetType().FullName -notlike 'VideoPlatforms.*' } | Should -BeNullOrEmpty
    }

    It 'is an error with ID, category, target and recommended action after <_>' -ForEach 'Start-Job', 'Invoke-Command' {
        if ($_ -eq 'Invoke-Command' -and -not $remote) {
            Set-ItResult -Skipped -Because (Get-TestRemotingReason)
            return
        }

        $failure = @(if ($_ -eq 'Start-Job') { $jobErrors } else { $remoteErrors })[-1]
        $failure.FullyQualifiedErrorId | Should -Be 'Qushipin.VideoNotFound,VideoPlatforms.Commands.GetQushipinVideoCommand'
        $failure.CategoryInfo.Category | Should -Be ObjectNotFound
        $failure.TargetObject | Should -Be no-such-video
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        "$failure" | Should -BeLike '*no-such-video*'
    }

    It 'can be filtered by platform, and written to a CSV with all parts of its lists' {
        if (-not $remote) {
            Set-ItResult -Skipped -Because (Get-TestRemotingReason)
            return
        }

        $video = $returned['Invoke-Command'] | Where-Object { $_.Platform -eq 'Qushipin' -and $_.Tags.Count -gt 1 } | Select-Object -First 1
        $live = $returned.here | Where-Object Id -EQ $video.Id | Select-Object -First 1
        $video | Select-Object Id, Platform, State, Tags, Session | ConvertTo-Csv | Should -Be ($live | Select-Object Id, Platform, State, Tags, Session | ConvertTo-Csv)
    }
}

Describe 'A write of a video that came over SSH' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        . $PSScriptRoot/Remoting.ps1
        $production = Start-VideoPlatformSandbox -VideoCount 30 -Connect
        $staging = Start-VideoPlatformSandbox -VideoCount 30
        $node = Start-TestNode @{ QUSHIPIN_USERNAME = $staging.Qushipin.UserName; QUSHIPIN_PASSWORD = $staging.Qushipin.GetPassword() }
        $list = {
            param ($Manifest, $Uri, $PageSize)
            Import-Module $Manifest
            $null = Connect-Qushipin -Name staging -BaseUri $Uri
            Get-QushipinVideo -PageSize $PageSize -ThrottleLimit 1
        }
        if ($node) {
            # The node is lost while it waits for the third page: ten videos have arrived.
            Add-Fault $staging @{ Kind = 'Latency'; Path = 'getVideos'; Skip = 2; Delay = [timespan]::FromMinutes(5) }
            $job = Invoke-Command (Connect-TestNode $node) $list -AsJob -ArgumentList "$Manifest", "$($staging.Qushipin.BaseUri)", 5
            $videos = [System.Collections.Generic.List[object]]::new()
            Wait-Until { $job | Receive-Job | ForEach-Object { $videos.Add($_) }; $videos.Count -eq 10 } -Seconds 60
            Stop-TestNode $node
            $null = Wait-Job $job -Timeout 60
            $lost = $null
            $job | Receive-Job -ErrorVariable lost -ErrorAction SilentlyContinue | ForEach-Object { $videos.Add($_) }
            $null = $lost
        }

        function Get-Audit {
            @($production, $staging | ForEach-Object { @(Get-Received $_ createAudit).Count }) -join ' '
        }
    }

    AfterAll {
        if ($job) {
            Remove-Job $job -Force
        }

        Stop-TestNode $node
        Get-VideoPlatformSession | ForEach-Object { & "Disconnect-$($_.Platform)" -Session $_ }
        Stop-VideoPlatformSandbox
    }

    BeforeEach {
        $staging.Reset()
        $production.Requests.Clear()
    }

    It 'and whose node was lost reaches its own account' {
        if (-not $node) {
            Set-ItResult -Skipped -Because (Get-TestRemotingReason)
            return
        }

        $job.State | Should -Be Failed
        $lost | Should -Not -BeNullOrEmpty
        $videos | Should -HaveCount 10
        $null = Connect-QushipinSandbox $staging -Name staging
        $results = $videos | Set-QushipinAudit -Status Blocked -Reason 4711 -PassThru
        Get-Audit | Should -Be '0 10'
        $results.Target | Should -Be $videos.Id
        $results.Session.BaseUri.Port | Sort-Object -Unique | Should -Be $staging.Port
        Disconnect-Qushipin staging
    }

    It 'is rejected if its account is not connected, or is another one' {
        if (-not $node) {
            Set-ItResult -Skipped -Because (Get-TestRemotingReason)
            return
        }

        $videos[0] | Set-QushipinAudit -Status Normal -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'Qushipin.NotConnected,*'
        $null = Connect-QushipinSandbox $production -Name staging
        $videos[1..3] | Set-QushipinAudit -Status Normal -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures.FullyQualifiedErrorId | Sort-Object -Unique | Should -BeLike 'Qushipin.SessionMismatch,*'
        Disconnect-Qushipin staging
        Get-Audit | Should -Be '0 0'
    }
}

Describe 'The example fan-out' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        . $PSScriptRoot/Examples.ps1
        . $PSScriptRoot/Remoting.ps1
        $servers = 1..8 | ForEach-Object { Start-VideoPlatformSandbox -VideoCount 15 }
        $variables = Get-SandboxEnvironment $servers[0]
        $variables.Keys.ForEach({ Set-Item "env:$_" $variables[$_] })
        $accounts = New-AccountsFile "$TestDrive/forty.json" $servers
        $few = New-AccountsFile "$TestDrive/ten.json" $servers[0, 1]
        $nodes = @(Start-TestNode $variables | Where-Object { $_ })
        if ($nodes) {
            $nodes += 2..4 | ForEach-Object { Start-TestNode $variables -KeyFile $nodes[0].KeyFile }
        }

        # What one computer exports.
        $null = Connect-VideoPlatform $accounts
        $expected = Export-PlatformInventory "$TestDrive/one.jsonl.gz"
        Get-VideoPlatformSession | ForEach-Object { & "Disconnect-$($_.Platform)" -Session $_ }

        $base = @{ KeyFilePath = if ($nodes) { $nodes[0].KeyFile }; SshOption = @{ StrictHostKeyChecking = 'no'; UserKnownHostsFile = "$TestDrive/known" }; ModuleName = "$Manifest" }
        @($base.Keys) | Where-Object { -not $base[$_] } | ForEach-Object { $base.Remove($_) }
        $null = $expected
        $command = "-ModuleName '$Manifest' -KeyFilePath '$($base.KeyFilePath)' -SshOption @{ StrictHostKeyChecking = 'no'; UserKnownHostsFile = '$TestDrive/known' }"

        # The lines of an inventory without the times of the header: the sessions, the videos, and the last line.
        function Get-Content-Of ([string] $File) {
            $stream = [System.IO.StreamReader]::new([System.IO.Compression.GZipStream]::new([System.IO.File]::OpenRead($File), [System.IO.Compression.CompressionMode]::Decompress))
            $lines = $stream.ReadToEnd().TrimEnd("`n") -split "`n"
            $stream.Dispose()
            $header = $lines[0] | ConvertFrom-Json
            $footer = $lines[-1] | ConvertFrom-Json
            @($header.Sessions.Session | Sort-Object -CaseSensitive)
            @($lines[1..($lines.Count - 2)] | Sort-Object -CaseSensitive)
            "$($footer.Count) $($footer.IsComplete)"
            @($footer.Sessions | ForEach-Object { "$($_.Session) $($_.Count) $($_.IsComplete)" } | Sort-Object -CaseSensitive)
        }
    }

    BeforeEach {
        $merged = "$TestDrive/$([guid]::NewGuid()).jsonl.gz"
        $servers | ForEach-Object { $_.Reset() }
        $missing = -not $nodes
    }

    AfterAll {
        $nodes | ForEach-Object { Stop-TestNode $_ }
        $variables.Keys.ForEach({ Remove-Item "env:$_" })
        $env:PSModulePath = $modulePath
        Stop-VideoPlatformSandbox
    }

    It 'lists 40 accounts on four nodes, and the inventory equals that of one computer' {
        if ($missing) {
            Set-ItResult -Skipped -Because (Get-TestRemotingReason)
            return
        }

        $run = Invoke-Example fan-out ($base + @{ Path = $merged; Node = $nodes.Name; AccountsFile = $accounts })
        $run.ExitCode | Should -Be 0
        $run.Output[0].Videos, $run.Output[0].Accounts, $run.Output[0].LostNodes | Should -Be 600, 40, 0
        Get-Content-Of $merged | Should -BeExactly (Get-Content-Of $expected.Path)
        Import-PlatformInventory $merged | Should -HaveCount 600
        Compare-PlatformInventory $expected.Path $merged | Should -BeNullOrEmpty
        @($run.Log -match 'listed').ForEach({ ($_ -split ' ', 7 -match '@')[0] }) | Sort-Object -Unique | Should -HaveCount 4
        Test-Path "$merged.parts" | Should -BeFalse
        $variables.Values.ForEach({ "$($run.Log)" | Should -Not -Match ([regex]::Escape($_)) })
    }

    It 'gives the accounts of a node that is lost in the middle to another one, and a killed run is continued' {
        if ($missing) {
            Set-ItResult -Skipped -Because (Get-TestRemotingReason)
            return
        }

        # The run is killed while the third server keeps its node waiting.
        Add-Fault $servers[2] @{ Kind = 'Latency'; Path = 'getVideos'; Delay = [timespan]::FromMinutes(5) }
        Stop-Example fan-out "-Path '$merged' -Node $($nodes[0, 1].Name -join ', ') -AccountsFile '$accounts' -AccountsPerTurn 5 $command" {
            @($servers[2].Requests | Where-Object Call -EQ getVideos).Count -and @(Get-ChildItem "$merged.parts" -Filter *.gz -ErrorAction Ignore).Count -ge 3
        }
        $servers | ForEach-Object { $_.Requests.Clear() }
        $taken = @(Get-ChildItem "$merged.parts" -Filter *.gz).Count

        # One of the nodes is lost while the third server keeps it waiting again.
        Add-Fault $servers[2] @{ Kind = 'Latency'; Path = 'getVideos'; Delay = [timespan]::FromMinutes(5) }
        $killer = Start-ThreadJob -ArgumentList $servers[2], $nodes[3] {
            param ($Server, $Victim)
            while (-not ($Server.Requests | Where-Object Call -EQ getVideos)) {
                [System.Threading.Thread]::Sleep(20)
            }

            $Victim.Server.Kill($true)
        }
        $run = Invoke-Example fan-out ($base + @{ Path = $merged; Node = $nodes[3, 2].Name; AccountsFile = $accounts; AccountsPerTurn = 5 })
        $killer | Remove-Job -Force
        $run.ExitCode | Should -Be 0
        $run.Output[0].LostNodes | Should -Be 1
        "$($run.Log)" | Should -BeLike "*Took over $(5 * $taken) of 40 accounts*The node $($nodes[3].Name) is lost*"
        @($servers | Where-Object { $_.Requests.Count }) | Should -HaveCount (8 - $taken)
        Get-Content-Of $merged | Should -BeExactly (Get-Content-Of $expected.Path)
    }

    It 'reports accounts that can''t be listed, and nodes that can''t be used' {
        if ($missing) {
            Set-ItResult -Skipped -Because (Get-TestRemotingReason)
            return
        }

        # The first server rejects every login; the session of Qushipin alone fails.
        Add-Fault $servers[0] @{ Kind = 'Body'; Path = 'login'; Body = '{"code":"401","result":"false","message":"用户名,密码错误!","data":null}'; Times = [int]::MaxValue }
        $run = Invoke-Example fan-out ($base + @{ Path = $merged; Node = $nodes[0, 1].Name; AccountsFile = $few; MaximumAttempts = 2 })
        $run.ExitCode | Should -Be 5
        $run.Output[0].NotListed, $run.Output[0].Videos | Should -Be 1, 135
        "$($run.Log)" | Should -BeLike '*Qushipin.LoginRejected*Given up after 2 attempts: Qushipin/n1*'
        $footer = (Get-Content-Of $merged)[-10]
        $footer | Should -Be '135 False'

        $without = $base.Clone()
        $without.ModuleName = 'NoSuchModule'
        $run = Invoke-Example fan-out ($without + @{ Path = "$TestDrive/none.jsonl"; Node = $nodes[0].Name; AccountsFile = $few })
        $run.ExitCode | Should -Be 5
        "$($run.Log)" | Should -BeLike '*NoSuchModule*All nodes are lost*'
        (Invoke-Example fan-out ($base + @{ Path = "$TestDrive/none.jsonl"; Node = '127.0.0.1:9'; AccountsFile = $few })).ExitCode | Should -Be 3
    }
}
