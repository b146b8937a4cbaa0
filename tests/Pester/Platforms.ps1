# Helpers for the Pester files of the platforms. Dot-source this file in BeforeAll.
. $PSScriptRoot/Common.ps1

# The platforms, in the order of the module. All tests over every platform use this table.
#   List       the cmdlet of the list
#   Connect    connects to the platform of a sandbox with a secret and more parameters
#   Variables  the environment variables of the Connect cmdlet, with their values for the platform of a sandbox
#   Path       the part of the path that all calls have in common
#   Response   a response with one item whose text fields contain the specified text
#   Signature  the signature of a request in the log, which redacts it; for platforms that sign requests
#   Token      the sandbox's token with a number; for platforms that issue tokens
$Platforms = [ordered]@{
    Polyv         = @{
        List      = 'Get-PolyvVideo'
        Connect   = { param ($Sandbox, $Secret, $More) Connect-Polyv $Sandbox.UserId $Secret -BaseUri $Sandbox.BaseUri @More }
        Variables = [ordered]@{ POLYV_USER_ID = { $_.UserId }; POLYV_SECRET_KEY = { $_.GetSecret() } }
        Path      = 'get-by-uploader'
        Response  = { param ($Text) @{ code = 200; data = @{ pageSize = 100; pageNumber = 1; totalItems = 1; contents = @(@{ vid = $Text; title = $Text; status = '61' }) } } }
        Signature = { param ($Request, $Secret) Get-Digest SHA1 (((Get-SignedParameter $Request).ForEach({ "$($_.Key)=$($_.Value)" }) -join '&') + $Secret) }
    }
    PolyvLive     = @{
        List      = 'Get-PolyvLivePlayback'
        Connect   = { param ($Sandbox, $Secret, $More) Connect-PolyvLive $Sandbox.AppId $Secret -BaseUri $Sandbox.BaseUri @More }
        Variables = [ordered]@{ POLYV_LIVE_APP_ID = { $_.AppId }; POLYV_LIVE_APP_SECRET = { $_.GetSecret() } }
        Path      = 'playback/list'
        Response  = { param ($Text) @{ code = 200; status = 'success'; data = @{ pageSize = 100; pageNumber = 1; totalItems = 1; contents = @(@{ videoId = $Text; title = $Text; channelId = $Text }) } } }
        Signature = { param ($Request, $Secret) Get-Digest MD5 ($Secret + (-join (Get-SignedParameter $Request).ForEach({ "$($_.Key)$($_.Value)" })) + $Secret) }
    }
    Chanjing      = @{
        List      = 'Get-ChanjingVideo'
        Connect   = { param ($Sandbox, $Secret, $More) Connect-Chanjing $Sandbox.AppId $Secret -BaseUri $Sandbox.BaseUri @More }
        Variables = [ordered]@{ CHANJING_APP_ID = { $_.AppId }; CHANJING_SECRET_KEY = { $_.GetSecret() } }
        Path      = '/api/open/'
        Response  = { param ($Text) @{ code = 0; data = @{ List = @(@{ id = $Text; msg = $Text }); PageInfo = @{ page = 1; size = 100; total_count = 1 } } } }
        Token     = { param ($Number) "NPS+$(Get-Digest SHA1 "chanjing/token/$Number")/$Number==" }
    }
    Qushipin      = @{
        List      = 'Get-QushipinVideo'
        Connect   = { param ($Sandbox, $Secret, $More) Connect-Qushipin $Sandbox.BaseUri ([pscredential]::new($Sandbox.UserName, $Secret)) @More }
        Variables = [ordered]@{ QUSHIPIN_BASE_URI = { "$($_.BaseUri)" }; QUSHIPIN_USERNAME = { $_.UserName }; QUSHIPIN_PASSWORD = { $_.GetSecret() } }
        Path      = '/console/'
        Response  = { param ($Text) @{ code = '200'; result = 'true'; data = @{ total = 1; videoList = @(@{ videoId = $Text; title = $Text; user = @{ userId = $Text; userName = $Text } }) } } }
        Token     = { param ($Number, $Secret) "4711_${Secret}_$Number" }
    }
    DigitalPerson = @{
        List      = 'Get-DigitalPersonWork'
        Connect   = { param ($Sandbox, $Secret, $More) Connect-DigitalPerson $Sandbox.BaseUri $Sandbox.AppId $Secret -Account $Sandbox.Account @More }
        Variables = [ordered]@{ DIGITALPERSON_BASE_URI = { "$($_.BaseUri)" }; DIGITALPERSON_APP_ID = { $_.AppId }; DIGITALPERSON_AUTHORIZATION_TEXT = { $_.GetSecret() } }
        Path      = 'workList'
        Response  = { param ($Text) @{ code = 200; data = @{ totalElements = 1; content = @(@{ digitalPersonWorksId = $Text; name = $Text; resolution = $Text }) } } }
        Signature = { param ($Request, $Secret) Get-Digest MD5 $Secret.Replace('{appId}', $Request.Headers.app_id).Replace('{timestamp}', $Request.Headers.timestamp).Replace('{account}', $Request.Headers.account) }
    }
}

$missing = (Get-Command Get-PlatformVideo).Parameters['Platform'].ParameterType.GetElementType().GetEnumNames() | Where-Object { -not $Platforms.Contains($_) }
if ($missing) {
    throw "Platforms.ps1 contains no row for $missing."
}

# Connects to a platform of a sandbox with the sandbox's credential.
function Connect-PlatformSandbox {
    param ($Sandbox, [string] $Platform, [hashtable] $More = @{})
    & $Platforms[$Platform].Connect $Sandbox.$Platform (New-Secret $Sandbox.$Platform.GetSecret()) $More
}

# The value of an environment variable for a sandbox.
function Get-VariableValue {
    param ($Sandbox, [string] $Platform, [string] $Variable)
    $Sandbox.$Platform | ForEach-Object $Platforms[$Platform].Variables[$Variable]
}

# The parameters of a request that are signed, in ordinal order.
function Get-SignedParameter {
    param ($Request)
    $names = [string[]] $Request.Parameters.Keys.Where({ $_ -ne 'sign' })
    [array]::Sort($names, [StringComparer]::Ordinal)
    $names.ForEach({ @{ Key = $_; Value = $Request.Parameters[$_] } })
}

# The digest of a text in hexadecimal.
function Get-Digest {
    param ([string] $Name, [string] $Text)
    [Convert]::ToHexString([System.Security.Cryptography.HashAlgorithm].Assembly.GetType("System.Security.Cryptography.$Name").GetMethod('HashData', [type[]] @([byte[]])).Invoke($null, (, [System.Text.Encoding]::UTF8.GetBytes($Text))))
}

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
