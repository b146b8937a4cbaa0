# Helpers for the Pester files of the platforms. Dot-source this file in BeforeAll.
. $PSScriptRoot/Common.ps1

# Connection settings for tests: no rate limit, because the server is on loopback, and no retries.
function Get-TestConnection {
    @{ RequestsPerSecond = 10000; MaximumRetryCount = 0 }
}

# Connects to Qushipin in a sandbox.
function Connect-QushipinSandbox {
    param ($Sandbox, [string] $Name = 'default', [string] $Password = $Sandbox.Qushipin.GetPassword(), [hashtable] $More = (Get-TestConnection))
    $credential = [pscredential]::new($Sandbox.Qushipin.UserName, (New-Secret $Password))
    Connect-Qushipin -Name $Name -BaseUri $Sandbox.Qushipin.BaseUri -Credential $credential @More
}

# The requests for these calls that the sandbox received, in order.
function Get-Received {
    param ($Sandbox, [string[]] $Call)
    @($Sandbox.Requests) | Where-Object Call -In $Call
}

# The parameters of a request that are specific to the call, as name=value.
function Get-OwnParameter {
    param ($Request, [string[]] $Except = @('page', 'pageSize', 'pageIndex', 'pageNum', 'page_size', 'appId', 'timestamp', 'sign', 'consoleToken', 'consoletoken'))
    $own = $Request.Parameters.GetEnumerator().Where({ $_.Key -cnotin $Except })
    ($own | Sort-Object Key -CaseSensitive | ForEach-Object { "$($_.Key)=$($_.Value)" }) -join ' '
}

# Runs a script in a noninteractive runspace, as in a runbook.
function Invoke-Unattended {
    param ([scriptblock] $Script, [object[]] $ArgumentList = @())
    $shell = New-ModuleShell $Script $ArgumentList
    try {
        [pscustomobject]@{ Output = @($shell.Invoke()); Errors = @($shell.Streams.Error) }
    }
    finally {
        $shell.Runspace.Dispose()
        $shell.Dispose()
    }
}

# Passes objects through, and runs an action after a number of objects.
function Invoke-At {
    param ([int] $Count, [scriptblock] $Action, [Parameter(ValueFromPipeline)] $InputObject)
    begin {
        $passed = 0
    }

    process {
        if (++$passed -eq $Count) {
            & $Action
        }

        $InputObject
    }
}

# A formatted table or list as text, wide enough for all columns.
function Get-View {
    $input | Out-String -Width 400
}
