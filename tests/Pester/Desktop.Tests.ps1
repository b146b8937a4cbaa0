# The files for Windows PowerShell 5.1, as far as they can be tested without it.
Describe 'Windows PowerShell 5.1' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $module = "$PSScriptRoot/../../out/VideoPlatforms" | Resolve-Path

        # Syntax that was introduced after 5.1.
        function Get-NewSyntax ([string] $Text) {
            $errors = $null
            $tree = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref] $null, [ref] $errors)
            $errors | ForEach-Object { $_.Message }
            $tree.FindAll({
                    param ($node)
                    $node -is [System.Management.Automation.Language.TernaryExpressionAst] -or
                    $node -is [System.Management.Automation.Language.PipelineChainAst] -or
                    ($node -is [System.Management.Automation.Language.PipelineAst] -and $node.Background) -or
                    ($node -is [System.Management.Automation.Language.BinaryExpressionAst] -and $node.Operator -eq 'QuestionQuestion') -or
                    ($node -is [System.Management.Automation.Language.AssignmentStatementAst] -and $node.Operator -eq 'QuestionQuestionEquals') -or
                    ($node -is [System.Management.Automation.Language.MemberExpressionAst] -and $node.NullConditional) -or
                    ($node -is [System.Management.Automation.Language.IndexExpressionAst] -and $node.NullConditional) -or
                    ($node -is [System.Management.Automation.Language.NamedBlockAst] -and $node.BlockKind -eq 'Clean')
                }, $true) | ForEach-Object { $_.Extent.Text }
        }
    }

    It 'is supported by the syntax of every script' {
        $scripts = Get-ChildItem $module -Include *.ps1, *.psm1, *.psd1 -Recurse
        $scripts | Should -Not -BeNullOrEmpty
        foreach ($script in $scripts) {
            Get-NewSyntax (Get-Content $script -Raw) | Should -BeNullOrEmpty -Because $script.Name
        }
    }

    It 'newer syntax is detected: <_>' -ForEach '$a ? 1 : 2', 'a && b', 'a &', '$a ?? 1', '$a ??= 1', '${a}?.b', '${a}?[0]', 'function f { clean { } }', 'if (' {
        Get-NewSyntax $_ | Should -Not -BeNullOrEmpty
    }

    It 'the loader resolves the assemblies of its folder, and the cmdlets work' {
        # The steps of the module's script, with the Desktop assemblies in this PowerShell.
        $script = @"
Import-Module '$module/Desktop/VideoPlatforms.Loader.dll'
Import-Module '$module/Desktop/VideoPlatforms.dll'
`$null = Start-VideoPlatformSandbox -VideoCount 12 -Connect
@(Get-PlatformVideo).Count
(Get-QushipinVideo -First 1 | Set-QushipinAudit -Status Blocked -Reason 4711 -PassThru).Operation
[System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object Location -Like '*Desktop*' | ForEach-Object { `$_.GetName().Name } | Where-Object { `$_ -like 'VideoPlatforms*' } | Sort-Object
"@
        $output = pwsh -NoProfile -NonInteractive -Command $script 2>&1
        $output | Should -Be (12 * $Platforms.Count), createAudit, VideoPlatforms, VideoPlatforms.Clients, VideoPlatforms.Loader, VideoPlatforms.Sandbox
    }
}
