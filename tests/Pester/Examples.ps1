# Helpers for the tests of the runbooks in examples. Dot-source this file in BeforeAll, after Common.ps1.
$examples = Join-Path $PSScriptRoot '..' '..' 'examples' | Resolve-Path
$modulePath = $env:PSModulePath
$env:PSModulePath = (Split-Path (Split-Path $Manifest)) + [System.IO.Path]::PathSeparator + $env:PSModulePath

# The credentials of a sandbox as environment variables.
function Get-SandboxEnvironment {
    param ($Sandbox)
    @{
        POLYV_USER_ID = $Sandbox.Polyv.UserId; POLYV_SECRET_KEY = $Sandbox.Polyv.GetSecretKey()
        POLYV_LIVE_APP_ID = $Sandbox.PolyvLive.AppId; POLYV_LIVE_APP_SECRET = $Sandbox.PolyvLive.GetAppSecret()
        CHANJING_APP_ID = $Sandbox.Chanjing.AppId; CHANJING_SECRET_KEY = $Sandbox.Chanjing.GetSecretKey()
        QUSHIPIN_USERNAME = $Sandbox.Qushipin.UserName; QUSHIPIN_PASSWORD = $Sandbox.Qushipin.GetPassword()
        DIGITALPERSON_APP_ID = $Sandbox.DigitalPerson.AppId; DIGITALPERSON_AUTHORIZATION_TEXT = $Sandbox.DigitalPerson.GetAuthorizationText()
    }
}

# Writes an accounts file with the platforms of sandboxes; the names of the accounts are a prefix and a number.
function New-AccountsFile {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param ([string] $Path, [object[]] $Sandbox, [string[]] $Platform = @('Polyv', 'PolyvLive', 'Chanjing', 'Qushipin', 'DigitalPerson'), [string] $Prefix = 'n')
    $number = 0
    $accounts = foreach ($server in $Sandbox) {
        $number++
        foreach ($name in $Platform) {
            $account = [ordered]@{ platform = $name; name = "$Prefix$number"; baseUri = "$($server.$name.BaseUri)"; requestsPerSecond = 10000; maximumRetryCount = 0 }
            if ($name -eq 'DigitalPerson') {
                $account.account = $server.DigitalPerson.Account
            }

            $account
        }
    }
    @{ accounts = @($accounts) } | ConvertTo-Json -Depth 3 | Set-Content -LiteralPath $Path -Encoding utf8
    $Path
}

# Runs an example in this process. Returns its exit code, its output and the lines of its log.
function Invoke-Example {
    param ([string] $Name, [hashtable] $Parameters = @{})
    $global:LASTEXITCODE = $null
    $all = @(& (Join-Path $examples "$Name.ps1") @Parameters 6>&1)
    [pscustomobject]@{
        ExitCode = $LASTEXITCODE
        Output   = @($all | Where-Object { $_ -isnot [System.Management.Automation.InformationRecord] })
        Log      = @($all | Where-Object { $_ -is [System.Management.Automation.InformationRecord] } | ForEach-Object { "$_" })
    }
}

# Runs an example in a process of its own, and kills the process as soon as a condition is true.
function Stop-Example {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param ([string] $Name, [string[]] $ArgumentList, [scriptblock] $When)
    $start = [System.Diagnostics.ProcessStartInfo]::new([System.Environment]::ProcessPath)
    foreach ($argument in @('-NoProfile', '-NonInteractive', '-Command', "& '$(Join-Path $examples "$Name.ps1")' $ArgumentList")) {
        $start.ArgumentList.Add($argument)
    }

    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [System.Diagnostics.Process]::Start($start)
    try {
        Wait-Until $When -Seconds 60
        $process.HasExited | Should -BeFalse
    }
    finally {
        $process.Kill($true)
        $process.WaitForExit()
        $process.Dispose()
    }
}
