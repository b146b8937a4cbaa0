# Helpers for the Pester files. Dot-source this file in BeforeAll.
$ErrorActionPreference = 'Continue'
$Manifest = Join-Path $PSScriptRoot '..' '..' 'out' 'VideoPlatforms' 'VideoPlatforms.psd1' | Resolve-Path
Import-Module $Manifest

# Converts a key or password to a SecureString.
function New-Secret {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param ([string] $Text)
    [System.Net.NetworkCredential]::new('', $Text).SecurePassword
}

# Connects to Polyv in a sandbox, without retries by default.
function Connect-PolyvSandbox {
    param ($Sandbox, [string] $Name = 'default', [string] $UserId = $Sandbox.Polyv.UserId, [string] $SecretKey = $Sandbox.Polyv.GetSecretKey(), [hashtable] $More = @{})
    $parameters = @{ RequestsPerSecond = 10000; MaximumRetryCount = 0 }
    $More.Keys.ForEach({ $parameters[$_] = $More[$_] })
    Connect-Polyv -Name $Name -UserId $UserId -SecretKey (New-Secret $SecretKey) -BaseUri $Sandbox.Polyv.BaseUri @parameters
}

function Add-Fault {
    param ($Sandbox, [hashtable] $Fault)
    $Sandbox.Faults.Add($Fault)
}

# Waits until a condition is true.
function Wait-Until {
    param ([scriptblock] $Condition, [int] $Seconds = 10)
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    while (-not (& $Condition)) {
        if ($watch.Elapsed.TotalSeconds -gt $Seconds) {
            throw "Waited in vain for: $Condition"
        }

        [System.Threading.Thread]::Sleep(5)
    }
}

# Creates a PowerShell instance with a script in a separate runspace, with the module imported.
function New-ModuleShell {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param ([scriptblock] $Script, [object[]] $ArgumentList = @())
    $state = [initialsessionstate]::CreateDefault()
    $state.ImportPSModule("$Manifest")
    $runspace = [runspacefactory]::CreateRunspace($state)
    $runspace.Open()
    $shell = [powershell]::Create($runspace)
    $null = $shell.AddScript($Script)
    $ArgumentList.ForEach({ $null = $shell.AddArgument($_) })
    $shell
}

# Starts a script in a separate runspace, with the module imported.
function Start-InRunspace {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param ([scriptblock] $Script, [object[]] $ArgumentList = @())
    $shell = New-ModuleShell $Script $ArgumentList
    $emptyInput = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $emptyInput.Complete()
    $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
    [pscustomobject]@{
        Shell  = $shell
        Output = $output
        Result = $shell.BeginInvoke($emptyInput, $output)
    }
}

# Stops a script as Ctrl+C does, and returns the elapsed milliseconds.
function Stop-InRunspace {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param ($Running)
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $Running.Shell.Stop()
    $watch.Elapsed.TotalMilliseconds
}

function Remove-InRunspace {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param ($Running)
    $Running.Shell.Runspace.Dispose()
    $Running.Shell.Dispose()
}
