<#
.SYNOPSIS
    Generates the about topics of one culture from their pages, as plain text with 80 columns.
.DESCRIPTION
    Supports the Markdown elements that the pages use: headings, paragraphs of one line each, lists, tables and code. A
    Chinese character takes two columns. Get-Help shows the fifth line in the list of topics.
.EXAMPLE
    ./docs/Export-AboutTopic.ps1 -Culture zh-CN -Destination ./zh-CN
#>
[CmdletBinding()]
param (
    [Parameter(Mandatory)]
    [ValidateSet('en-US', 'zh-CN')]
    [string] $Culture,

    # Specifies the folder for the about_*.help.txt files.
    [Parameter(Mandatory)]
    [string] $Destination
)

$ErrorActionPreference = 'Stop'
$columns = 79
$wide = '\u2014\u2018-\u201d\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6'
$opening = '\u201c\uff08\u300a\u3010'
$closing = '\u201d\uff0c\u3002\uff1b\uff1a\uff01\uff1f\u3001\uff09\u300b\u3011'

# Text that is not split: words, and Chinese characters with adjacent punctuation.
$piece = [regex] "\s+|[$opening]*(?:[$wide]|[^\s$wide]+)[$closing]*"

function Measure-Column ([string] $Text) {
    $Text.Length + [regex]::Matches($Text, "[$wide]").Count
}

function Split-Line ([string] $Text, [string] $First, [string] $Next = $First) {
    $line = $First
    foreach ($part in $piece.Matches($Text).Value) {
        if ((Measure-Column ($line + $part)) -gt $columns -and $line.Trim() -and $part.Trim()) {
            $line.TrimEnd()
            $line = $Next
        }

        if ($part.Trim() -or $line.Trim()) {
            $line += $part
        }
    }

    $line.TrimEnd()
}

function ConvertTo-PlainText ([string] $Text) {
    $Text -replace '`([^`]+)`', '$1' -replace '\*\*([^*]+)\*\*', '$1' -replace '\[([^\]]+)\]\([^)]+\)', '$1'
}

function ConvertTo-Topic ([string[]] $Line) {
    $inCode = $false
    $heading = $true
    for ($i = 0; $i -lt $Line.Count; $i++) {
        $text = $Line[$i]
        if ($text -match '^```') {
            $inCode = -not $inCode
        }
        elseif ($inCode) {
            "        $text".TrimEnd()
        }
        elseif ($text -match '^# (.+)$') {
            if ($Culture -eq 'zh-CN') { -join [char[]] (0x4e3b, 0x9898) } else { 'TOPIC' }
            "    $($Matches[1])"
        }
        elseif ($text -match '^## (.+)$') {
            $Matches[1].ToUpperInvariant()
            $heading = $true
            continue
        }
        elseif ($text -match '^### (.+)$') {
            "  $($Matches[1])"
            $heading = $true
            continue
        }
        elseif ($Line[$i + 1] -match '^\|[\s|:-]+\|$') {
            # Skips the heading of a table and the separator line, because the cells are written one below the other.
            $i++
        }
        elseif ($text -match '^\|(.+)\|$') {
            $name, $cells = (ConvertTo-PlainText $Matches[1]).Split('|').Trim()
            Split-Line $name '    '
            $cells | Where-Object { $_ } | ForEach-Object { Split-Line $_ '        ' }
        }
        elseif ($text -match '^- (.+)$') {
            Split-Line (ConvertTo-PlainText $Matches[1]) -First '    - ' -Next '      '
        }
        elseif ($text) {
            Split-Line (ConvertTo-PlainText $text) '    '
        }
        elseif (-not $heading) {
            ''
        }

        $heading = $false
    }
}

$null = New-Item $Destination -ItemType Directory -Force
$folder = (Resolve-Path $Destination).ProviderPath

# Windows PowerShell 5.1 and old editors recognize UTF-8 by the byte order mark.
$encoding = [System.Text.UTF8Encoding]::new($Culture -eq 'zh-CN')
foreach ($page in Get-ChildItem (Join-Path $PSScriptRoot $Culture) -Filter about_*.md) {
    $lines = [System.IO.File]::ReadAllText($page.FullName).Replace("`r`n", "`n").TrimEnd() -split "`n"
    $topic = @(ConvertTo-Topic $lines) -join "`n"
    [System.IO.File]::WriteAllText((Join-Path $folder "$($page.BaseName).help.txt"), "$topic`n", $encoding)
}
