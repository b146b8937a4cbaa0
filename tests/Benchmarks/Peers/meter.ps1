# Measures a script block in this process, and writes one line of JSON like the console peers.
function Measure-Run([scriptblock] $Run) {
    $meter = Start-Meter
    $count = & $Run
    Stop-Meter $meter $count
}

# Measures until the first object arrives.
function Measure-First([scriptblock] $Run) {
    # PowerShell loads its own cmdlets on first use, which must not be measured.
    $null = 0 | ForEach-Object { $_ } | Select-Object -First 1
    $meter = Start-Meter
    & $Run | ForEach-Object { Stop-Meter $meter 1 } | Select-Object -First 1
}

function Start-Meter {
    $process = [System.Diagnostics.Process]::GetCurrentProcess()
    @{ Process = $process; Cpu = $process.TotalProcessorTime; Watch = [System.Diagnostics.Stopwatch]::StartNew() }
}

function Stop-Meter([hashtable] $Meter, [long] $Count) {
    $Meter.Watch.Stop()
    $Meter.Process.Refresh()
    @{
        count = $Count
        wall  = $Meter.Watch.Elapsed.TotalSeconds
        cpu   = ($Meter.Process.TotalProcessorTime - $Meter.Cpu).TotalSeconds
        peak  = $Meter.Process.PeakWorkingSet64 / 1e6
    } | ConvertTo-Json -Compress
}
