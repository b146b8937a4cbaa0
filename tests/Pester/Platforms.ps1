# What the files of the platforms share. Dot-source it in BeforeAll.
. $PSScriptRoot/Common.ps1

# What every Connect gets here: loopback needs no restraint, and a failure is to be seen at once.
function Get-Haste {
    @{ RequestsPerSecond = 10000; MaximumRetryCount = 0 }
}

# Logs in to a sandbox's Qushipin as its own user.
function Connect-QushipinSandbox {
    param ($Sandbox, [string] $Name = 'default', [string] $Password = $Sandbox.Qushipin.GetPassword(), [hashtable] $More = (Get-Haste))
    $credential = [pscredential]::new($Sandbox.Qushipin.UserName, (New-Secret $Password))
    Connect-Qushipin -Name $Name -BaseUri $Sandbox.Qushipin.BaseUri -Credential $credential @More
}

# What the sandbox received for some calls, in order.
function Get-Received {
    param ($Sandbox, [string[]] $Call)
    @($Sandbox.Requests) | Where-Object Call -In $Call
}

# The parameters of a request that are the call's own, as name=value.
function Get-OwnParameter {
    param ($Request, [string[]] $Except = @('page', 'pageSize', 'pageIndex', 'pageNum', 'page_size', 'appId', 'timestamp', 'sign', 'consoleToken', 'consoletoken'))
    $own = $Request.Parameters.GetEnumerator().Where({ $_.Key -cnotin $Except })
    ($own | Sort-Object Key -CaseSensitive | ForEach-Object { "$($_.Key)=$($_.Value)" }) -join ' '
}

# Runs a script in a runspace without a user, as a runbook's is, whoever runs the tests.
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

# Lets objects pass, and does something when so many have passed.
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

# A table's or list's text, wide enough for everything.
function Get-View {
    $input | Out-String -Width 400
}
