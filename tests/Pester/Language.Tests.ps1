# All messages of the module are in the language of the UI culture.

Describe 'Messages under <Culture>' -ForEach @(
    @{ Culture = 'en-US'; Chinese = $false }
    @{ Culture = 'en-GB'; Chinese = $false }
    @{ Culture = 'zh-CN'; Chinese = $true }
) {
    BeforeAll {
        $manifest = Join-Path $PSScriptRoot '../../out/VideoPlatforms/VideoPlatforms.psd1'

        # Checks the language of a text, except for the vendor's message in quotation marks.
        function Test-Language ([string] $Text) {
            ($Text -replace '(?s)["\u201c].*["\u201d]') -match '[\u4e00-\u9fff]' | Should -Be $Chinese -Because "the culture is ${Culture}: $Text"
        }

        function Invoke-InCulture ([string] $Script) {
            $shell.Commands.Clear()
            $shell.Streams.ClearStreams()
            $shell.AddScript("[cultureinfo]::CurrentUICulture = '$Culture'; $Script").Invoke()
        }

        $state = [initialsessionstate]::CreateDefault2()
        $state.ImportPSModule($manifest)
        $shell = [powershell]::Create($state)
        $null = Invoke-InCulture '$sandbox = Start-VideoPlatformSandbox -Connect'
    }

    AfterAll {
        $null = Invoke-InCulture 'Stop-VideoPlatformSandbox'
        $shell.Dispose()
    }

    It 'errors of a server, and recommended actions' {
        $null = Invoke-InCulture 'Get-PolyvVideo -CategoryId 5'
        $problem = $shell.Streams.Error[0]
        $problem.FullyQualifiedErrorId | Should -BeLike 'Polyv.CategoryNotFound,*'
        $problem.Exception.VendorMessage | Should -Be 'cata is not exist.'
        Test-Language $problem.ToString()
        Test-Language $problem.ErrorDetails.RecommendedAction
    }

    It 'errors of a connection' {
        $null = Invoke-InCulture 'Connect-Polyv user (ConvertTo-SecureString key -AsPlainText -Force) -BaseUri http://127.0.0.1:9 -Name dead -MaximumRetryCount 0; Get-PolyvVideo -Session dead'
        $shell.Streams.Error[0].FullyQualifiedErrorId | Should -BeLike 'Polyv.ConnectionFailed,*'
        Test-Language $shell.Streams.Error[0].ToString()
    }

    It 'errors of the module itself' {
        $text = Invoke-InCulture 'try { Start-VideoPlatformSandbox -Port $sandbox.Port } catch { "$_"; $_.ErrorDetails.RecommendedAction }'
        $text | Should -HaveCount 2
        $text | ForEach-Object { Test-Language $_ }
    }

    It 'rejected values' {
        $text = Invoke-InCulture 'try { Connect-Polyv -UserId " " } catch { $_.Exception.InnerException.Message }; try { Get-PolyvVideo -Session x } catch { $_.Exception.InnerException.Message }'
        $text | Should -HaveCount 2
        $text | ForEach-Object { Test-Language $_ }
    }

    It 'verbose lines, before and after a retry delay' {
        $null = Invoke-InCulture '$sandbox.Faults.Add(@{ Kind = "Status"; Status = 503 }); Get-PolyvVideo -PageSize 100 -Verbose'
        $lines = @($shell.Streams.Verbose | ForEach-Object Message)
        $lines.Count | Should -BeGreaterOrEqual 5
        $lines -match '503' | ForEach-Object { Test-Language ($_ -replace 'GET \S+') }
        $lines -match '200' | ForEach-Object { Test-Language $_ }
    }

    It 'warnings' {
        $null = Invoke-InCulture '$sandbox.ClockSkew = "00:10:00"; Get-PolyvVideo -First 1; $sandbox.ClockSkew = 0'
        $shell.Streams.Warning | Should -HaveCount 1
        Test-Language $shell.Streams.Warning[0].Message
    }
}
