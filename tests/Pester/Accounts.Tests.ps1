Describe 'Connect-VideoPlatform' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 5
        $values = @{
            POLYV_USER_ID = $sandbox.Polyv.UserId; POLYV_SECRET_KEY = $sandbox.Polyv.GetSecretKey()
            POLYV_LIVE_APP_ID = $sandbox.PolyvLive.AppId; POLYV_LIVE_APP_SECRET = $sandbox.PolyvLive.GetAppSecret()
            CHANJING_APP_ID = $sandbox.Chanjing.AppId; CHANJING_SECRET_KEY = $sandbox.Chanjing.GetSecretKey()
            QUSHIPIN_USERNAME = $sandbox.Qushipin.UserName; QUSHIPIN_PASSWORD = $sandbox.Qushipin.GetPassword()
            DIGITALPERSON_APP_ID = $sandbox.DigitalPerson.AppId; DIGITALPERSON_AUTHORIZATION_TEXT = $sandbox.DigitalPerson.GetAuthorizationText()
        }
        $values.Keys.ForEach({ Set-Item "env:$_" $values[$_] })
        $file = "$TestDrive/accounts.json"

        # Replaces SecretManagement, which is not installed everywhere.
        $requested = [System.Collections.Generic.List[string]]::new()
        $secrets = @{
            wrong = [pscredential]::new('ops', (New-Secret wrong-4711))
            right = [pscredential]::new($sandbox.Qushipin.UserName, (New-Secret $sandbox.Qushipin.GetPassword()))
        }
        function global:Get-Secret {
            [CmdletBinding()]
            param ($Name, $Vault)
            $requested.Add("$Vault/$Name")
            if ($secrets.ContainsKey($Name)) { $secrets[$Name] } else { Write-Error "The secret $Name was not found." }
        }

        function Set-Account ([hashtable[]] $Account) {
            $list = foreach ($entry in $Account) {
                $all = @{ baseUri = "$($sandbox.($entry.platform).BaseUri)"; requestsPerSecond = 10000; maximumRetryCount = 0 }
                $entry.Keys.ForEach({ $all[$_] = $entry[$_] })
                $all
            }
            ConvertTo-Json @{ accounts = @($list) } -Depth 5 | Set-Content $file -Encoding utf8
        }
    }

    BeforeEach {
        $requested.Clear()
        $sandbox.Reset()
    }

    AfterEach {
        $env:VIDEOPLATFORMS_ACCOUNTS = $null
        Get-VideoPlatformSession | ForEach-Object { & "Disconnect-$($_.Platform)" $_ -WarningAction SilentlyContinue }
    }

    AfterAll {
        $values.Keys.ForEach({ Remove-Item "env:$_" })
        Remove-Item function:global:Get-Secret
        Stop-VideoPlatformSandbox
    }

    It 'opens a session of every platform with credentials from the environment' {
        Set-Account @{ platform = 'Polyv' }, @{ platform = 'PolyvLive' }, @{ platform = 'Chanjing' }, @{ platform = 'Qushipin'; timeZone = 'UTC' }, @{ platform = 'DigitalPerson'; account = '19999999999' }
        (Connect-VideoPlatform $file).Platform | Should -Be Polyv, PolyvLive, Chanjing, Qushipin, DigitalPerson
        Get-PlatformVideo | Should -HaveCount 25
        (Get-QushipinVideo -First 1).CreatedAt.Offset | Should -Be ([timespan]::Zero)
    }

    It 'opens nine of ten sessions if one password is wrong' {
        $accounts = 1..9 | ForEach-Object { @{ platform = 'Qushipin'; name = "n$_"; vaultSecretName = 'right'; vaultName = 'Night' } }
        $accounts += @{ platform = 'Qushipin'; name = 'bad'; vaultSecretName = 'wrong' }
        Set-Account $accounts
        $sessions = Connect-VideoPlatform $file -ErrorVariable failures -ErrorAction SilentlyContinue
        $sessions.Name | Should -Be (1..9 | ForEach-Object { "n$_" })
        Get-VideoPlatformSession | Should -HaveCount 9
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'Qushipin.LoginRejected,*'
        $failures[0].TargetObject | Should -Be Qushipin/bad
        $failures[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        "$($failures[0])" | Should -Not -Match 'wrong-4711'
        $requested | Select-Object -Unique | Should -Be Night/right, /wrong
    }

    It 'connects nothing and reveals nothing if the file contains a secret' {
        Set-Account @{ platform = 'Polyv' }, @{ platform = 'Qushipin'; password = 'p-4711-secret' }
        $output = try { Connect-VideoPlatform $file -Verbose -Debug *>&1 } catch { $_ }
        $output.FullyQualifiedErrorId | Should -BeLike 'VideoPlatforms.AccountsFileSecret,*'
        "$output" | Should -BeLike '*password is a secret*'
        "$output $($output.ErrorDetails.RecommendedAction) $($Error | Select-Object -First 3 | Format-List * -Force | Out-String -Width 500)" | Should -Not -Match 'p-4711-secret'
        Get-VideoPlatformSession | Should -BeNullOrEmpty
        $sandbox.Requests.Count | Should -Be 0
    }

    It 'reports a secret of the vault that does not exist for its account only' {
        Set-Account @{ platform = 'Polyv' }, @{ platform = 'Qushipin'; vaultSecretName = 'absent' }
        (Connect-VideoPlatform $file -ErrorVariable failures -ErrorAction SilentlyContinue).Platform | Should -Be Polyv
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'VideoPlatforms.VaultSecretNotFound,*'
        $failures[0].TargetObject | Should -Be Qushipin/default
    }

    It 'opens nothing and reads no vault with -WhatIf' {
        Set-Account @{ platform = 'Polyv'; name = 'night' }, @{ platform = 'Qushipin'; vaultSecretName = 'right' }
        $ran = Invoke-Unattended { param ($file) Connect-VideoPlatform $file -WhatIf; Get-VideoPlatformSession } $file
        $ran.Output | Should -BeNullOrEmpty
        $ran.Errors | Should -BeNullOrEmpty
        $requested | Should -BeNullOrEmpty
        $sandbox.Requests.Count | Should -Be 0
        $output = pwsh -NoProfile -NonInteractive -Command "Import-Module '$Manifest'; Connect-VideoPlatform '$file' -WhatIf" | Out-String
        $output | Should -Match 'Polyv/night http://127\.0\.0\.1'
        $output | Should -Match 'Qushipin/default http://127\.0\.0\.1'
    }

    It 'connects only the accounts of the profile' {
        Set-Account @{ platform = 'Polyv'; profile = 'test' }, @{ platform = 'Polyv'; profile = 'production' }, @{ platform = 'Chanjing'; profile = 'production' }
        (Connect-VideoPlatform $file -ProfileName Production).Platform | Should -Be Polyv, Chanjing
        { Connect-VideoPlatform $file } | Should -Throw '*-ProfileName*' -ErrorId 'VideoPlatforms.AccountsFileInvalid,*'
        { Connect-VideoPlatform $file nights } | Should -Throw '*test, production*' -ErrorId 'VideoPlatforms.ProfileNotFound,*'
    }

    It 'completes the names of the profiles' {
        Set-Account @{ platform = 'Polyv'; profile = 'test' }, @{ platform = 'Polyv'; profile = 'production line' }
        function Get-Completion ([string] $Line) { (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches.CompletionText }
        Get-Completion "Connect-VideoPlatform -Path '$file' -ProfileName " | Should -Be "'production line'", 'test'
        $env:VIDEOPLATFORMS_ACCOUNTS = $file
        Get-Completion 'Connect-VideoPlatform -ProfileName t' | Should -Be test
        Push-Location $TestDrive
        try {
            Get-Completion 'Connect-VideoPlatform accounts.json -ProfileName t' | Should -Be test
            Get-Completion 'Connect-VideoPlatform absent.json -ProfileName t' | Should -Not -Contain test
        }
        finally {
            Pop-Location
        }
    }

    It 'finds the file by a relative path, a PowerShell drive or the environment' {
        Set-Account @{ platform = 'Polyv' }
        Push-Location $TestDrive
        try {
            (Connect-VideoPlatform ./accounts.json).Platform | Should -Be Polyv
        }
        finally {
            Pop-Location
        }

        (Connect-VideoPlatform TestDrive:/accounts.json).Platform | Should -Be Polyv
        { Connect-VideoPlatform } | Should -Throw '*VIDEOPLATFORMS_ACCOUNTS*' -ErrorId 'VideoPlatforms.AccountsFileNotFound,*'
        $env:VIDEOPLATFORMS_ACCOUNTS = $file
        (Connect-VideoPlatform).Platform | Should -Be Polyv
        { Connect-VideoPlatform TestDrive:/absent.json } | Should -Throw -ErrorId 'VideoPlatforms.AccountsFileNotFound,*'
    }

    It 'reads a file that <_> wrote' -ForEach 'utf8BOM', 'unicode' {
        Set-Account @{ platform = 'Polyv'; name = '夜间' }
        Get-Content $file -Raw | Set-Content $file -Encoding $_
        (Connect-VideoPlatform $file).Name | Should -Be 夜间
    }

    It 'ends with Ctrl+C, and no session is opened' {
        Set-Account @{ platform = 'Qushipin' }, @{ platform = 'Chanjing' }
        Add-Fault $sandbox @{ Kind = 'Latency'; Delay = [timespan]::FromMinutes(1); Times = [int]::MaxValue }
        $running = Start-InRunspace { param ($file) Connect-VideoPlatform $file } $file
        Wait-Until { $sandbox.ActiveRequests -eq 2 }
        Stop-InRunspace $running | Should -BeLessThan 500
        Wait-Until { $sandbox.ActiveRequests -eq 0 } -Seconds 2
        $running.Output | Should -BeNullOrEmpty
        Remove-InRunspace $running
    }
}
