<#
.SYNOPSIS
    Generates the help file of the module for one culture from its pages with Microsoft.PowerShell.PlatyPS.
.DESCRIPTION
    PlatyPS keeps examples in Markdown, writes full type names, omits default values and adds an empty link. This script
    writes the commands of the examples and the default values to the elements that Get-Help reads, and removes markup
    that a console can't display.
.EXAMPLE
    ./docs/Export-Help.ps1 -Culture zh-CN -Destination ./zh-CN
#>
[CmdletBinding()]
param (
    [Parameter(Mandatory)]
    [ValidateSet('en-US', 'zh-CN')]
    [string] $Culture,

    # Specifies the folder for VideoPlatforms.dll-Help.xml.
    [Parameter(Mandatory)]
    [string] $Destination
)

$ErrorActionPreference = 'Stop'
Import-Module Microsoft.PowerShell.PlatyPS

function Write-Paragraph ([System.Xml.XmlElement] $Parent, [string[]] $Text) {
    $Parent.RemoveAll()
    foreach ($paragraph in $Text) {
        $element = $Parent.OwnerDocument.CreateElement('maml', 'para', $maml)
        $element.InnerText = $paragraph
        $null = $Parent.AppendChild($element)
    }
}

function Move-ExampleCode ([System.Xml.XmlElement] $Example) {
    $introduction = $Example.SelectSingleNode('maml:introduction', $names)
    $text = @($introduction.SelectNodes('maml:para', $names) | ForEach-Object InnerText) -join "`n"
    if ($text -notmatch '(?s)^\s*```powershell\n(.+?)\n```\n(.+)$') {
        throw "The example does not begin with a command: $text"
    }

    $command, $remarks = $Matches[1], $Matches[2]
    $Example.SelectSingleNode('dev:code', $names).InnerText = $command
    Write-Paragraph $Example.SelectSingleNode('dev:remarks', $names) (@($remarks.Trim() -split '\n+') + '')
    $introduction.RemoveAll()
}

# The syntax contains short type names; the parameter descriptions contain full type names.
function Complete-Parameter ([System.Xml.XmlElement] $Command, [hashtable] $Default) {
    $short = @{}
    foreach ($parameter in $Command.SelectNodes('command:syntax//command:parameter', $names)) {
        $short[$parameter.SelectSingleNode('maml:name', $names).InnerText] = $parameter.SelectSingleNode('command:parameterValue', $names).InnerText
    }

    foreach ($parameter in $Command.SelectNodes('command:parameters/command:parameter', $names)) {
        $name = $parameter.SelectSingleNode('maml:name', $names).InnerText
        $value = $parameter.SelectSingleNode('command:parameterValue', $names)
        if ($value) {
            $value.InnerText = $short[$name]
        }

        if ($Default[$name]) {
            $element = $parameter.OwnerDocument.CreateElement('dev', 'defaultValue', $names.LookupNamespace('dev'))
            $element.InnerText = $Default[$name]
            $null = $parameter.AppendChild($element)
        }
    }
}

function Convert-PlainText ([System.Xml.XmlElement] $Command) {
    foreach ($type in $Command.SelectNodes('.//dev:type/maml:name/text()', $names)) {
        $type.Value = $type.Value -replace '^System\.Nullable`1\[(.+)\]$', '$1'
    }

    foreach ($text in $Command.SelectNodes('.//maml:para/text()', $names)) {
        $text.Value = $text.Value -replace '`([^`]+)`', '$1'
    }

    foreach ($link in $Command.SelectNodes('command:relatedLinks/maml:navigationLink', $names)) {
        $address = $link.SelectSingleNode('maml:uri', $names)
        if (-not $address.InnerText) {
            $null = $link.ParentNode.RemoveChild($link)
        }
        elseif ($address.InnerText -like '*.md') {
            $address.InnerText = ''
        }
    }
}

$made = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
try {
    $pages = Get-ChildItem (Join-Path $PSScriptRoot $Culture) -Filter *-*.md |
        Sort-Object Name |
        ForEach-Object { Import-MarkdownCommandHelp $_.FullName }
    $null = $pages | Export-MamlCommandHelp -OutputFolder $made -Force
    $file = Get-ChildItem $made -Filter *-Help.xml -Recurse
    $document = [System.Xml.XmlDocument]::new()
    $document.PreserveWhitespace = $true
    $document.Load($file.FullName)
}
finally {
    Remove-Item $made -Recurse -Force -ErrorAction Ignore
}

$maml = 'http://schemas.microsoft.com/maml/2004/10'
$names = [System.Xml.XmlNamespaceManager]::new($document.NameTable)
$names.AddNamespace('maml', $maml)
$names.AddNamespace('command', 'http://schemas.microsoft.com/maml/dev/command/2004/10')
$names.AddNamespace('dev', 'http://schemas.microsoft.com/maml/dev/2004/10')
foreach ($command in $document.SelectNodes('//command:command', $names)) {
    $command.SelectNodes('command:examples/command:example', $names) | ForEach-Object { Move-ExampleCode $_ }
    $default = @{}
    $page = $pages | Where-Object Title -EQ $command.SelectSingleNode('command:details/command:name', $names).InnerText
    $page.Parameters | ForEach-Object { $default[$_.Name] = $_.DefaultValue }
    Complete-Parameter $command $default
    Convert-PlainText $command
}

$null = New-Item $Destination -ItemType Directory -Force
$folder = (Resolve-Path $Destination).ProviderPath
[System.IO.File]::WriteAllText((Join-Path $folder $file.Name), $document.OuterXml.Replace("`r`n", "`n").TrimEnd() + "`n")
