using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.AllPlatforms;

/// <summary>What may go wrong with a list, for every platform alike.</summary>
public sealed class ListsOfEveryPlatformTests : PlatformTest
{
    public static TheoryData<Platform> Platforms => [.. Enum.GetValues<Platform>()];

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task It_is_whole_and_in_order_whatever_the_page_size(Platform platform)
    {
        foreach (var (size, throttle) in new[] { (1000, 1), (100, 4), (77, 8), (30, 1) })
        {
            var videos = await ReadAnyAsync(ClientOf(platform), new() { PageSize = size, ThrottleLimit = throttle });

            Assert.Equal(IdsOf(platform), videos.Select(video => video.Id));
            Assert.All(videos, video => Assert.Equal(platform, video.Platform));
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_part_is_cut_out_and_the_total_told(Platform platform)
    {
        var videos = await ReadAnyAsync(ClientOf(platform), new() { PageSize = 10, Skip = 33, First = 25, IncludeTotalCount = true });

        Assert.Equal(IdsOf(platform).Skip(33).Take(25), videos.Select(video => video.Id));
        Assert.Equal((300L, 0), Assert.Single(Host.Totals));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_success_without_a_list_is_a_failure(Platform platform)
    {
        foreach (var data in new[] { "null", "\"\"", "[]", "7" })
        {
            Response(ListCallOf(platform), Success(platform, data));

            var failure = await FailureOf(() => ReadAnyAsync(ClientOf(platform)));

            Assert.Equal($"{platform}.UnexpectedResponse", failure.ErrorId);
            Assert.Equal(PlatformErrorCategory.InvalidData, failure.Category);
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_list_of_other_things_is_a_failure(Platform platform)
    {
        foreach (var items in new[] { "[1]", "[\"a\"]", "\"a\"", "{}", "[[]]" })
        {
            Response(ListCallOf(platform), Success(platform, Data(platform, items, 1)));

            var failure = await FailureOf(() => ReadAnyAsync(ClientOf(platform)));

            Assert.Equal($"{platform}.UnexpectedResponse", failure.ErrorId);
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task An_empty_list_is_empty(Platform platform)
    {
        foreach (var items in new[] { "[]", "null", "[null]" })
        {
            Response(ListCallOf(platform), Success(platform, Data(platform, items, 0)));

            Assert.Empty(await ReadAnyAsync(ClientOf(platform)));
        }

        Assert.Empty(Host.Warnings);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_page_that_repeats_ends_in_a_failure_and_not_in_a_loop(Platform platform)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.RepeatFirstPage, Path = ListCallOf(platform), Times = int.MaxValue });

        var failure = await FailureOf(() => ReadAnyAsync(ClientOf(platform), new() { PageSize = 10 }));

        Assert.Equal($"{platform}.UnexpectedResponse", failure.ErrorId);
        Assert.Contains("consecutive pages contain the same items", failure.Message, StringComparison.Ordinal);
        Assert.Equal(IdsOf(platform).Take(10), Host.Written<PlatformVideo>().Select(video => video.Id));
        Assert.InRange(Sandbox.Requests.Count, 2, 20);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task One_page_that_repeats_costs_a_warning_and_nothing_else(Platform platform)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.RepeatFirstPage, Path = ListCallOf(platform), Skip = 3 });

        var videos = await ReadAnyAsync(ClientOf(platform), new() { PageSize = 50, ThrottleLimit = 1 });

        Assert.Equal(videos.Select(video => video.Id).Distinct(), videos.Select(video => video.Id));
        Assert.Equal(250, videos.Count);
        Assert.Single(Host.Warnings);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_list_that_shrinks_while_it_is_read_loses_none_that_stayed(Platform platform)
    {
        var client = ClientOf(platform);
        Sandbox.Faults.Add(new() { Kind = FaultKind.ShiftList, Path = ListCallOf(platform), Count = -35, Skip = 3 });

        var videos = await ReadAnyAsync(client, new() { PageSize = 20, ThrottleLimit = 3 });

        var ids = videos.Select(video => video.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(265, IdsOf(platform).Count);
        Assert.Empty(IdsOf(platform).Except(ids));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_list_that_grows_while_it_is_read_doubles_none(Platform platform)
    {
        var before = IdsOf(platform);
        Sandbox.Faults.Add(new() { Kind = FaultKind.ShiftList, Path = ListCallOf(platform), Count = 25, Skip = 2 });

        var videos = await ReadAnyAsync(ClientOf(platform), new() { PageSize = 20, ThrottleLimit = 3 });

        var ids = videos.Select(video => video.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Empty(before.Except(ids));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Total_that_falls_to_nothing_ends_the_list_with_an_error_that_names_Skip(Platform platform)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.ShiftList, Path = ListCallOf(platform), Count = -300, Skip = 1 });

        var failure = await FailureOf(() => ReadAnyAsync(ClientOf(platform), new() { PageSize = 50, ThrottleLimit = 1 }));

        Assert.Equal($"{platform}.UnexpectedResponse", failure.ErrorId);
        Assert.Contains("-Skip 50", failure.Message, StringComparison.Ordinal);
        Assert.Equal(50, Host.Written<PlatformVideo>().Count());
        Assert.InRange(Sandbox.Requests.Count - (platform is Platform.Chanjing or Platform.Qushipin ? 1 : 0), 2, 3);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task What_comes_before_a_page_that_fails_stays(Platform platform)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Path = ListCallOf(platform), Skip = 2, Times = int.MaxValue });

        var failure = await FailureOf(() => ReadAnyAsync(ClientOf(platform), new() { PageSize = 50, ThrottleLimit = 1 }));

        Assert.Equal($"{platform}.UnexpectedResponse", failure.ErrorId);
        Assert.Equal(IdsOf(platform).Take(100), Host.Written<PlatformVideo>().Select(video => video.Id));
        Assert.Contains("-Skip 100", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task The_network_may_fail_now_and_then(Platform platform)
    {
        Sandbox.Faults.AddRandom(platform.GetHashCode() + 11, 0.25, FaultKind.Status, FaultKind.CutAnswer, FaultKind.DropConnection, FaultKind.DropAfterHandling);

        var videos = await ReadAnyAsync(ClientOf(platform, options => options.MaximumRetryCount = 20), new() { PageSize = 20 });

        Assert.Equal(IdsOf(platform), videos.Select(video => video.Id));
        Assert.NotEqual(0, Sandbox.Faults.Fired);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Every_column_may_be_missing(Platform platform)
    {
        Response(ListCallOf(platform), Success(platform, Data(platform, "[{}]", 1)));

        var video = Assert.Single(await ReadAnyAsync(ClientOf(platform)));

        foreach (var property in video.GetType().GetProperties())
        {
            var value = property.GetValue(video);
            Assert.True(
                property.Name == nameof(PlatformVideo.Platform) ? Equals(platform, value)
                : property.Name == nameof(PlatformVideo.State) ? Equals(VideoState.Unknown, value)
                : value is null or TextList { Count: 0 },
                $"{property.Name}: {value}");
        }

        Assert.Equal($"{platform} ", video.ToString());
    }

    private static string Success(Platform platform, string data) => platform switch
    {
        Platform.Chanjing => $$"""{"trace_id":"t","code":0,"msg":"","data":{{data}}}""",
        Platform.Qushipin => $$"""{"result":"true","requestId":"r","message":"","code":"200","data":{{data}}}""",
        Platform.DigitalPerson => $$"""{"code":200,"data":{{data}},"requestId":"r","resultMsg":"执行成功"}""",
        _ => $$"""{"code":200,"status":"success","message":"","data":{{data}}}""",
    };

    private static string Data(Platform platform, string items, int total) => platform switch
    {
        Platform.Chanjing => $$$"""{"List":{{{items}}},"PageInfo":{"page":1,"size":1000,"total_count":{{{total}}},"total_page":1}}""",
        Platform.Qushipin => $$"""{"total":"{{total}}","videoList":{{items}}}""",
        Platform.DigitalPerson => $$$"""{"content":{{{items}}},"pageable":{"pageNumber":0,"pageSize":1000},"totalElements":{{{total}}}}""",
        _ => $$"""{"pageSize":1000,"pageNumber":1,"totalItems":{{total}},"contents":{{items}}}""",
    };
}
