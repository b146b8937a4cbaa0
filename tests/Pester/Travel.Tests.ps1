# Objects from files, jobs and remote sessions keep their classes and typed properties.
BeforeDiscovery {
    . $PSScriptRoot/Platforms.ps1
    $routes = 'Clixml', 'Start-Job'
}

Describe 'A video' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        . $PSScriptRoot/Remoting.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 40 -Connect
        $remote = Start-TestRemoting
        $transfer = @{
            'Clixml'                 = { $args[0] | Export-Clixml TestDrive:/v.xml; Import-Clixml TestDrive:/v.xml }
            'Start-Job'              = { Start-Job { $input } -InputObject $args[0] | Receive-Job -Wait -AutoRemoveJob | ForEach-Object { $_ } }
            'SSH remoting of a list' = {
                # The module is imported in the remote session, which returns its own list.
                $user, $password, $uri = $sandbox.Qushipin.UserName, (New-Secret $sandbox.Qushipin.GetPassword()), "$($sandbox.Qushipin.BaseUri)"
                Invoke-Command $remote {
                    param ($Manifest, $User, $Password, $Uri)
                    Import-Module $Manifest
                    $null = Connect-Qushipin -BaseUri $Uri -Credential ([pscredential]::new($User, $Password))
                    Get-QushipinVideo
                } -ArgumentList "$Manifest", $user, $password, $uri
            }
        }

        # All properties of an object as culture-invariant text.
        function Get-Shown {
            param ([Parameter(ValueFromPipeline)] $InputObject)
            process {
                ($InputObject.PSObject.Properties | Where-Object Name -NotIn PSComputerName, RunspaceId, PSShowComputerName | ForEach-Object {
                        $value = if ($_.Value -is [DateTimeOffset] -or $_.Value -is [timespan]) { $_.Value.ToString($(if ($_.Value -is [timespan]) { 'c' } else { 'o' }), [cultureinfo]::InvariantCulture) } else { "$($_.Value)" }
                        "$($_.Name)=$value [$(if ($null -ne $_.Value) { $_.Value.GetType().Name })]"
                    }) -join '; '
            }
        }
    }

    AfterAll {
        Stop-TestRemoting $remote
        Stop-VideoPlatformSandbox
    }

    It 'of <platform> keeps its class and every property after <route>' -ForEach @(
        foreach ($route in $routes) {
            foreach ($platform in $Platforms.Keys) {
                @{ Platform = $platform; Route = $route }
            }
        }
    ) {
        $sent = @(& $Platforms[$Platform].List)
        $arrived = @(& $transfer[$Route] $sent)
        $arrived | Should -HaveCount $sent.Count
        $arrived[0].GetType() | Should -Be $sent[0].GetType()
        Compare-Object @($sent | Get-Shown) @($arrived | Get-Shown) -SyncWindow 0 | Should -BeNullOrEmpty
    }

    It 'that is listed in an SSH session has typed times and states' {
        if (-not $remote) {
            Set-ItResult -Skipped -Because (Get-TestRemotingReason)
            return
        }

        # Remoting over SSH does not restore the module's classes.
        $sent = @(Get-QushipinVideo)
        $arrived = @(& $transfer['SSH remoting of a list'])
        $arrived[0].CreatedAt | Should -BeOfType [DateTimeOffset]
        @($arrived | Where-Object Duration)[0].Duration | Should -BeOfType [timespan]
        $arrived[0].State.GetType() | Should -Be $sent[0].State.GetType()
        $arrived.CreatedAt | Should -Be $sent.CreatedAt
        $arrived.State | Should -Be $sent.State
        $arrived.ForEach({ "$($_.Session)" }) | Should -Be $sent.ForEach({ "$($_.Session)" })
        $arrived | Sort-Object CreatedAt, Id | ForEach-Object Id | Should -Be ($sent | Sort-Object CreatedAt, Id | ForEach-Object Id)
    }

    It 'from a job has its table view' {
        $arrived = Start-Job { $input } -InputObject @(Get-QushipinVideo -First 2) | Receive-Job -Wait -AutoRemoveJob | ForEach-Object { $_ }
        ($arrived | Get-View | Out-String) -replace '\s+$' | Should -Be ((Get-QushipinVideo -First 2 | Get-View | Out-String) -replace '\s+$')
    }

    It 'sorts by time after a job and a file with the culture <_>' -ForEach 'th-TH', 'ar-SA', 'de-DE', 'zh-CN' {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = [cultureinfo]::GetCultureInfo($_)
            $sent = Get-PolyvLivePlayback
            $expected = $sent | Sort-Object { $_.CreatedAt.UtcTicks }, Id | ForEach-Object Id
            $sent | Export-Clixml TestDrive:/s.xml
            $file = Import-Clixml TestDrive:/s.xml
            $job = Start-Job { $input } -InputObject $sent | Receive-Job -Wait -AutoRemoveJob | ForEach-Object { $_ }
            $file | Sort-Object CreatedAt, Id | ForEach-Object Id | Should -Be $expected
            $job | Sort-Object CreatedAt, Id | ForEach-Object Id | Should -Be $expected
            ($job | Where-Object CreatedAt -LT $sent[0].CreatedAt).Count | Should -Be ($sent | Where-Object CreatedAt -LT $sent[0].CreatedAt).Count
            $job[0].CreatedAt | Should -BeOfType [DateTimeOffset]
            $job[0].Duration | Should -BeOfType [timespan]
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }
}

Describe 'The result of a change' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $null = Start-VideoPlatformSandbox -VideoCount 20 -Connect
    }

    AfterAll {
        Stop-VideoPlatformSandbox
    }

    It 'is unchanged after a file, with account and server' {
        $result = Get-QushipinVideo -First 1 | Set-QushipinAudit -Status Normal -PassThru
        $result | Export-Clixml TestDrive:/r.xml
        $again = Import-Clixml TestDrive:/r.xml
        $again.GetType() | Should -Be $result.GetType()
        $again.CompletedAt | Should -Be $result.CompletedAt
        "$($again.Session)" | Should -BeExactly "$((Get-VideoPlatformSession -Platform Qushipin))"
    }

    It 'is confirmed with account and server in <_>' -ForEach 'en-US', 'zh-CN' {
        $shell = New-ModuleShell {
            param ($Culture, $Uri, $User, $Password)
            [cultureinfo]::CurrentUICulture = $Culture
            $null = Connect-Qushipin -BaseUri $Uri -Credential ([pscredential]::new($User, $Password))
            Start-Transcript "$([System.IO.Path]::GetTempPath())/whatif-$PID.txt" -Force | Out-Null
            Get-QushipinVideo -First 1 | Remove-QushipinVideo -WhatIf
            Stop-Transcript | Out-Null
            Get-Content "$([System.IO.Path]::GetTempPath())/whatif-$PID.txt" -Raw
            Remove-Item "$([System.IO.Path]::GetTempPath())/whatif-$PID.txt"
        }
        $session = Get-VideoPlatformSession -Platform Qushipin
        $sandbox = Start-VideoPlatformSandbox -VideoCount 5
        $null = $shell.AddArgument($_).AddArgument($sandbox.Qushipin.BaseUri).AddArgument($sandbox.Qushipin.UserName).AddArgument((New-Secret $sandbox.Qushipin.GetPassword()))
        "$($shell.Invoke())" | Should -BeLike "*Qushipin/default $($session.Account)@127.0.0.1:$($sandbox.Qushipin.BaseUri.Port)*"
        $shell.Dispose()
    }
}
