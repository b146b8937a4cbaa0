using System.Collections;
using System.Text.Json;
using VideoPlatforms.AllPlatforms.Inventories.Writing;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Inventories;

public sealed class ExportTests : InventoryTest
{
    public ExportTests()
        : base(videoCount: 250)
    {
    }

    [Fact]
    public async Task Header_lists_the_sessions_and_footer_the_counts()
    {
        ConnectAll();
        var file = await ExportAsync("a.jsonl");

        var lines = await File.ReadAllLinesAsync(PathOf("a.jsonl"));
        Assert.Equal(1252, lines.Length);
        var header = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal("VideoPlatformInventory", header.GetProperty("Format").GetString());
        Assert.Equal(Store.All.Select(session => (session.Platform.ToString(), session.Account, session.BaseUri!.AbsoluteUri)), header.GetProperty("Sessions").EnumerateArray()
            .Select(session => (session.GetProperty("Platform").GetString()!, session.GetProperty("Account").GetString(), session.GetProperty("BaseUri").GetString()!)));
        var footer = JsonDocument.Parse(lines[^1]).RootElement;
        Assert.Equal(1250, footer.GetProperty("Count").GetInt64());
        Assert.True(footer.GetProperty("IsComplete").GetBoolean());
        Assert.All(footer.GetProperty("Sessions").EnumerateArray(), session => Assert.Equal(250, session.GetProperty("Count").GetInt64()));
        Assert.Equal(Store.All.Select(session => session.ToString()), file.Sessions);
        Assert.Empty(file.IncompleteSessions);
        Assert.InRange(file.CreatedAt, DateTimeOffset.Now.AddMinutes(-5), DateTimeOffset.Now);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Platform_that_fails_is_reported_and_its_session_is_incomplete(int pagesBefore)
    {
        ConnectAll();
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 400, Path = ListCallOf(Platform.Chanjing), Skip = pagesBefore, Times = int.MaxValue });

        var file = await ExportAsync("a.jsonl");

        var chanjing = Store.Default(Platform.Chanjing);
        Assert.Equal(1000 + (100 * pagesBefore), file.Count);
        Assert.False(file.IsComplete);
        Assert.Equal([chanjing.ToString()], file.IncompleteSessions);
        Assert.Equal(chanjing, Assert.Single(Host.Errors).Target);
        var footer = JsonDocument.Parse((await File.ReadAllLinesAsync(PathOf("a.jsonl")))[^1]).RootElement;
        Assert.Equal(
            [chanjing.ToString()],
            footer.GetProperty("Sessions").EnumerateArray().Where(session => !session.GetProperty("IsComplete").GetBoolean()).Select(session => session.GetProperty("Session").GetString()));
    }

    [Fact]
    public async Task List_with_fewer_videos_than_the_server_reported_is_incomplete()
    {
        Connect(Platform.Polyv);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Totals, Total = 400, Times = int.MaxValue });

        Assert.False((await ExportAsync("a.jsonl")).IsComplete);
        Assert.NotEmpty(Host.Warnings);
    }

    [Fact]
    public async Task Incomplete_csv_is_announced_by_a_warning()
    {
        Connect(Platform.Polyv);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 400, Skip = 1, Times = int.MaxValue });

        Assert.False((await ExportAsync("a.csv")).IsComplete);
        Assert.Contains(PathOf("a.csv"), Assert.Single(Host.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Existing_file_is_replaced_only_with_force()
    {
        await File.WriteAllTextAsync(PathOf("a.jsonl"), "precious");
        Connect(Platform.Polyv);

        var error = await Assert.ThrowsAsync<CommandException>(() => ExportAsync("a.jsonl"));

        Assert.Equal("VideoPlatforms.FileExists", error.ErrorId);
        Assert.Equal("precious", await File.ReadAllTextAsync(PathOf("a.jsonl")));
        Assert.Empty(Sandbox.Requests);
        Assert.Equal(250, (await ExportAsync("a.jsonl", force: true)).Count);
        Assert.Equal(250, (await ImportAsync("a.jsonl")).Count);
        Assert.Equal(["a.jsonl"], Directory.GetFiles(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task File_that_was_created_meanwhile_is_not_replaced()
    {
        Connect(Platform.Polyv);
        Sandbox.Faults.Add(new() { Kind = FaultKind.None, Before = () => File.WriteAllText(PathOf("a.jsonl"), "precious") });

        var error = await Assert.ThrowsAsync<CommandException>(() => ExportAsync("a.jsonl"));

        Assert.Equal("VideoPlatforms.FileExists", error.ErrorId);
        Assert.Equal("precious", await File.ReadAllTextAsync(PathOf("a.jsonl")));
        Assert.Equal(["a.jsonl"], Directory.GetFiles(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Nothing_is_listed_or_written_without_confirmation()
    {
        Connect(Platform.Polyv);
        Host.Agrees = false;

        Assert.Null(await InventoryExporter.StartAsync(new(PathOf("a.jsonl"), ForSpreadsheet: false, Force: false), Host));

        Assert.Equal(PathOf("a.jsonl"), Assert.Single(Host.Questions).Target);
        Assert.Empty(Sandbox.Requests);
        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_remains_of_an_export_that_is_canceled(bool listed)
    {
        var session = Connect(Platform.Polyv);
        using var stopping = new CancellationTokenSource();
        var videos = await ListAsync(session);
        using (var exporter = (await InventoryExporter.StartAsync(new(PathOf("a.jsonl"), ForSpreadsheet: false, Force: false), Host))!)
        {
            if (listed)
            {
                Sandbox.Faults.Add(new() { Kind = FaultKind.None, Skip = 1, Before = stopping.Cancel });
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => exporter.RunAsync([session], Host, stopping.Token));
            }
            else
            {
                await exporter.AddAsync([.. videos.Select(VideoPlatforms.VideoReference.Read)], Host, stopping.Token);
            }

            Assert.NotEmpty(Directory.GetFiles(Folder));
        }

        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Theory]
    [InlineData("missing/a.jsonl", "VideoPlatforms.FileNotWritten")]
    [InlineData(".", "VideoPlatforms.FileExists")]
    public async Task Path_that_cannot_be_written_is_reported_before_a_request_is_sent(string name, string errorId)
    {
        Connect(Platform.Polyv);

        Assert.Equal(errorId, (await Assert.ThrowsAsync<CommandException>(() => ExportAsync(name))).ErrorId);
        Assert.Empty(Sandbox.Requests);
    }

    [Fact]
    public async Task Spreadsheet_format_requires_csv() =>
        Assert.Contains(".csv", (await Assert.ThrowsAsync<ArgumentException>(() => ExportAsync("a.jsonl", forSpreadsheet: true))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Object_that_is_no_video_is_reported_and_the_others_are_written()
    {
        var videos = await ListAsync(Connect(Platform.Polyv));

        var file = await ExportAsync("a.jsonl", [videos[0], Row("Vimeo", "1"), Row("Polyv", null), Row("Polyv", "x"), videos[1]]);

        Assert.Equal(3, file.Count);
        Assert.Equal([videos[0].Id, "x", videos[1].Id], (await ImportAsync("a.jsonl")).Select(video => video.Id));
        Assert.All(Host.CommandErrors, error => Assert.Equal("VideoPlatforms.NotAVideo", error.Failure.ErrorId));
        Assert.Equal(2, Host.CommandErrors.Count);

        static Hashtable Row(string platform, string? id) => new() { ["Platform"] = platform, ["Id"] = id };
    }
}
