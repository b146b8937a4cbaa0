Describe 'A session with all streams enabled' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $folder = (New-Item (Join-Path $TestDrive seen) -ItemType Directory).FullName
        $log = Join-Path $TestDrive received.json
        $null = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File $PSScriptRoot/LeakSession.ps1 -Folder $folder -Log $log *>&1 | Set-Content (Join-Path $folder console.txt)

        # The signature of a request, computed from the received parameters, because the log redacts it.
        function Get-Signature ($Request, $Sandbox) {
            # Requests to media servers are not signed.
            if ($Request.Platform -eq 'Media') {
                return
            }

            $row = $Platforms[$Request.Platform]
            if (-not $row.Signature -and -not $row.Token) {
                throw "Platforms.ps1 contains no signature and no token of $($Request.Platform)."
            }

            if ($row.Signature) {
                & $row.Signature $Request $Sandbox.$($Request.Platform).GetSecret()
            }
        }

        # Every form of the secrets.
        function Get-Trace ([string[]] $Secret) {
            foreach ($one in $Secret) {
                $one
                [uri]::EscapeDataString($one)
                [System.Net.WebUtility]::UrlEncode($one)
                [System.Net.WebUtility]::HtmlEncode($one)
                ($one | ConvertTo-Json -EscapeHandling EscapeHtml).Trim('"')
                Get-Digest MD5 $one
                Get-Digest SHA1 $one
                Get-Digest SHA256 $one
            }
        }

        # The first trace in a text, or null.
        function Find-Trace ([string] $Text, [System.Collections.Generic.HashSet[string]] $Trace) {
            foreach ($one in $Trace) {
                if ($Text.Contains($one, [StringComparison]::OrdinalIgnoreCase)) {
                    return $one
                }
            }
        }

        $sandbox = Start-VideoPlatformSandbox
        $received = Get-Content $log -Raw | ConvertFrom-Json -AsHashtable
        $signatures = $received.ForEach({ Get-Signature $_ $sandbox })
        $tokens = foreach ($number in 1..60) {
            foreach ($platform in $Platforms.Keys.Where({ $Platforms[$_].Token })) {
                & $Platforms[$platform].Token $number $sandbox.$platform.GetSecret()
            }
        }
        $keys = $sandbox.Platforms | ForEach-Object { $_.GetSecret() }
        $traces = [System.Collections.Generic.HashSet[string]]::new([string[]] (@(Get-Trace ($keys + $tokens[0..7])) + $signatures + $tokens), [StringComparer]::OrdinalIgnoreCase)
        Stop-VideoPlatformSandbox $sandbox
    }

    It 'contains calls, errors and objects' {
        $transcript = Get-Content (Join-Path $folder transcript.txt) -Raw
        $transcript | Should -Match 'GET /v2/video/sandbox-user/get-by-uploader 200'
        $transcript | Should -Match 'createAudit'
        $transcript | Should -Match 'sign: \*\*\*|consoleToken: \*\*\*|access_token: \*\*\*'
        $received.Count | Should -BeGreaterThan 150
        $signatures.Count | Should -BeGreaterThan 40
        @(Import-Csv (Join-Path $folder videos.csv)).Count | Should -BeGreaterThan 20
        Get-Content (Join-Path $folder errors-list.txt) -Raw | Should -Match 'Qushipin.OutcomeUnknown'
        Get-Content (Join-Path $folder errors-list.txt) -Raw | Should -Match '\*\*\*'
    }

    It '<_> contains no secret in any form' -ForEach 'transcript.txt', 'console.txt', 'streams.txt', 'objects.txt', 'objects.json', 'objects.xml', 'videos.csv', 'inventory.jsonl', 'inventory.csv', 'errors.txt', 'errors-list.txt', 'exceptions.txt', 'errors.xml', 'get-error.txt', 'history.txt' {
        $file = Join-Path $folder $_
        $file | Should -Exist
        Find-Trace ([System.IO.File]::ReadAllText($file)) $traces | Should -BeNullOrEmpty
    }

    It 'a secret that is inserted is detected: <_>' -ForEach 'transcript.txt', 'errors-list.txt' {
        $text = [System.IO.File]::ReadAllText((Join-Path $folder $_))
        foreach ($leak in $signatures[0], $signatures[-1], $tokens[0], $keys[3], [uri]::EscapeDataString($keys[2]), (Get-Digest SHA256 $keys[0]).ToLowerInvariant()) {
            Find-Trace ($text.Insert($text.Length / 2, $leak)) $traces | Should -Not -BeNullOrEmpty
        }
    }
}
