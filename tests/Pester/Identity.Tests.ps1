# Every write against every way that an object can take, with the logs of two servers: what was read from one server must
# never be changed on another. Whoever adds a write adds it to $writes; whoever adds a way for an object to travel, to $routes.
BeforeDiscovery {
    $routes = 'live', 'Select-Object *', 'Select-Object of a few', 'Clixml', 'JSON depth 2', 'JSON depth 4', 'JSON as text', 'CSV', 'Start-Job', 'Start-ThreadJob', 'SSH remoting'
    $writes = 'Set-QushipinAudit', 'Start-QushipinTranscode', 'Add-QushipinRecommendation', 'Remove-QushipinRecommendation', 'Push-QushipinCache', 'Remove-QushipinVideo'
}

Describe 'An object' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        . $PSScriptRoot/Remoting.ps1
        $production = Start-VideoPlatformSandbox -Connect
        $staging = Start-VideoPlatformSandbox
        $null = Connect-QushipinSandbox $staging -Name staging

        # How each write is given an object: by the pipeline, or as an argument; and what the server then receives.
        $give = @{
            'Set-QushipinAudit'             = @{ Call = 'createAudit'; Pipe = { $_ | Set-QushipinAudit -Status Normal -Confirm:$false }; Argument = { Set-QushipinAudit -VideoId $_ -Status Normal -Confirm:$false } }
            'Start-QushipinTranscode'       = @{ Call = 'submitTranscode'; Pipe = { $_ | Start-QushipinTranscode }; Argument = { Start-QushipinTranscode -VideoId $_ } }
            'Add-QushipinRecommendation'    = @{ Call = 'recommendVideo'; Pipe = { $_ | Add-QushipinRecommendation }; Argument = { Add-QushipinRecommendation -VideoId $_ } }
            'Remove-QushipinRecommendation' = @{ Call = 'deleteRecommendById'; Pipe = { $_ | Remove-QushipinRecommendation -SkipVerification -Confirm:$false }; Argument = { Remove-QushipinRecommendation -VideoId $_ -SkipVerification -Confirm:$false } }
            'Push-QushipinCache'            = @{ Call = 'pushObjectCache'; Pipe = { $_ | Push-QushipinCache }; Argument = { Push-QushipinCache -Url $_ } }
            'Remove-QushipinVideo'          = @{ Call = 'deleteVideoById'; Pipe = { $_ | Remove-QushipinVideo -Confirm:$false }; Argument = { Remove-QushipinVideo -VideoId $_ -UserId $_.UserId -Confirm:$false } }
        }

        # How an object travels. Each takes the objects and gives back what arrives.
        $travel = @{
            'live'                   = { $args[0] }
            'Select-Object *'        = { $args[0] | Select-Object * }
            'Select-Object of a few' = { $args[0] | Select-Object Id, Url, UserId, Session }
            'Clixml'                 = { $args[0] | Export-Clixml TestDrive:/v.xml; Import-Clixml TestDrive:/v.xml }
            'JSON depth 2'           = { $args[0] | ConvertTo-Json -Depth 2 | ConvertFrom-Json }
            'JSON depth 4'           = { $args[0] | ConvertTo-Json -Depth 4 | ConvertFrom-Json }
            'JSON as text'           = { $args[0] | ConvertTo-Json -Depth 1 -EnumsAsStrings -WarningAction Ignore | ConvertFrom-Json }
            'CSV'                    = { $args[0] | Export-Csv TestDrive:/v.csv -Encoding utf8; Import-Csv TestDrive:/v.csv -Encoding utf8 }
            'Start-Job'              = { Start-Job { $input } -InputObject $args[0] | Receive-Job -Wait -AutoRemoveJob | ForEach-Object { $_ } }
            'Start-ThreadJob'        = { Start-ThreadJob { $input } -InputObject $args[0] | Receive-Job -Wait -AutoRemoveJob | ForEach-Object { $_ } }
            'SSH remoting'           = { if ($remote) { Invoke-Command $remote { $input } -InputObject $args[0] | ForEach-Object { $_ } } }
        }
        $remote = Start-TestRemoting
        $null = $remote

        # Every case has a video of its own: what is deleted is gone.
        $kept = Get-QushipinVideo -Session staging | Where-Object { $_.Url -and $_.UserId }
        $arrived = @{}
        $from = 0
        foreach ($route in $travel.Keys) {
            $arrived[$route] = @(& $travel[$route] $kept[$from..($from + 1 + 2 * $give.Count)])
            $from += 2 + 2 * $give.Count
        }

        $strangers = @{}
        foreach ($route in $travel.Keys) {
            $strangers[$route] = @(& $travel[$route] @(Get-PolyvLivePlayback -First 2))
        }

        function Get-Write {
            param ($Sandbox, [string] $Call)
            @(Get-Received $Sandbox $Call).Count
        }

        # Gives an object to a write, and says how many requests each server got, and the errors.
        function Invoke-Write {
            param ($Write, $Way, $Object)
            $before = (Get-Write $production $Write.Call), (Get-Write $staging $Write.Call)
            $failures = @()
            try {
                @($Object) | ForEach-Object $Write.$Way -ErrorVariable failures -ErrorAction SilentlyContinue 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object { $failures += $_ }
            }
            catch {
                $failures += $_
            }

            [pscustomobject]@{
                Production = (Get-Write $production $Write.Call) - $before[0]
                Staging    = (Get-Write $staging $Write.Call) - $before[1]
                Ids        = @($failures | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' } | Select-Object -Unique)
            }
        }
    }

    AfterAll {
        Stop-TestRemoting $remote
        Get-VideoPlatformSession -Platform Qushipin | Disconnect-Qushipin
        Stop-VideoPlatformSandbox
    }

    It 'is held against every write that the module has' {
        $module = Get-Command -Module VideoPlatforms | Where-Object { $_.Parameters.ContainsKey('WhatIf') } | ForEach-Object Name
        $give.Keys | Sort-Object | Should -Be ($module | Sort-Object)
    }

    Context 'that took the way <_>' -ForEach $routes {
        BeforeAll {
            $route = $_
            $missing = $route -eq 'SSH remoting' -and -not $remote
        }

        It 'is changed by <_> on the server that it was read from' -ForEach $writes {
            if ($missing) {
                Set-ItResult -Skipped -Because (Get-TestRemotingReason)
                return
            }

            $place = 2 * @($give.Keys | Sort-Object).IndexOf($_)
            foreach ($way in 'Pipe', 'Argument') {
                $result = Invoke-Write $give[$_] $way $arrived[$route][$place++]
                "$way $($result.Production) $($result.Staging) $($result.Ids)" | Should -Be "$way 0 1 "
            }
        }

        It 'is refused by <_> where the session of that name is another server' -ForEach $writes {
            if ($missing) {
                Set-ItResult -Skipped -Because (Get-TestRemotingReason)
                return
            }

            Disconnect-Qushipin staging
            $null = Connect-QushipinSandbox $production -Name staging
            try {
                foreach ($way in 'Pipe', 'Argument') {
                    $result = Invoke-Write $give[$_] $way $arrived[$route][-1]
                    "$way $($result.Production) $($result.Staging) $($result.Ids)" | Should -Be "$way 0 0 Qushipin.SessionMismatch"
                }
            }
            finally {
                Disconnect-Qushipin staging
                $null = Connect-QushipinSandbox $staging -Name staging
            }
        }

        It 'is refused by <_> where its session is closed' -ForEach $writes {
            if ($missing) {
                Set-ItResult -Skipped -Because (Get-TestRemotingReason)
                return
            }

            Disconnect-Qushipin staging
            try {
                foreach ($way in 'Pipe', 'Argument') {
                    $result = Invoke-Write $give[$_] $way $arrived[$route][-1]
                    "$way $($result.Production) $($result.Staging) $($result.Ids)" | Should -Be "$way 0 0 Qushipin.NotConnected"
                }
            }
            finally {
                $null = Connect-QushipinSandbox $staging -Name staging
            }
        }

        It 'is refused by <_> where it belongs to another platform' -ForEach $writes {
            if ($missing) {
                Set-ItResult -Skipped -Because (Get-TestRemotingReason)
                return
            }

            foreach ($way in 'Pipe', 'Argument') {
                $result = Invoke-Write $give[$_] $way $strangers[$route][0]
                "$way $($result.Production) $($result.Staging) $($result.Ids)" | Should -Be "$way 0 0 Qushipin.OtherPlatform"
            }
        }
    }
}
