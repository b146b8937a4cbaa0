# Lists all videos in one pipeline, and writes a line of JSON for each tenth of the list.
param ([uri] $Server, [string] $Module, [int] $Total)

Import-Module $Module
$secret = ConvertTo-SecureString 'bench-secret' -AsPlainText -Force
$null = Connect-Polyv -UserId bench -SecretKey $secret -BaseUri $Server -RequestsPerSecond 10000
$watch = [System.Diagnostics.Stopwatch]::StartNew()
$tenth = $Total / 10
$count = 0
Get-PolyvVideo | ForEach-Object {
    $count++
    if ($count % $tenth -eq 0) {
        $process = [System.Diagnostics.Process]::GetCurrentProcess()
        @{
            count   = $count
            seconds = $watch.Elapsed.TotalSeconds
            memory  = $process.WorkingSet64 / 1e6
            heap    = [GC]::GetTotalMemory($false) / 1e6
            handles = if (Test-Path /proc/self/fd) { [System.IO.Directory]::GetFileSystemEntries('/proc/self/fd').Count } else { $process.HandleCount }
            threads = $process.Threads.Count
        } | ConvertTo-Json -Compress
    }
}
