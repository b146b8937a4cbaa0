# A proxy on loopback that logs the requests and can require a password.
Describe 'A proxy' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 30

        # Accepts requests for any host, one connection at a time, and forwards them to the sandbox.
        function Start-LoopbackProxy ([string] $Password) {
            $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
            $listener.Start()
            $log = [System.Collections.Concurrent.ConcurrentQueue[string]]::new()
            $job = Start-ThreadJob -ArgumentList $listener, $log, $Password, $sandbox.Port {
                param ($listener, $log, $password, $port)
                $server = [System.Net.Http.HttpClient]::new()
                while ($true) {
                    $client = $listener.AcceptTcpClient()
                    $stream = $client.GetStream()
                    $reader = [System.IO.StreamReader]::new($stream)
                    $head = @(while ($line = $reader.ReadLine()) { $line })
                    $given = $head -like 'Proxy-Authorization: Basic *' -replace '^.* '
                    if ($password -and -not $given) {
                        $status, $body = '407 Proxy Authentication Required', [byte[]] @()
                    }
                    else {
                        $user = if ($given) { [System.Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($given)) }
                        $target = ($head[0] -split ' ')[1]
                        $log.Enqueue("$user $target")
                        $answer = $server.GetAsync("http://127.0.0.1:$port" + ([uri] $target).PathAndQuery).Result
                        $status, $body = "$([int] $answer.StatusCode) OK", $answer.Content.ReadAsByteArrayAsync().Result
                    }

                    $lines = "HTTP/1.1 $status", 'Proxy-Authenticate: Basic realm="loopback"', "Content-Length: $($body.Length)", 'Connection: close', '', ''
                    $stream.Write([System.Text.Encoding]::ASCII.GetBytes($lines -join "`r`n"))
                    $stream.Write($body)
                    $client.Dispose()
                }
            }
            [pscustomobject]@{ Uri = "http://$($listener.LocalEndpoint)/"; Log = $log; Listener = $listener; Job = $job }
        }

        function Stop-LoopbackProxy ($Proxy) {
            $Proxy.Listener.Stop()
            $Proxy.Job | Remove-Job -Force
        }
    }

    AfterAll {
        Stop-VideoPlatformSandbox
    }

    It 'is used for the first call and the second' {
        $proxy = Start-LoopbackProxy
        try {
            $at = @{ UserId = $sandbox.Polyv.UserId; SecretKey = New-Secret $sandbox.Polyv.GetSecretKey(); BaseUri = 'http://polyv.invalid/'; MaximumRetryCount = 0 }
            $null = Connect-Polyv @at -Proxy $proxy.Uri -WarningAction SilentlyContinue
            Get-PolyvVideo -PageSize 10 -ThrottleLimit 1 | Should -HaveCount 30
            Get-PolyvVideo -First 5 | Should -HaveCount 5
            $proxy.Log.Count | Should -BeGreaterThan 3
            $proxy.Log | ForEach-Object { $_ | Should -BeLike '*http://polyv.invalid/v2/video/*' }

            $null = Connect-Polyv @at -Name direct -WarningAction SilentlyContinue
            { Get-PolyvVideo -Session direct -ErrorAction Stop } | Should -Throw -ErrorId 'Polyv.ConnectionFailed,*'
        }
        finally {
            Stop-LoopbackProxy $proxy
            Get-VideoPlatformSession -Platform Polyv | Disconnect-Polyv
        }
    }

    It 'receives its credential for the first call and the second' {
        $proxy = Start-LoopbackProxy -Password pass
        try {
            $at = @{ UserId = $sandbox.Polyv.UserId; SecretKey = New-Secret $sandbox.Polyv.GetSecretKey(); BaseUri = 'http://polyv.invalid/'; MaximumRetryCount = 0 }
            $null = Connect-Polyv @at -Proxy $proxy.Uri -ProxyCredential ([pscredential]::new('ops', (New-Secret pass))) -WarningAction SilentlyContinue
            Get-PolyvVideo -First 5 | Should -HaveCount 5
            Get-PolyvVideo | Should -HaveCount 30
            $proxy.Log | ForEach-Object { $_ | Should -BeLike 'ops:pass *' }

            $null = Connect-Polyv @at -Name stranger -Proxy $proxy.Uri -WarningAction SilentlyContinue
            { Get-PolyvVideo -Session stranger -ErrorAction Stop } | Should -Throw
        }
        finally {
            Stop-LoopbackProxy $proxy
            Get-VideoPlatformSession -Platform Polyv | Disconnect-Polyv
        }
    }

    It 'of the environment receives -ProxyCredential' {
        $proxy = Start-LoopbackProxy -Password pass
        try {
            # The environment is read once per process, so this test uses a separate process.
            $script = @"
`$env:http_proxy = '$($proxy.Uri)'
Import-Module '$Manifest'
`$at = @{ UserId = '$($sandbox.Polyv.UserId)'; SecretKey = ConvertTo-SecureString '$($sandbox.Polyv.GetSecretKey())' -AsPlainText -Force; BaseUri = 'http://polyv.invalid/'; MaximumRetryCount = 0; WarningAction = 'SilentlyContinue' }
`$null = Connect-Polyv @at -ProxyCredential ([pscredential]::new('ops', (ConvertTo-SecureString pass -AsPlainText -Force)))
(Get-PolyvVideo).Count
`$null = Connect-Polyv @at -Name stranger
`$null = Get-PolyvVideo -Session stranger -ErrorVariable failures -ErrorAction SilentlyContinue
`$failures[0].Exception.HttpStatus
"@
            $output = pwsh -NoProfile -NonInteractive -Command $script 2>&1
            $output | Should -Be '30', '407'
            $proxy.Log | Should -Not -BeNullOrEmpty
            $proxy.Log | ForEach-Object { $_ | Should -BeLike 'ops:pass http://polyv.invalid/*' }
        }
        finally {
            Stop-LoopbackProxy $proxy
        }
    }
}

