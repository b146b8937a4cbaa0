# Secrets from a vault or from the environment.
BeforeDiscovery {
    . $PSScriptRoot/Platforms.ps1
    $required = foreach ($platform in $Platforms.Keys) {
        foreach ($variable in $Platforms[$platform].Variables.Keys) {
            @{ Command = "Connect-$platform"; Variable = $variable }
        }
    }
}

Describe 'Secrets' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 5
        $id = $sandbox.Polyv.UserId
        $key = $sandbox.Polyv.GetSecretKey()
    }

    AfterEach {
        Get-VideoPlatformSession -Platform Polyv | Disconnect-Polyv
        Get-VideoPlatformSession -Platform Qushipin | Disconnect-Qushipin
    }

    AfterAll {
        Stop-VideoPlatformSandbox
    }

    Context 'from SecretManagement''s Get-Secret' {
        BeforeAll {
            # Replaces SecretManagement, which is not installed everywhere.
            $requested = [System.Collections.Generic.List[string]]::new()
            $secrets = @{
                credential = [pscredential]::new($id, (New-Secret $key))
                key        = New-Secret $key
                table      = @{ UserId = $id; SecretKey = New-Secret $key }
                plain      = @{ UserId = $id; SecretKey = $key }
                server     = @{ BaseUri = "$($sandbox.Qushipin.BaseUri)"; UserName = $sandbox.Qushipin.UserName; Password = New-Secret $sandbox.Qushipin.GetPassword() }
                bytes      = [byte[]] (1, 2, 3)
            }
            function global:Get-Secret {
                [CmdletBinding()]
                param ($Name, $Vault)
                $requested.Add("$Vault/$Name")
                if ($secrets.ContainsKey($Name)) { $secrets[$Name] } else { Write-Error "The secret $Name was not found." }
            }
        }

        BeforeEach {
            $requested.Clear()
        }

        AfterAll {
            Remove-Item function:global:Get-Secret
        }

        It 'are read from <_>' -ForEach 'credential', 'table', 'plain' {
            $null = Connect-Polyv -VaultSecretName $_ -BaseUri $sandbox.Polyv.BaseUri
            Get-PolyvVideo | Should -HaveCount 5
            $requested | Should -Be "/$_"
        }

        It 'are read from a key, with the id as a parameter' {
            $null = Connect-Polyv -UserId $id -VaultSecretName key -BaseUri $sandbox.Polyv.BaseUri
            Get-PolyvVideo | Should -HaveCount 5
        }

        It 'are read from the specified vault' {
            $null = Connect-Polyv -VaultSecretName credential -VaultName Night -BaseUri $sandbox.Polyv.BaseUri
            $requested | Should -Be Night/credential
        }

        It 'contain the address' {
            (Connect-Qushipin -VaultSecretName server).BaseUri | Should -Be $sandbox.Qushipin.BaseUri
            Get-QushipinVideo | Should -HaveCount 5
        }

        It 'are overridden by a parameter' {
            (Connect-Polyv -UserId another -VaultSecretName table -BaseUri $sandbox.Polyv.BaseUri).Account | Should -Be another
        }

        It 'that do not exist are an error' {
            $failure = { Connect-Polyv -VaultSecretName absent -BaseUri $sandbox.Polyv.BaseUri } |
                Should -Throw '*absent*' -ErrorId 'VideoPlatforms.VaultSecretNotFound,*' -PassThru
            $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }

        It 'of an unsupported type are an error that does not contain them' {
            { Connect-Polyv -VaultSecretName bytes -BaseUri $sandbox.Polyv.BaseUri } | Should -Throw '*bytes*' -ErrorId 'VideoPlatforms.VaultSecretNotFound,*'
        }
    }

    Context 'from a real vault' {
        It 'are read as credential, key and table' {
            $missing = 'Microsoft.PowerShell.SecretManagement', 'Microsoft.PowerShell.SecretStore' | Where-Object { -not (Get-Module $_ -ListAvailable) }
            if ($missing) {
                Set-ItResult -Skipped -Because "$($missing -join ' and ') is not installed here"
                return
            }

            # A separate process and home folder, so that the store of this user is not changed.
            $script = @"
`$ErrorActionPreference = 'Stop'
Import-Module Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore, '$Manifest'
`$null = Reset-SecretStore -Scope CurrentUser -Authentication None -Interaction None -Force -Confirm:`$false -WarningAction SilentlyContinue
Register-SecretVault Rehearsal -ModuleName Microsoft.PowerShell.SecretStore
`$sandbox = Start-VideoPlatformSandbox -VideoCount 5
`$key = [System.Net.NetworkCredential]::new('', `$sandbox.Polyv.GetSecretKey()).SecurePassword
Set-Secret credential ([pscredential]::new(`$sandbox.Polyv.UserId, `$key))
Set-Secret key `$key
Set-Secret table @{ UserId = `$sandbox.Polyv.UserId; SecretKey = `$sandbox.Polyv.GetSecretKey() }
`$at = @{ BaseUri = `$sandbox.Polyv.BaseUri }
`$null = Connect-Polyv @at -VaultSecretName credential -VaultName Rehearsal -Name 1
`$null = Connect-Polyv @at -VaultSecretName key -UserId `$sandbox.Polyv.UserId -Name 2
`$null = Connect-Polyv @at -VaultSecretName table -Name 3
1..3 | ForEach-Object { @(Get-PolyvVideo -Session "`$_").Count }
try { Connect-Polyv @at -VaultSecretName absent } catch { `$_.FullyQualifiedErrorId }
"@
            $userHome = $env:HOME
            $env:HOME = "$TestDrive"
            try {
                $output = pwsh -NoProfile -NonInteractive -Command $script 2>&1
            }
            finally {
                $env:HOME = $userHome
            }

            $output[0..2] | Should -Be 5, 5, 5
            $output[3] | Should -BeLike 'VideoPlatforms.VaultSecretNotFound,*'
        }
    }

    It 'require SecretManagement, and the error names it' {
        $script = @"
`$env:PSModulePath = '$TestDrive'
Import-Module '$Manifest'
try { Connect-Polyv -VaultSecretName any } catch { `$_.FullyQualifiedErrorId; `$_.Exception.Message; `$_.ErrorDetails.RecommendedAction }
"@
        $output = pwsh -NoProfile -NonInteractive -Command $script 2>&1
        $output[0] | Should -BeLike 'VideoPlatforms.VaultUnavailable,*'
        "$output" | Should -BeLike '*Microsoft.PowerShell.SecretManagement*'
    }

    Context 'from the environment' {
        BeforeAll {
            $values = @{}
            foreach ($platform in $Platforms.Keys) {
                $Platforms[$platform].Variables.Keys | ForEach-Object { $values[$_] = Get-VariableValue $sandbox $platform $_ }
            }
        }

        BeforeEach {
            $values.Keys | ForEach-Object { Set-Item "env:$_" $values[$_] }
        }

        AfterAll {
            $values.Keys | ForEach-Object { Remove-Item "env:$_" -ErrorAction Ignore }
        }

        It 'connect every platform' {
            foreach ($platform in $Platforms.Keys) {
                $address = if ($Platforms[$platform].Variables.Keys -like '*_BASE_URI') { @{} } else { @{ BaseUri = $sandbox.$platform.BaseUri } }
                $null = & "Connect-$platform" @address
            }

            Get-PlatformVideo | Should -HaveCount (5 * $Platforms.Count)
            foreach ($platform in $Platforms.Keys) {
                & "Disconnect-$platform"
            }
        }

        It 'are reported by name if they are missing: <Variable>' -ForEach $required {
            Remove-Item "env:$Variable"
            { & $Command } | Should -Throw "*$Variable*" -ErrorId '*.MissingCredential,*'
        }
    }
}
