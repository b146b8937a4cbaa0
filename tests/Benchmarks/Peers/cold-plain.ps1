# Measures the minimal cmdlets as a whole process: this script is all that the process does.
param ([uri] $Server, [string] $Module, [string] $Job, [string] $Cmdlet = 'Get-PlainVideo')

Import-Module $Module
$secret = ConvertTo-SecureString 'bench-secret' -AsPlainText -Force
$file = [System.IO.Path]::GetTempFileName()
try {
    switch ($Job) {
        'first' { $null = & $Cmdlet -Server $Server -SecretKey $secret | Select-Object -First 1 }
        'null' { & $Cmdlet -Server $Server -SecretKey $secret | Out-Null }
        'foreach' { $n = 0; & $Cmdlet -Server $Server -SecretKey $secret | ForEach-Object { $n++ } }
        'csv' { & $Cmdlet -Server $Server -SecretKey $secret | Export-Csv $file }
    }
}
finally {
    [System.IO.File]::Delete($file)
}
