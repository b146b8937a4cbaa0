using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Tests.Demo;

/// <summary>The demo as people start it: what it leaves behind equals the sandbox's data, field by field.</summary>
public sealed partial class DemoTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("video-platforms-demo-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task Without_PowerShell_it_writes_every_video_and_does_so_again() => RunTwiceAsync("PowerShell 7 was not found", NoPowerShell);

    [PowerShellFact]
    public Task With_PowerShell_it_writes_every_video_and_does_so_again() => RunTwiceAsync("in PowerShell");

    [PowerShellFact]
    public async Task Both_ways_lead_to_the_same_files()
    {
        await RunAsync();
        var with = Files();
        await RunAsync(NoPowerShell);
        var without = Files();

        Assert.NotEmpty(with);
        Assert.Equal(with.Keys, without.Keys);
        Assert.All(with.Keys.Where(name => name != "audit.csv"), name => Assert.Equal(with[name], without[name]));

        // A request's id and time are its own, each time anew.
        Assert.Equal(with["audit.csv"].Split('\n')[0], without["audit.csv"].Split('\n')[0]);
    }

    // A path with nothing on it.
    private string NoPowerShell => Directory.CreateDirectory(Path.Combine(_folder.FullName, "nothing")).FullName;

    private async Task RunTwiceAsync(string says, string? path = null)
    {
        foreach (var time in new[] { "first", "second" })
        {
            var run = await RunAsync(path);

            Assert.True(run.ExitCode == 0, $"The {time} run ended with {run.ExitCode}:\n{run.Output}");
            Assert.Contains(says, run.Output, StringComparison.Ordinal);
            Assert.Contains("299 videos left, that one no longer among them", run.Output, StringComparison.Ordinal);
            AssertEqualsSandbox();
        }
    }

    private Task<Run> RunAsync(string? path = null) => Run.ProgramAsync(Run.DotNet, [Repository.DemoAssembly], _folder.FullName, Patience, path);

    private SortedDictionary<string, string> Files() =>
        new(Directory.GetFiles(Path.Combine(_folder.FullName, "out", "demo"), "*.csv").ToDictionary(file => Path.GetFileName(file)!, file => WithoutPort(File.ReadAllText(file))));

    // Each run has a sandbox of its own, on a port of its own.
    private static string WithoutPort(string text) => Port().Replace(text, "127.0.0.1");

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Port();

    private void AssertEqualsSandbox()
    {
        using var sandbox = SandboxServer.Start();
        var expected = sandbox.Polyv.Videos;
        var rows = ReadCsv("Polyv.csv");
        Assert.Equal(expected.Count, rows.Count);
        foreach (var (video, row) in expected.Zip(rows))
        {
            Assert.Equal("Polyv", row["Platform"]);
            Assert.Equal(video.Vid, row["Id"]);
            Assert.Equal(video.Vid, row["Vid"]);
            Assert.Equal(video.Title, row["Title"]);
            Assert.Equal(State(video.Status), row["State"]);
            Assert.Equal(video.Status, row["StatusCode"]);
            Assert.Equal(Time(video.Ptime), row["CreatedAt"]);
            Assert.Equal("", row["Duration"]);
            Assert.Equal("", row["Url"]);
            Assert.Equal(WithoutPort(video.FirstImage), WithoutPort(row["CoverUrl"]));
            Assert.StartsWith("Polyv/default ", row["Session"], StringComparison.Ordinal);
            Assert.Equal(video.Cataid.ToString(CultureInfo.InvariantCulture), row["CategoryId"]);
            Assert.Equal(video.Context, row["Description"]);
            Assert.Equal(video.Times.ToString(CultureInfo.InvariantCulture), row["PlayCount"]);
            Assert.Equal(video.Tag.Replace(',', ';'), row["Tags"]);
            Assert.Equal(WithoutPort(video.AacLink ?? ""), WithoutPort(row["AudioUrl"]));
            Assert.Equal(video.UploaderEmail, row["UploaderEmail"]);
            Assert.Equal(17, row.Count);
        }

        AssertArchive(sandbox);
        AssertAudit(sandbox);
        Assert.StartsWith("<!doctype html>", File.ReadAllText(Path.Combine(_folder.FullName, "out", "demo", "report.html")), StringComparison.Ordinal);
        AssertInventory();
        var all = ReadCsv("all.csv").Where(row => row["Platform"] == "Polyv").ToList();
        Assert.Equal(rows.Count, all.Count);
        foreach (var (row, common) in rows.Zip(all))
        {
            Assert.Equal(["Platform", "Id", "Title", "State", "CreatedAt", "Duration", "Url", "CoverUrl", "Session"], common.Keys);
            Assert.All(common, field => Assert.Equal(row[field.Key], field.Value));
        }
    }

    private void AssertArchive(SandboxServer sandbox)
    {
        var expected = sandbox.Chanjing.Videos.Where(video => video.Status == 30).Take(3).ToList();
        var rows = ReadCsv("archive.csv");
        Assert.Equal(expected.Select(video => video.Id), rows.Select(row => row["Id"]));
        Assert.Equal(expected.Select(video => sandbox.Media.GetSha256(video.VideoUrl)), rows.Select(row => row["Sha256"]));
        var files = Directory.GetFiles(Path.Combine(_folder.FullName, "out", "demo", "archive", "Chanjing")).Select(file => Path.GetExtension(file));
        Assert.Equal([".mp4", ".mp4", ".mp4", ".png", ".png", ".png", ".srt", ".srt", ".srt"], files.Order(StringComparer.Ordinal));
    }

    private void AssertAudit(SandboxServer sandbox)
    {
        var reviewed = sandbox.Qushipin.Videos.Where(video => video.CensorStatus == "onCensor").Take(3).Select(video => video.VideoId).ToList();
        var rows = ReadCsv("audit.csv");
        Assert.Equal(["Platform", "Operation", "Target", "Message", "RequestId", "CompletedAt", "Session"], rows[0].Keys);
        Assert.Equal([.. reviewed, reviewed[0]], rows.Select(row => row["Target"]));
        Assert.Equal(["createAudit", "createAudit", "createAudit", "deleteVideoById"], rows.Select(row => row["Operation"]));
        Assert.Equal(["审核完成", "审核完成", "审核完成", "删除完成！"], rows.Select(row => row["Message"]));
        Assert.Equal(4, rows.Select(row => row["RequestId"]).Distinct().Count());
    }

    private void AssertInventory()
    {
        Assert.Equal(["JsonLines", "1500", "True"], Assert.Single(ReadCsv("inventory.csv")).Values);
        Assert.Equal(Enum.GetNames<Platform>(), ReadCsv("measure.csv").Select(row => row["Platform"]));
        Assert.All(ReadCsv("measure.csv"), row => Assert.Equal("300", row["Count"]));

        // Three videos were blocked, and the first of them was deleted.
        var blocked = ReadCsv("audit.csv").Select(row => row["Target"]).ToList();
        var changes = ReadCsv("compared.csv");
        Assert.Equal(["Changed", "Removed"], changes.Select(row => row["Change"]).Distinct());
        Assert.Equal(blocked[0], changes[^1]["Id"]);
        Assert.Equal(blocked.Take(3).Order(StringComparer.Ordinal), changes.Select(row => row["Id"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(2, changes.Count(row => row["Property"] == "State" && row["OldValue"] == "InReview" && row["NewValue"] == "Blocked"));
    }

    // A CSV holds a time to the second, as PowerShell and .NET print it.
    private static string Time(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(TimeSpan.FromHours(8)).ToString(CultureInfo.InvariantCulture);

    private static string State(string status) => status switch
    {
        "60" or "61" => "Ready",
        "10" or "20" => "Processing",
        "50" => "InReview",
        "51" => "Blocked",
        "-1" => "Deleted",
        _ => "Unknown",
    };

    private List<Dictionary<string, string>> ReadCsv(string name)
    {
        using var csv = new CsvReader(new StreamReader(Path.Combine(_folder.FullName, "out", "demo", name)), CultureInfo.InvariantCulture);
        Assert.True(csv.Read());
        Assert.True(csv.ReadHeader());
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(column => column, column => csv.GetField(column)!));
        }

        return rows;
    }
}
