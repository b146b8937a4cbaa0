Describe 'Errors of the server' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $sandbox = Start-VideoPlatformSandbox
        $session = Connect-PolyvSandbox $sandbox
    }

    BeforeEach {
        $sandbox.Reset()
        $script:PSDefaultParameterValues = @{}
    }

    AfterAll {
        Stop-VideoPlatformSandbox $sandbox
    }

    Context 'that end the pipeline' {
        It 'a wrong key' {
            Connect-PolyvSandbox $sandbox -Name wrong -SecretKey 'another key' | Out-Null
            $failure = { Get-PolyvVideo -Session wrong } | Should -Throw '*the sign is not right.*' -ErrorId 'Polyv.SignatureRejected,VideoPlatforms.Commands.GetPolyvVideoCommand' -PassThru
            $failure.CategoryInfo.Category | Should -Be AuthenticationError
            $failure.ErrorDetails.RecommendedAction | Should -BeLike '*secret key*'
            $failure.Exception.VendorCode | Should -Be 400
            $failure.Exception.VendorMessage | Should -Be 'the sign is not right.'
        }

        It 'an unknown user' {
            Connect-PolyvSandbox $sandbox -Name unknown -UserId somebody | Out-Null
            $failure = { Get-PolyvVideo -Session unknown } | Should -Throw '*Could not find user by userid.*' -ErrorId 'Polyv.UserNotFound,*' -PassThru
            $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }

        It 'no session, or a closed one' {
            $closed = Connect-PolyvSandbox $sandbox -Name closed
            Disconnect-Polyv $closed
            { Get-PolyvVideo -Session $closed } | Should -Throw -ErrorId 'Polyv.NotConnected,*'
            $sandbox.Requests.Count | Should -Be 0
        }

        It 'once for several objects from the pipeline' {
            Connect-PolyvSandbox $sandbox -Name wrong -SecretKey 'another key' | Out-Null
            $Error.Clear()
            try { [pscustomobject]@{ CategoryId = 1 }, [pscustomobject]@{ CategoryId = 1 } | Get-PolyvVideo -Session wrong } catch { $caught = $_ }
            $caught.FullyQualifiedErrorId | Should -BeLike 'Polyv.SignatureRejected,*'
            $sandbox.Requests.Count | Should -Be 1
        }

        It 'after the output of earlier pages' {
            Add-Fault $sandbox @{ Kind = 'Body'; Skip = 2; Body = '{"code":400,"status":"error","message":"the sign is not right.","data":""}' }
            $seen = [System.Collections.Generic.List[object]]::new()
            { Get-PolyvVideo -PageSize 50 -ThrottleLimit 1 | ForEach-Object { $seen.Add($_) } } | Should -Throw '*-Skip 100*' -ErrorId 'Polyv.SignatureRejected,*'
            $seen.Vid | Should -Be $sandbox.Polyv.Videos.Vid[0..99]
        }
    }

    Context 'that do not end the pipeline' {
        It '<Id>' -ForEach @(
            @{ Id = 'CategoryNotFound'; Category = 'ObjectNotFound'; Parameters = @{ CategoryId = 4711 }; Target = 'cataid 4711' }
            @{ Id = 'SubaccountNotFound'; Category = 'ObjectNotFound'; Parameters = @{ UploaderEmail = 'nobody@example.com' }; Target = 'email nobody@example.com' }
            @{ Id = 'QueryFailed'; Category = 'ResourceUnavailable'; Fault = @{ Kind = 'Body'; Body = '{"code":500,"status":"error","message":"query failed.","data":""}' } }
            @{ Id = 'ServerError'; Category = 'ResourceUnavailable'; Fault = @{ Kind = 'Status'; Status = 503 } }
            @{ Id = 'ServerError'; Category = 'ResourceUnavailable'; Fault = @{ Kind = 'Status'; Status = 502; Body = '<html>Bad Gateway</html>' } }
            @{ Id = 'ServerError'; Category = 'ResourceUnavailable'; Fault = @{ Kind = 'Status'; Status = 500; Body = '{"error":"oops"}' } }
            @{ Id = 'TooManyRequests'; Category = 'LimitsExceeded'; Fault = @{ Kind = 'Status'; Status = 429 } }
            @{ Id = 'RequestRejected'; Category = 'InvalidArgument'; Fault = @{ Kind = 'Status'; Status = 404 } }
            @{ Id = 'RequestRejected'; Category = 'InvalidArgument'; Fault = @{ Kind = 'Status'; Status = 403; Body = '{"code":9,"message":"no"}' } }
            @{ Id = 'Redirected'; Category = 'InvalidResult'; Fault = @{ Kind = 'Redirect'; Location = 'https://login.example.com/' } }
            @{ Id = 'UnexpectedResponse'; Category = 'InvalidData'; Fault = @{ Kind = 'Html' } }
            @{ Id = 'UnexpectedResponse'; Category = 'InvalidData'; Fault = @{ Kind = 'TruncateResponse' } }
            @{ Id = 'UnexpectedResponse'; Category = 'InvalidData'; Fault = @{ Kind = 'Body'; Body = '{"some":"thing"}' } }
            @{ Id = 'UnexpectedResponse'; Category = 'InvalidData'; Fault = @{ Kind = 'Body'; Body = '' } }
            @{ Id = 'UnexpectedResponse'; Category = 'InvalidData'; Fault = @{ Kind = 'GzipBomb'; Length = 100MB } }
            @{ Id = 'ConnectionFailed'; Category = 'ConnectionError'; Fault = @{ Kind = 'DropConnection' } }
        ) {
            if ($Fault) {
                Add-Fault $sandbox ($Fault + @{ Times = [int]::MaxValue })
            }

            $Parameters ??= @{}
            $after = $null
            try {
                $videos = Get-PolyvVideo @Parameters -ErrorVariable failures -ErrorAction SilentlyContinue
                $after = 'went on'
            }
            catch {
                throw "It ended the pipeline: $_"
            }

            $after | Should -Be 'went on'
            $videos | Should -BeNullOrEmpty
            $failures | Should -HaveCount 1
            $failures[0].FullyQualifiedErrorId | Should -Be "Polyv.$Id,VideoPlatforms.Commands.GetPolyvVideoCommand"
            $failures[0].CategoryInfo.Category | Should -Be $Category
            $failures[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            $failures[0].TargetObject | Should -Be $Target
        }

        It 'a timeout' {
            $session = Connect-PolyvSandbox $sandbox -Name impatient -More @{ TimeoutSec = 1 }
            Add-Fault $sandbox @{ Kind = 'Latency'; Delay = [timespan]::FromSeconds(20) }
            Get-PolyvVideo -Session $session -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failures.FullyQualifiedErrorId | Should -BeLike 'Polyv.TimedOut,*'
            $failures.CategoryInfo.Category | Should -Be OperationTimeout
        }

        It 'one invalid item among valid ones' {
            $categories = 1, 4711, 1541000000001 | ForEach-Object { [pscustomobject]@{ CategoryId = $_ } }
            $videos = $categories | Get-PolyvVideo -ErrorVariable failures -ErrorAction SilentlyContinue
            $videos.CategoryId | Sort-Object -Unique | Should -Be 1, 1541000000001
            $failures | Should -HaveCount 1
            $failures[0].TargetObject | Should -Be 'cataid 4711'
        }

        It 'unless -ErrorAction is Stop' {
            { Get-PolyvVideo -CategoryId 4711 -ErrorAction Stop } | Should -Throw '*cata is not exist.*' -ErrorId 'Polyv.CategoryNotFound,*'
        }

        It 'with the output of earlier pages' {
            Add-Fault $sandbox @{ Kind = 'Html'; Skip = 2 }
            $videos = Get-PolyvVideo -PageSize 50 -ThrottleLimit 1 -ErrorVariable failures -ErrorAction SilentlyContinue
            $videos.Vid | Should -Be $sandbox.Polyv.Videos.Vid[0..99]
            $failures | Should -HaveCount 1
            "$($failures[0])" | Should -BeLike '*-Skip 100*'
        }
    }

    Context 'that the module handles' {
        It 'a clock offset writes one warning, and the list is complete' -ForEach 10, -10 {
            $sandbox.ClockSkew = [timespan]::FromMinutes($_)
            $session = Connect-PolyvSandbox $sandbox -Name clock
            Get-PolyvVideo -Session clock -PageSize 50 -WarningVariable first -WarningAction SilentlyContinue | Should -HaveCount 300
            Get-PolyvVideo -Session clock -WarningVariable second | Should -HaveCount 300
            $first | Should -HaveCount 1
            $second | Should -BeNullOrEmpty
        }

        It 'a timestamp error without a clock offset is reported' -ForEach @(
            @{ Message = 'ptime is too old.'; Id = 'TimestampExpired' }
            @{ Message = 'ptime is illegal.'; Id = 'TimestampIllegal' }
        ) {
            Add-Fault $sandbox @{ Kind = 'Body'; Body = "{""code"":400,""status"":""error"",""message"":""$Message"",""data"":""""}"; Times = [int]::MaxValue }
            $failure = { Get-PolyvVideo } | Should -Throw "*$Message*" -ErrorId "Polyv.$Id,*" -PassThru
            $failure.ErrorDetails.RecommendedAction | Should -BeLike '*clock*'
        }

        It 'a temporarily unavailable server' {
            Connect-PolyvSandbox $sandbox -Name patient -More @{ MaximumRetryCount = 2 } | Out-Null
            Add-Fault $sandbox @{ Kind = 'Status'; Status = 503; RetryAfter = '1' }
            $verbose = Get-PolyvVideo -Session patient -PageSize 1000 -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
            $verbose.Message | Where-Object { $_ -like '*503, retrying in 1 s*' } | Should -HaveCount 1
            $verbose.Message | Where-Object { $_ -like 'GET /v2/video/*' } | Should -HaveCount 2
        }
    }

    Context 'and redaction' {
        It 'no stream and no error contains a secret' {
            $key = $sandbox.Polyv.GetSecretKey()
            Add-Fault $sandbox @{ Kind = 'Html'; Skip = 1; Body = "<p>$key</p>" }
            $output = Get-PolyvVideo -PageSize 100 -ThrottleLimit 1 -Verbose -Debug *>&1
            $failure = $output | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
            $failure | Should -HaveCount 1
            $output | Where-Object { $_ -is [System.Management.Automation.DebugRecord] } | Should -Not -BeNullOrEmpty
            $text = ($output | Out-String -Width 500) + ($failure | Format-List * -Force | Out-String -Width 500)
            $text | Should -Not -BeLike "*$key*"
            $text | Should -Not -Match 'sign=|[0-9A-F]{40}'
        }
    }
}
