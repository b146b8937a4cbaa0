# Every write with objects from every route, with the logs of two servers: an object that was read from one server must never
# be changed on another. Add new write cmdlets to $writes, and new routes to $routes.
BeforeDiscovery {
    $routes = 'live', 'Select-Object *', 'Select-Object of a few', 'Clixml', 'JSON depth 2', 'JSON depth 4', 'JSON as text', 'CSV', 'Start-Job', 'Start-ThreadJob', 'SSH remoting', 'saved file object', 'inventory JSON Lines', 'inventory CSV'
    $writes = 'Set-QushipinAudit', 'Start-QushipinTranscode', 'Add-QushipinRecommendation', 'Remove-QushipinRecommendation', 'Push-QushipinCache', 'Remove-QushipinVideo'
}

Describe 'An object' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        . $PSScriptRoot/Remoting.ps1
        $production = Start-VideoPlatformSandbox -Connect
        $staging = Start-VideoPlatformSandbox -VideoCount 400
        $null = Connect-QushipinSandbox $staging -Name staging

        # How each write receives an object, by the pipeline or as an argument, and the request that it sends.
        $writeCommands = @{
            'Set-QushipinAudit'             = @{ Call = 'createAudit'; Pipe = { $_ | Set-QushipinAudit -Status Normal -Confirm:$false }; Argument = { Set-QushipinAudit -VideoId $_ -Status Normal -Confirm:$false } }
            'Start-QushipinTranscode'       = @{ Call = 'submitTranscode'; Pipe = { $_ | Start-QushipinTranscode }; Argument = { Start-QushipinTranscode -VideoId $_ } }
            'Add-QushipinRecommendation'    = @{ Call = 'recommendVideo'; Pipe = { $_ | Add-QushipinRecommendation }; Argument = { Add-QushipinRecommendation -VideoId $_ } }
            'Remove-QushipinRecommendation' = @{ Call = 'deleteRecommendById'; Pipe = { $_ | Remove-QushipinRecommendation -SkipVerification -Confirm:$false }; Argument = { Remove-QushipinRecommendation -VideoId $_ -SkipVerification -Confirm:$false } }
            'Push-QushipinCache'            = @{ Call = 'pushObjectCache'; Pipe = { $_ | Push-QushipinCache }; Argument = { Push-QushipinCache -Url $_ } }
            'Remove-QushipinVideo'          = @{ Call = 'deleteVideoById'; Pipe = { $_ | Remove-QushipinVideo -Confirm:$false }; Argument = { Remove-QushipinVideo -VideoId $_ -UserId $_.UserId -Confirm:$false } }
        }

        # The routes of an object: each receives objects and returns the transferred objects.
        $transfer = @{
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
            'saved file object'      = { $args[0] | Save-PlatformVideo "$TestDrive/archive" }
            'inventory JSON Lines'   = { $args[0] | Export-PlatformInventory TestDrive:/v.jsonl.gz -Force | Import-PlatformInventory }
            'inventory CSV'          = { $args[0] | Export-PlatformInventory TestDrive:/v-inventory.csv -Force | Import-PlatformInventory }
            'SSH remoting'           = { if ($remote) { Invoke-Command $remote { $input } -InputObject $args[0] | ForEach-Object { $_ } } }
        }
        $remote = Start-TestRemoting
        $null = $remote

        # Every test case uses a separate video, because some cases delete it.
        $kept = Get-QushipinVideo -Session staging | Where-Object { $_.Url -and $_.UserId }
        $arrived = @{}
        $from = 0
        foreach ($route in $transfer.Keys) {
            $arrived[$route] = @(& $transfer[$route] $kept[$from..($from + 1 + 2 * $writeCommands.Count)])
            $from += 2 + 2 * $writeCommands.Count
        }

        $otherPlatform = @{}
        foreach ($route in $transfer.Keys) {
            $otherPlatform[$route] = @(& $transfer[$route] @(Get-PolyvLivePlayback | Where-Object { $_.FileUrl -and -not $_.Encrypted } | Select-Object -First 2))
        }

        function Get-Write {
            param ($Sandbox, [string] $Call)
            @(Get-Received $Sandbox $Call).Count
        }

        # A saved file contains the ID of its video, but no address that could be pushed to a cache: the argument is rejected.
        function Get-Expected {
            param ($Route, $Cmdlet, $Way, $Result)
            "$Way $(if ($Route -eq 'saved file object' -and $Cmdlet -eq 'Push-QushipinCache') { '0 0 ParameterArgumentValidationError' } else { $Result })"
        }

        # Passes an object to a write, and returns the number of requests to each server and the errors.
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
                Ids        = @($failures | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' } | Where-Object { $_ } | Select-Object -Unique)
            }
        }
    }

    AfterAll {
        Stop-TestRemoting $remote
        Get-VideoPlatformSession -Platform Qushipin | Disconnect-Qushipin
        Stop-VideoPlatformSandbox
    }

    It 'is tested with every write of the module' {
        $module = Get-Command -Module VideoPlatforms | Where-Object { $_.Parameters.ContainsKey('WhatIf') -and $_.Verb -notin 'Connect', 'Save', 'Export' } | ForEach-Object Name
        $writeCommands.Keys | Sort-Object | Should -Be ($module | Sort-Object)
    }

    Context 'after the route <_>' -ForEach $routes {
        BeforeAll {
            $route = $_
            $missing = $route -eq 'SSH remoting' -and -not $remote
        }

        It '<_> changes the object on the server that it was read from' -ForEach $writes {
            if ($missing) {
                Set-ItResult -Skipped -Because (Get-TestRemotingReason)
                return
            }

            $place = 2 * @($writeCommands.Keys | Sort-Object).IndexOf($_)
            foreach ($way in 'Pipe', 'Argument') {
                $result = Invoke-Write $writeCommands[$_] $way $arrived[$route][$place++]
                "$way $($result.Production) $($result.Staging) $($result.Ids)" | Should -Be (Get-Expected $route $_ $way '0 1 ')
            }
        }

        It '<_> rejects the object if its session name belongs to another server' -ForEach $writes {
            if ($missing) {
                Set-ItResult -Skipped -Because (Get-TestRemotingReason)
                return
            }

            Disconnect-Qushipin staging
            $null = Connect-QushipinSandbox $production -Name staging
            try {
                foreach ($way in 'Pipe', 'Argument') {
                    $result = Invoke-Write $writeCommands[$_] $way $arrived[$route][-1]
                    "$way $($result.Production) $($result.Staging) $($result.Ids)" | Should -Be (Get-Expected $route $_ $way '0 0 Qushipin.SessionMismatch')
                }
            }
            finally {
                Disconnect-Qushipin staging
                $null = Connect-QushipinSandbox $staging -Name staging
            }
        }

        It '<_> rejects the object if its session is closed' -ForEach $writes {
            if ($missing) {
                Set-ItResult -Skipped -Because (Get-TestRemotingReason)
                return
            }

            Disconnect-Qushipin staging
            try {
                foreach ($way in 'Pipe', 'Argument') {
                    $result = Invoke-Write $writeCommands[$_] $way $arrived[$route][-1]
                    "$way $($result.Production) $($result.Staging) $($result.Ids)" | Should -Be (Get-Expected $route $_ $way '0 0 Qushipin.NotConnected')
                }
            }
            finally {
                $null = Connect-QushipinSandbox $staging -Name staging
            }
        }

        It '<_> rejects the object if it belongs to another platform' -ForEach $writes {
            if ($missing) {
                Set-ItResult -Skipped -Because (Get-TestRemotingReason)
                return
            }

            foreach ($way in 'Pipe', 'Argument') {
                $result = Invoke-Write $writeCommands[$_] $way $otherPlatform[$route][0]
                "$way $($result.Production) $($result.Staging) $($result.Ids)" | Should -Be (Get-Expected $route $_ $way '0 0 Qushipin.OtherPlatform')
            }
        }
    }
}
