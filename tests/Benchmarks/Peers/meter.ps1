# Measures a script block in this process, and writes what the console peers write: one line of JSON.
function Measure-Run([scriptblock] $Run) {
    $process = [System.Diagnostics.Process]::GetCurrentProcess()
    $cpu = $process.TotalProcessorTime
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $count = & $Run
    $watch.Stop()
    $process.Refresh()
    @{
        count = $count
        wall  = $watch.Elapsed.TotalSeconds
        cpu   = ($process.TotalProcessorTime - $cpu).TotalSeconds
        peak  = $process.PeakWorkingSet64 / 1e6
    } | ConvertTo-Json -Compress
}
