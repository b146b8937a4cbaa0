# Runs one Pester file, and writes the number of tests and the failures as JSON for the xunit suite.
param (
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [string] $Report
)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = 'Plaintext'
$result = Invoke-Pester -Configuration $configuration

# A test that is skipped with a reason (Set-ItResult -Because) is not reported as skipped.
$skippedWithoutReason = @($result.Skipped | Where-Object { -not $_.ErrorRecord })

# A failed setup block or an unreadable file is also a failure.
$failures = @($result.Failed) + @($result.FailedBlocks) + @($result.FailedContainers) | Where-Object { $_ }
@{
    Passed   = $result.PassedCount
    Skipped  = $skippedWithoutReason.Count + $result.NotRunCount + $result.InconclusiveCount
    Failures = @($failures | ForEach-Object {
            @{
                Name    = if ($_.PSObject.Properties['ExpandedPath']) { $_.ExpandedPath } else { "$_" }
                Message = ($_.ErrorRecord | ForEach-Object {
                        $_.Exception.Message
                        $_.ScriptStackTrace -split '\r?\n' | Where-Object { $_ -notmatch 'Pester\.psm?1' }
                    }) -join "`n"
            }
        })
} | ConvertTo-Json -Depth 4 | Set-Content $Report
exit [int] ($failures.Count -gt 0)
