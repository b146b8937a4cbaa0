namespace VideoPlatforms.Tests.Reports;

/// <summary>Titles that would do something if any part of the page took them for markup or code.</summary>
internal static class HostileTexts
{
    public static readonly string[] All =
    [
        "</script><script>window.hacked = true</script>",
        "</SCRIPT ><svg onload=\"window.hacked = true\">",
        "<img src=x onerror=\"window.hacked = true\">",
        "--><script>window.hacked = true</script><!--",
        "<!--<script>",
        "]]><style>body{display:none}</style>",
        "\"><a href=\"javascript:window.hacked=true\">click</a>",
        "{{data}} {{script}} {{title}}",
        "$& $1 $` $' \\u0001 %s {0}",
        "line\u2028separator\u2029and paragraph",
        "\u202Egpj.exe \u2066isolated\u2069 \u200Fright to left",
        "nul \0 bell \a escape \u001b[31m red",
        "lone surrogate \ud800 and \udc00",
        "🎬 ☃ 视频 العربية עברית",
        "__proto__",
        "constructor",
        "=HYPERLINK(\"http://example.com\")",
        new string('长', 2500) + new string('x', 2500),
    ];
}
