# A whole process that exports or compares inventories. The measurement begins with the process and includes the start of PowerShell.
param ([uri] $Server, [string] $Module, [string] $Job, [string] $Reference, [string] $Difference)

# The processor time and the peak memory of this process, as the system reports them.
function Write-Sample ([long] $Count) {
    $process = [System.Diagnostics.Process]::GetCurrentProcess()
    @{
        count = $Count
        wall  = ([datetime]::Now - $process.StartTime).TotalSeconds
        cpu   = $process.TotalProcessorTime.TotalSeconds
        peak  = $process.PeakWorkingSet64 / 1e6
    } | ConvertTo-Json -Compress
}

function Connect-Server {
    $secret = ConvertTo-SecureString 'bench-secret' -AsPlainText -Force
    $null = Connect-Polyv -UserId bench -SecretKey $secret -BaseUri $Server -RequestsPerSecond 10000
}

if ($Job -eq 'script') {
    . $PSScriptRoot/script.ps1 -Server $Server -Job define
    Get-Video | Export-Csv $Reference
    Write-Sample 0
    return
}

if ($Job -eq 'start') {
    Write-Sample 0
    return
}

Import-Module $Module
switch ($Job) {
    'import' { Write-Sample 0 }
    'list' { Connect-Server; Get-PolyvVideo | Export-Csv $Reference; Write-Sample 0 }
    'export' { Connect-Server; Write-Sample (Export-PlatformInventory $Reference -Force).Count }
    'compare' { Write-Sample @(Compare-PlatformInventory $Reference $Difference).Count }
}
