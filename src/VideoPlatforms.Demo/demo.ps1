# Runs the steps in demo.json with the cmdlets against the sandbox.
param (
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $Folder
)

$ErrorActionPreference = 'Stop'

# Dates in the CSV files must not depend on the culture.
[cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture

$plan = Get-Content "$PSScriptRoot/demo.json" -Raw -Encoding utf8 | ConvertFrom-Json
Import-Module $Module
$sandbox = Start-VideoPlatformSandbox -Connect
try {
    $platforms = (Get-VideoPlatformSession).Platform | ForEach-Object ToString
    $results = [ordered]@{}
    foreach ($step in $plan.steps) {
        # A step whose name is a placeholder is repeated for each platform.
        $names = if ($step.name -eq '{platform}') { $platforms } else { $step.name }
        foreach ($name in $names) {
            Write-Progress -Activity 'Running the demo' -Status $name
            $command = ($step.command -join "`n").Replace('{platform}', $name)
            $results[$name] = @(& ([scriptblock]::Create($command)))
            if ($step.unit) {
                $file = Join-Path $Folder "$name.csv"
                $rows = if ($step.columns) { $results[$name] | Select-Object $step.columns } else { $results[$name] }
                $rows | Export-Csv $file -Encoding utf8
                Write-Host ($plan.summary -f $name, $results[$name].Count, $step.unit, $file)
            }
        }
    }

    Write-Progress -Activity 'Running the demo' -Completed
    $platforms | ForEach-Object { $results[$_] | Select-Object -First $plan.table.rowsPerPlatform } | Format-Table $plan.table.columns
    Write-Host ($plan.report -f $results['report'][0].FullName)
    $deleted = $results['audit'][-1].Target
    $remaining = $results['remaining'].Id
    Write-Host ($(if ($deleted -in $remaining) { $plan.notDeleted } else { $plan.deleted }) -f $deleted, $remaining.Count)
}
finally {
    Stop-VideoPlatformSandbox $sandbox
}
