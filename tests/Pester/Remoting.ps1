# An SSH server on loopback for one test file, with its own keys and configuration. Dot-source this file in BeforeAll.
$script:remotingReason = $null

# Starts an SSH server on a port of its own: a node. The environment variables are those of its sessions. A key of another node can be
# specified; otherwise the node has a key of its own. Returns nothing if sshd is not available. Get-TestRemotingReason returns the reason.
function Start-TestNode {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param ([hashtable] $Environment = @{}, [string] $KeyFile)
    $sshd = @('/usr/sbin/sshd', '/usr/local/sbin/sshd').Where({ Test-Path $_ })[0]
    if (-not $sshd -or -not (Get-Command ssh, ssh-keygen -ErrorAction Ignore)) {
        $script:remotingReason = 'no OpenSSH server and client are installed'
        return
    }

    $folder = (New-Item (Join-Path ([System.IO.Path]::GetTempPath()) "vp-ssh-$([guid]::NewGuid().ToString('N'))") -ItemType Directory).FullName
    ssh-keygen -q -t ed25519 -N '' -f "$folder/host"
    if (-not $KeyFile) {
        $KeyFile = "$folder/user"
        ssh-keygen -q -t ed25519 -N '' -f $KeyFile
    }

    Copy-Item "$KeyFile.pub" "$folder/authorized"
    $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $port = $listener.LocalEndpoint.Port
    $listener.Stop()
    $variables = $Environment.Keys.ForEach({ "`"$_=$($Environment[$_])`"" })
    @(
        "Port $port", 'ListenAddress 127.0.0.1', "HostKey $folder/host", "PidFile $folder/pid", "AuthorizedKeysFile $folder/authorized"
        'PasswordAuthentication no', 'PermitRootLogin prohibit-password', 'StrictModes no', 'UsePAM no'
        "Subsystem powershell $([System.Environment]::ProcessPath) -sshs -NoLogo -NoProfile"
        if ($variables) { "SetEnv $variables" }
    ) | Set-Content "$folder/config"
    $null = New-Item /run/sshd -ItemType Directory -Force -ErrorAction Ignore
    $server = Start-Process $sshd -ArgumentList '-D', '-e', '-f', "$folder/config" -PassThru -RedirectStandardError "$folder/log"
    [pscustomobject]@{
        Port    = $port
        Name    = "$([System.Environment]::UserName)@127.0.0.1:$port"
        KeyFile = $KeyFile
        Options = @{ StrictHostKeyChecking = 'no'; UserKnownHostsFile = "$folder/known"; ConnectTimeout = '10' }
        Server  = $server
        Folder  = $folder
    }
}

# Opens a remote session to a node.
function Connect-TestNode {
    param ($Node)
    for ($try = 0; ; $try++) {
        try {
            return New-PSSession -HostName 127.0.0.1 -Port $Node.Port -UserName ([System.Environment]::UserName) -KeyFilePath $Node.KeyFile -Options $Node.Options -ErrorAction Stop
        }
        catch {
            if ($try -ge 5) {
                throw
            }

            Start-Sleep -Milliseconds 300
        }
    }
}

# Ends a node with the processes of its sessions, as a computer that loses its power.
function Stop-TestNode {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param ($Node)
    if ($Node) {
        if (-not $Node.Server.HasExited) {
            $Node.Server.Kill($true)
            $Node.Server.WaitForExit()
        }

        Remove-Item $Node.Folder -Recurse -Force -ErrorAction Ignore
    }
}

# Returns a remote session over SSH, or nothing if sshd is not available. Get-TestRemotingReason returns the reason.
function Start-TestRemoting {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param ()
    $node = Start-TestNode
    if (-not $node) {
        return
    }

    try {
        Connect-TestNode $node | Add-Member -NotePropertyMembers @{ TestNode = $node } -PassThru
    }
    catch {
        $script:remotingReason = "the SSH server on loopback does not let this user in: $($_.Exception.Message)"
        Stop-TestNode $node
    }
}

function Get-TestRemotingReason {
    $script:remotingReason
}

function Stop-TestRemoting {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param ($Session)
    if ($Session) {
        Remove-PSSession $Session
        Stop-TestNode $Session.TestNode
    }
}
