using System.Collections;
using VideoPlatforms.AllPlatforms.Inventories.Comparison;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Inventories;

public sealed class CompareTests : InventoryTest
{
    private const string First = """{"vid":"a","title":"one","times":1,"firstImage":"https://h/a.jpg?sign=1","tag":"x,y","ptime":1492591990000,"status":"60"}""";
    private const string Second = """{"vid":"b","title":"two","extra":{"link":"https://h/x?t=1","views":1}}""";
    private const string Third = """{"vid":"c","title":"three"}""";

    public CompareTests()
        : base(videoCount: 120)
    {
    }

    public static TheoryData<string, string> Formats
    {
        get
        {
            var formats = new TheoryData<string, string>();
            string[] names = [".jsonl", ".jsonl.gz", ".csv", ".csv.gz"];
            foreach (var name in names)
            {
                foreach (var other in names)
                {
                    formats.Add("1" + name, "2" + other);
                }
            }

            return formats;
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Same_videos_have_no_differences_in_any_two_formats(string reference, string difference)
    {
        ConnectAll();
        await ExportAsync(reference);
        await ExportAsync(difference);

        Assert.Empty(await CompareAsync([reference], [difference]));
        Assert.Empty(Host.Warnings);
        Assert.Empty(Host.CommandErrors);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_difference_is_one_change_in_any_two_formats(string reference, string difference)
    {
        Connect(Platform.Polyv);
        await SnapshotAsync(reference, First, Second);
        await SnapshotAsync(difference, First.Replace("one", "=1+1", StringComparison.Ordinal).Replace("60", "51", StringComparison.Ordinal).Replace("x,y", "x;y", StringComparison.Ordinal), Third);

        Assert.Equal(
            [
                "Changed a Title one -> =1+1",
                "Changed a State Ready -> Blocked",
                "Changed a Tags x;y -> x;y",
                "Changed a StatusCode 60 -> 51",
                "Added c   -> ",
                "Removed b   -> ",
            ],
            await CompareAsync([reference], [difference]));
        var changes = Host.Written<InventoryChange>().ToList();
        Assert.Equal(["=1+1", "=1+1", "=1+1", "=1+1", "three", "two"], changes.Select(change => change.Title));
        Assert.All(changes, change => Assert.Equal(Store.All[0].ToString(), change.Session!.ToString()));
        Assert.Equal((VideoState.Ready, VideoState.Blocked), ((VideoState)changes[1].OldValue!, (VideoState)changes[1].NewValue!));
    }

    [Fact]
    public async Task Play_counts_and_query_strings_are_ignored_unless_they_are_specified()
    {
        Connect(Platform.Polyv);
        await SnapshotAsync("1.jsonl", First, Second);
        await SnapshotAsync(
            "2.jsonl",
            First.Replace("\"times\":1", "\"times\":2", StringComparison.Ordinal).Replace("sign=1", "sign=2", StringComparison.Ordinal),
            Second.Replace("t=1", "t=2", StringComparison.Ordinal));

        Assert.Empty(await CompareAsync(["1.jsonl"], ["2.jsonl"]));
        Assert.Equal(["Changed a PlayCount 1 -> 2"], await CompareAsync(["1.jsonl"], ["2.jsonl"], ["PlayCount"]));
        Assert.Equal(["Changed a CoverUrl https://h/a.jpg?sign=1 -> https://h/a.jpg?sign=2"], await CompareAsync(["1.jsonl"], ["2.jsonl"], ["*url"]));
        Assert.Equal(3, (await CompareAsync(["1.jsonl"], ["2.jsonl"], ["*"])).Count);
        Assert.Equal(2, (await CompareAsync(["1.jsonl"], ["2.jsonl"], ["*"], ["PlayCount"])).Count);
    }

    [Fact]
    public async Task Only_specified_properties_are_compared()
    {
        Connect(Platform.Polyv);
        await SnapshotAsync("1.jsonl", First, Second);
        await SnapshotAsync("2.jsonl", First.Replace("one", "1", StringComparison.Ordinal).Replace("60", "51", StringComparison.Ordinal), Second.Replace("\"views\":1", "\"views\":2", StringComparison.Ordinal));

        Assert.Equal(["Changed a State Ready -> Blocked"], await CompareAsync(["1.jsonl"], ["2.jsonl"], ["State"]));
        Assert.Equal(["Changed a Title one -> 1"], await CompareAsync(["1.jsonl"], ["2.jsonl"], null, ["Sta*", "AdditionalData"]));
        Assert.Contains(
            """Changed b AdditionalData {"extra":{"link":"https://h/x?t=1","views":1}} -> {"extra":{"link":"https://h/x?t=1","views":2}}""",
            await CompareAsync(["1.jsonl"], ["2.jsonl"]));
    }

    [Theory]
    [InlineData("Tilte", null)]
    [InlineData(null, "x*")]
    public void Unknown_property_is_an_error(string? property, string? excluded)
    {
        var error = Assert.Throws<ArgumentException>(() => new ComparedProperties(property is null ? null : [property], excluded is null ? null : [excluded]));
        Assert.Contains((property ?? excluded)!, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Videos_are_paired_by_account_and_server_not_by_the_name_of_the_session()
    {
        Store.Close(Connect(Platform.Polyv, "monday"));
        Connect(Platform.Polyv, "monday");
        await SnapshotAsync("1.jsonl", First);
        Store.Close(Store.All[0]);
        Connect(Platform.Polyv, "tuesday");
        await SnapshotAsync("2.jsonl", First.Replace("one", "1", StringComparison.Ordinal));

        Assert.Equal(["Changed a Title one -> 1"], await CompareAsync(["1.jsonl"], ["2.jsonl"]));
    }

    [Theory]
    [InlineData("1.jsonl", "2.jsonl")]
    [InlineData("1.csv", "2.csv")]
    public async Task Inventories_of_other_accounts_are_not_compared_and_one_warning_is_written(string reference, string difference)
    {
        Connect(Platform.Polyv);
        await ExportAsync(reference);
        Store.Close(Store.All[0]);
        Connect(Platform.Chanjing);
        await ExportAsync(difference);

        Assert.Empty(await CompareAsync([reference], [difference]));
        Assert.Contains("no account in common", Assert.Single(Host.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_that_only_one_side_contains_are_not_compared_and_one_warning_is_written()
    {
        Connect(Platform.Polyv);
        Connect(Platform.Chanjing);
        await ExportAsync("1.jsonl");
        Store.Close(Store.Default(Platform.Chanjing));
        Connect(Platform.Qushipin);
        await ExportAsync("2.jsonl");

        Assert.Empty(await CompareAsync(["1.jsonl"], ["2.jsonl"]));
        var warning = Assert.Single(Host.Warnings);
        Assert.Contains("Chanjing sandbox", warning, StringComparison.Ordinal);
        Assert.Contains("Qushipin sandbox", warning, StringComparison.Ordinal);
        Assert.Contains("(120)", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Nothing_is_removed_if_the_platform_failed(int pagesBefore)
    {
        ConnectAll();
        await ExportAsync("1.jsonl");
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 400, Path = ListCallOf(Platform.Chanjing), Skip = pagesBefore, Times = int.MaxValue });
        Sandbox.Chanjing.ShiftList(-1);
        Sandbox.Polyv.ShiftList(-1);
        await ExportAsync("2.jsonl");

        var changes = await CompareAsync(["1.jsonl"], ["2.jsonl"]);

        Assert.StartsWith("Removed", Assert.Single(changes, change => !change.StartsWith("Unknown", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(Platform.Polyv, Host.Written<InventoryChange>().Single(change => change.Change == InventoryChangeKind.Removed).Platform);
        Assert.Equal(pagesBefore == 0 ? 120 : 20, Host.Written<InventoryChange>().Count(change => change.Platform == Platform.Chanjing && change.Change == InventoryChangeKind.Unknown));
        Assert.All(Host.Written<InventoryChange>().Where(change => change.Platform == Platform.Chanjing), change => Assert.Equal(InventoryChangeKind.Unknown, change.Change));
    }

    [Fact]
    public async Task Nothing_is_added_to_an_incomplete_reference()
    {
        Connect(Platform.Polyv);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 400, Skip = 1, Times = 1 });
        Assert.False((await ExportAsync("1.jsonl")).IsComplete);
        await ExportAsync("2.jsonl");

        var changes = await CompareAsync(["1.jsonl"], ["2.jsonl"]);

        Assert.Equal(20, changes.Count);
        Assert.All(changes, change => Assert.StartsWith("Unknown", change, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not JSON", "jsonl")]
    [InlineData("Polyv,x,long", "csv")]
    public async Task Line_that_cannot_be_read_removes_and_adds_nothing(string line, string extension)
    {
        Connect(Platform.Polyv);
        await SnapshotAsync("1.jsonl", First, Second);
        var session = Store.All[0];
        var damaged = PathOf("2." + extension);
        if (extension == "csv")
        {
            await File.WriteAllTextAsync(damaged, $"Platform,Id,Duration,Session\r\nPolyv,a,,{session}\r\n{line},{session}\r\n");
        }
        else
        {
            var lines = await File.ReadAllLinesAsync(PathOf("1.jsonl"));
            lines[2] = line;
            await File.WriteAllLinesAsync(damaged, lines);
        }

        Assert.Equal(["Unknown b   -> "], (await CompareAsync(["1.jsonl"], [damaged])).Where(change => !change.StartsWith("Changed", StringComparison.Ordinal)));
        Assert.Equal(["Unknown b   -> "], (await CompareAsync([damaged], ["1.jsonl"])).Where(change => !change.StartsWith("Changed", StringComparison.Ordinal)));
        Assert.Equal(2, Host.CommandErrors.Count);
        Assert.All(Host.CommandErrors, error => Assert.Equal(("VideoPlatforms.InventoryRecord", damaged), (error.Failure.ErrorId, error.Target)));
        Assert.All(Host.CommandErrors, error => Assert.Contains("line 3", error.Failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Value_that_cannot_be_read_is_reported_and_its_video_is_not_compared()
    {
        Connect(Platform.Polyv);
        await SnapshotAsync("1.jsonl", First, Second);
        await File.WriteAllLinesAsync(PathOf("2.jsonl"), (await File.ReadAllLinesAsync(PathOf("1.jsonl"))).Select(line => line.Replace("\"Id\":\"b\"", "\"Id\":\"b\",\"Duration\":\"long\"", StringComparison.Ordinal)));

        Assert.Empty(await CompareAsync(["1.jsonl"], ["2.jsonl"]));
        Assert.Empty(await CompareAsync(["2.jsonl"], ["1.jsonl"]));
        Assert.Equal(["line 3", "line 3"], Host.CommandErrors.Select(error => error.Failure.Message[error.Failure.Message.IndexOf("line", StringComparison.Ordinal)..][..6]));
        Assert.All(Host.CommandErrors, error => Assert.Equal(PathOf("2.jsonl"), error.Target));
    }

    [Fact]
    public async Task Row_is_compared_as_far_as_it_goes()
    {
        var session = Connect(Platform.Polyv);
        await SnapshotAsync("1.jsonl", First, Second);
        Hashtable[] rows =
        [
            new() { ["Platform"] = "Polyv", ["Id"] = "a", ["Title"] = "1", ["Session"] = $"{session}", ["CreatedAt"] = "05/26/2025 08:00:00" },
            new() { ["Platform"] = "Polyv", ["Id"] = "b", ["Title"] = "two", ["Session"] = $"{session}" },
        ];
        await File.WriteAllTextAsync(PathOf("2.csv"), $"Platform,Id,Title,Session\r\nPolyv,a,1,{session}\r\nPolyv,b,two,{session}\r\n");

        Assert.Equal(["Changed a Title one -> 1"], await CompareAsync(["1.jsonl"], [.. rows]));
        Assert.Equal(["Changed a Title 1 -> one"], await CompareAsync([.. rows], ["1.jsonl"]));
        Assert.Equal(["Changed a Title one -> 1"], await CompareAsync(["1.jsonl"], ["2.csv"]));
        Assert.Equal(["Changed a Title 1 -> one"], await CompareAsync(["2.csv"], ["1.jsonl"]));
    }

    [Fact]
    public async Task Exported_objects_may_be_incomplete()
    {
        Connect(Platform.Polyv);
        await ExportAsync("1.jsonl");
        await ExportAsync("2.jsonl", (await ListAsync(Store.All[0])).Take(100));

        Assert.All(await CompareAsync(["1.jsonl"], ["2.jsonl"]), change => Assert.StartsWith("Unknown", change, StringComparison.Ordinal));
        Assert.Equal(20, Host.Objects.Count);
    }

    [Fact]
    public async Task Without_a_difference_the_platforms_are_listed()
    {
        ConnectAll();
        await ExportAsync("1.jsonl");
        var requests = Sandbox.Requests.Count;
        var (gone, blocked) = (Sandbox.Polyv.Videos[0].Vid, Sandbox.Qushipin.Videos.First(video => video.CensorStatus == "success").VideoId);
        Sandbox.Polyv.ShiftList(-1);
        await ((QushipinClient)Store.Default(Platform.Qushipin).Client).AuditAsync(blocked, new(QushipinAuditStatus.Blocked, "4711"), Host);
        Store.Close(Store.Default(Platform.Chanjing));

        var changes = await CompareAsync(["1.jsonl"], null);

        Assert.Contains($"Removed {gone}   -> ", changes);
        Assert.Contains($"Changed {blocked} CensorStatus success -> fail", changes);
        Assert.All(changes, change => Assert.True(change.Contains(gone, StringComparison.Ordinal) || change.Contains(blocked, StringComparison.Ordinal) || change.StartsWith("Unknown", StringComparison.Ordinal), change));
        Assert.Equal("Chanjing.NotConnected", Assert.Single(Host.Errors).Failure.ErrorId);
        Assert.True(Sandbox.Requests.Count > requests);
    }

    [Fact]
    public async Task Only_the_accounts_of_the_reference_are_listed()
    {
        Connect(Platform.Polyv);
        await ExportAsync("1.jsonl");
        Connect(Platform.Qushipin);

        Assert.Empty(await CompareAsync(["1.jsonl"], null));
        Assert.Empty(Received(ListCallOf(Platform.Qushipin)));
        Assert.Empty(Host.Warnings);
    }

    [Fact]
    public async Task Objects_are_compared_like_files()
    {
        var session = Connect(Platform.Polyv);
        var before = await ListAsync(session);
        var gone = Sandbox.Polyv.Videos[0].Vid;
        Sandbox.Polyv.ShiftList(-1);
        var after = await ListAsync(session);
        await ExportAsync("2.jsonl");

        Assert.Equal([$"Removed {gone}   -> "], await CompareAsync([.. before], [.. after]));
        Assert.Equal([$"Removed {gone}   -> "], await CompareAsync([.. before], ["2.jsonl"]));
        Assert.Equal([$"Removed {gone}   -> "], await CompareAsync([.. before], null));
        Assert.Equal([$"Added {gone}   -> "], await CompareAsync(["2.jsonl"], [.. before]));
    }

    [Fact]
    public async Task Object_that_is_no_video_is_reported()
    {
        Assert.Empty(await CompareAsync([new Hashtable { ["Platform"] = "Vimeo" }], [new Hashtable { ["Platform"] = "Polyv" }]));
        Assert.Equal(["VideoPlatforms.NotAVideo", "VideoPlatforms.NotAVideo"], Host.CommandErrors.Select(error => error.Failure.ErrorId));
    }

    [Fact]
    public async Task Video_that_one_side_contains_twice_is_compared_once()
    {
        Connect(Platform.Polyv);
        await SnapshotAsync("1.jsonl", First, Second);
        await SnapshotAsync("2.jsonl", First.Replace("one", "1", StringComparison.Ordinal), Second, Third);

        Assert.Equal(
            ["Changed a Title one -> 1", "Added c   -> "],
            await CompareAsync(["1.jsonl", "1.jsonl"], ["2.jsonl", "2.jsonl"]));
    }

    [Fact]
    public async Task Videos_without_an_id_are_announced_by_a_warning()
    {
        Connect(Platform.Polyv);
        await SnapshotAsync("1.jsonl", """{"title":"x"}""");
        await SnapshotAsync("2.jsonl", """{"title":"y"}""", """{"title":"z"}""");

        Assert.Empty(await CompareAsync(["1.jsonl"], ["2.jsonl"]));
        Assert.Contains("3 videos", Assert.Single(Host.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_file_ends_the_comparison_before_a_change_is_written()
    {
        Connect(Platform.Polyv);
        await ExportAsync("1.jsonl");
        var lines = await File.ReadAllLinesAsync(PathOf("1.jsonl"));
        await File.WriteAllLinesAsync(PathOf("2.jsonl"), lines[..^1]);

        var error = await Assert.ThrowsAsync<CommandException>(() => CompareAsync(["1.jsonl"], ["2.jsonl"]));
        Assert.Equal("VideoPlatforms.InventoryTruncated", error.ErrorId);
        error = await Assert.ThrowsAsync<CommandException>(() => CompareAsync(["2.jsonl"], ["1.jsonl"]));
        Assert.Equal("VideoPlatforms.InventoryTruncated", error.ErrorId);
        Assert.Empty(Host.Objects);
    }

    [Fact]
    public async Task Properties_in_another_order_or_notation_are_equal()
    {
        Connect(Platform.Polyv);
        await SnapshotAsync("1.jsonl", First);
        var lines = await File.ReadAllLinesAsync(PathOf("1.jsonl"));
        lines[1] = "{ \"Id\" : \"\\u0061\", " + lines[1].Replace("\"Id\":\"a\",", "", StringComparison.Ordinal)[1..].Replace("one", "\\u006fne", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(PathOf("2.jsonl"), lines);

        Assert.Empty(await CompareAsync(["1.jsonl"], ["2.jsonl"]));
    }

    private Task<InventoryFile> SnapshotAsync(string name, params string[] videos)
    {
        Response(ListCallOf(Platform.Polyv), $$$"""{"code":200,"status":"success","data":{"totalItems":{{{videos.Length}}},"contents":[{{{string.Join(',', videos)}}}]}}""");
        return ExportAsync(name);
    }

    private async Task<List<string>> CompareAsync(object[] reference, object[]? difference, string[]? property = null, string[]? exclude = null)
    {
        Host.Objects.Clear();
        using var comparer = new InventoryComparer(new(property, exclude));
        await comparer.ReadReferenceAsync(reference.SelectMany(Read), Host, None);
        if (difference is null)
        {
            await comparer.CompareAsync(Store, Host, None);
        }
        else
        {
            await comparer.CompareAsync(difference.SelectMany(Read), Host, None);
        }

        await comparer.EndAsync(Host, None);
        return [.. Host.Written<InventoryChange>().Select(change => $"{change.Change} {change.Id} {change.Property} {change.OldValue} -> {change.NewValue}")];

        IEnumerable<ComparisonInput> Read(object item) => ComparisonInput.Read(item, name => [PathOf(name)]);
    }
}
