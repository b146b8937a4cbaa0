# An SSH server on loopback for one test file, with its own keys and configuration. Dot-source this file in BeforeAll.
$script:remotingReason = $null

# Returns a remote session over SSH, or nothing if sshd is not available. Get-TestRemotingReason returns the reason.
function Start-TestRemoting {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param ()
    $sshd = @('/usr/sbin/sshd', '/usr/local/sbin/sshd').Where({ Test-Path $_ })[0]
    if (-not $sshd -or -not (Get-Command ssh, ssh-keygen -ErrorAction Ignore)) {
        $script:remotingReason = 'no OpenSSH server and client are installed'
        return
    }

    $folder = (New-Item (Join-Path ([System.IO.Path]::GetTempPath()) "vp-ssh-$([guid]::NewGuid().ToString('N'))") -ItemType Directory).FullName
    foreach ($key in 'host', 'user') {
        ssh-keygen -q -t ed25519 -N '' -f "$folder/$key"
    }

    Copy-Item "$folder/user.pub" "$folder/authorized"
    $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $port = $listener.LocalEndpoint.Port
    $listener.Stop()
    @(
        "Port $port", 'ListenAddress 127.0.0.1', "HostKey $folder/host", "PidFile $folder/pid", "AuthorizedKeysFile $folder/authorized"
        'PasswordAuthentication no', 'PermitRootLogin prohibit-password', 'StrictModes no', 'UsePAM no'
        "Subsystem powershell $([System.Environment]::ProcessPath) -sshs -NoLogo -NoProfile"
    ) | Set-Content "$folder/config"
    $null = New-Item /run/sshd -ItemType Directory -Force -ErrorAction Ignore
    $server = Start-Process $sshd -ArgumentList '-D', '-e', '-f', "$folder/config" -PassThru -RedirectStandardError "$folder/log"
    try {
        $more = @{ StrictHostKeyChecking = 'no'; UserKnownHostsFile = "$folder/known"; ConnectTimeout = '10' }
        for ($try = 0; ; $try++) {
            try {
                $session = New-PSSession -HostName 127.0.0.1 -Port $port -UserName ([System.Environment]::UserName) -KeyFilePath "$folder/user" -Options $more -ErrorAction Stop
                break
            }
            catch {
                if ($try -ge 5) {
                    throw
                }

                Start-Sleep -Milliseconds 300
            }
        }

        $session | Add-Member -NotePropertyMembers @{ TestServer = $server; TestFolder = $folder } -PassThru
    }
    catch {
        $script:remotingReason = "the SSH server on loopback does not let this user in: $($_.Exception.Message)"
        Stop-Process -Id $server.Id -ErrorAction Ignore
        Remove-Item $folder -Recurse -Force
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
        Stop-Process -Id $Session.TestServer.Id -ErrorAction Ignore
        Remove-Item $Session.TestFolder -Recurse -Force -ErrorAction Ignore
    }
}