Describe 'An untrusted certificate' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 5

        # A TLS endpoint with a new certificate that forwards every connection to the sandbox.
        $key = [System.Security.Cryptography.RSA]::Create(2048)
        $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=localhost', $key, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $selfSigned = $request.CreateSelfSigned([DateTimeOffset]::Now.AddDays(-1), [DateTimeOffset]::Now.AddDays(1))
        $certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new($selfSigned.Export('Pfx'))
        $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $job = Start-ThreadJob -ArgumentList $listener, $certificate, $sandbox.Port {
            param ($listener, $certificate, $port)
            while ($true) {
                $client = $listener.AcceptTcpClient()
                try {
                    $tls = [System.Net.Security.SslStream]::new($client.GetStream())
                    $tls.AuthenticateAsServer($certificate)
                    $server = [System.Net.Sockets.TcpClient]::new('127.0.0.1', $port)
                    $null = $tls.CopyToAsync($server.GetStream())
                    $null = $server.GetStream().CopyToAsync($tls)
                }
                catch {
                    $client.Dispose()
                }
            }
        }
        $at = @{
            UserId = $sandbox.Polyv.UserId; SecretKey = New-Secret $sandbox.Polyv.GetSecretKey(); MaximumRetryCount = 0
            BaseUri = "https://127.0.0.1:$($listener.LocalEndpoint.Port)/"
        }
    }

    AfterAll {
        Get-VideoPlatformSession -Platform Polyv | Disconnect-Polyv
        $listener.Stop()
        $job | Remove-Job -Force
        Stop-VideoPlatformSandbox
    }

    It 'is rejected' {
        $null = Connect-Polyv @at
        { Get-PolyvVideo -ErrorAction Stop } | Should -Throw -ErrorId 'Polyv.ConnectionFailed,*'
    }

    It 'is accepted with -SkipCertificateCheck, with a warning, for the second call too' {
        $null = Connect-Polyv @at -SkipCertificateCheck -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -HaveCount 1
        Get-PolyvVideo | Should -HaveCount 5
        Get-PolyvVideo | Should -HaveCount 5
    }
}
