# Measures the module as a whole process: this script is all that the process does.
param ([uri] $Server, [string] $Module, [string] $Job, [int] $ThrottleLimit = 4)

Import-Module $Module
$secret = ConvertTo-SecureString 'bench-secret' -AsPlainText -Force
$null = Connect-Polyv -UserId bench -SecretKey $secret -BaseUri $Server -RequestsPerSecond 10000
$file = [System.IO.Path]::GetTempFileName()
try {
    switch ($Job) {
        'first' { $null = Get-PolyvVideo -ThrottleLimit $ThrottleLimit | Select-Object -First 1 }
        'null' { Get-PolyvVideo -ThrottleLimit $ThrottleLimit | Out-Null }
        'foreach' { $n = 0; Get-PolyvVideo -ThrottleLimit $ThrottleLimit | ForEach-Object { $n++ } }
        'csv' { Get-PolyvVideo -ThrottleLimit $ThrottleLimit | Export-Csv $file }
        'inventory' { $null = Export-PlatformInventory -Path "$file.csv" }
    }
}
finally {
    [System.IO.File]::Delete($file)
    [System.IO.File]::Delete("$file.csv")
}
