namespace VideoPlatforms.Sandbox.Data;

/// <summary>
/// Provides sample titles and descriptions, including those that are problematic in a CSV file, a console or a spreadsheet.
/// </summary>
internal static class SampleText
{
    private static readonly string[] Subjects =
    [
        "产品发布会", "新员工培训", "Quarterly review", "高等数学 第一讲", "Product tour", "客户案例", "安全演练",
        "Release notes",
    ];

    private static readonly string[] EdgeCases =
    [
        "第一章, 第二章, 第三章",
        "He said \"now\", then left",
        "line one\nline two",
        "line one\r\nline two\r\n",
        "before\tafter",
        "🎬 直播回放 🎉 👩‍💻",
        "=HYPERLINK(\"http://example.com\",\"click\")",
        "+8613800000000",
        "-1",
        "@SUM(A1:A9)",
        " spaces around ",
        "<b>bold</b> & 'quoted'",
        "back\\slash/ C:\\new",
        "",
        string.Concat(Enumerable.Repeat("很长的标题 a very long title ", 80)),
    ];

    private static readonly string[] Descriptions = ["", "简介", "dasdasdadasd", "第一行\n第二行, \"引号\"", "No comment."];

    /// <summary>Returns a title. Every sixth title is an edge case.</summary>
    public static string Title(int index)
        => index % 6 == 4 ? EdgeCases[index / 6 % EdgeCases.Length] : $"{Subjects[index % Subjects.Length]} {index}";

    public static string Description(int index) => Descriptions[index % Descriptions.Length];

    /// <summary>Returns tags separated by commas, sometimes none.</summary>
    public static string Tags(int index) => (index % 4) switch { 0 => "", 1 => "1", 2 => "标签", _ => "培训,直播,2024" };
}
