# Measures the script as a whole process: this script is all that the process does.
param ([uri] $Server, [string] $Job, [int] $PageSize = 100)

. $PSScriptRoot/script-list.ps1

$file = [System.IO.Path]::GetTempFileName()
try {
    switch ($Job) {
        'first' { $null = Get-Video | Select-Object -First 1 }
        'null' { Get-Video | Out-Null }
        'foreach' { $n = 0; Get-Video | ForEach-Object { $n++ } }
        'csv' { Get-Video | Export-Csv $file }
    }
}
finally {
    [System.IO.File]::Delete($file)
}
