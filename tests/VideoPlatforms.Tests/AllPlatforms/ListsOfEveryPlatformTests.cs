using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.AllPlatforms;

/// <summary>Faults of a list, for every platform.</summary>
public sealed class ListsOfEveryPlatformTests : PlatformTest
{
    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task List_is_complete_and_in_order_with_any_page_size(Platform platform)
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
    public async Task Requested_part_and_total_are_returned(Platform platform)
    {
        var videos = await ReadAnyAsync(ClientOf(platform), new() { PageSize = 10, Skip = 33, First = 25, IncludeTotalCount = true });

        Assert.Equal(IdsOf(platform).Skip(33).Take(25), videos.Select(video => video.Id));
        Assert.Equal((300L, 0), Assert.Single(Host.Totals));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Success_without_a_list_is_an_unexpected_response(Platform platform)
    {
        foreach (var data in new[] { "null", "\"\"", "[]", "7" })
        {
            Response(ListCallOf(platform), PlatformSamples.Of(platform).Response(data));

            var failure = await FailureOf(() => ReadAnyAsync(ClientOf(platform)));

            Assert.Equal($"{platform}.UnexpectedResponse", failure.ErrorId);
            Assert.Equal(PlatformErrorCategory.InvalidData, failure.Category);
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task List_with_invalid_items_is_an_unexpected_response(Platform platform)
    {
        foreach (var items in new[] { "[1]", "[\"a\"]", "\"a\"", "{}", "[[]]" })
        {
            Response(ListCallOf(platform), PlatformSamples.Of(platform).Page(items, total: 1));

            var failure = await FailureOf(() => ReadAnyAsync(ClientOf(platform)));

            Assert.Equal($"{platform}.UnexpectedResponse", failure.ErrorId);
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Empty_list_returns_no_items(Platform platform)
    {
        foreach (var items in new[] { "[]", "null", "[null]" })
        {
            Response(ListCallOf(platform), PlatformSamples.Of(platform).Page(items, total: 0));

            Assert.Empty(await ReadAnyAsync(ClientOf(platform)));
        }

        Assert.Empty(Host.Warnings);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Repeated_page_ends_the_list_with_an_error(Platform platform)
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
    public async Task Single_repeated_page_writes_a_warning(Platform platform)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.RepeatFirstPage, Path = ListCallOf(platform), Skip = 3 });

        var videos = await ReadAnyAsync(ClientOf(platform), new() { PageSize = 50, ThrottleLimit = 1 });

        Assert.Equal(videos.Select(video => video.Id).Distinct(), videos.Select(video => video.Id));
        Assert.Equal(250, videos.Count);
        Assert.Single(Host.Warnings);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Shrinking_list_returns_all_remaining_items(Platform platform)
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
    public async Task Growing_list_returns_no_duplicates(Platform platform)
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
    public async Task Total_that_drops_to_0_ends_the_list_with_an_error_that_contains_Skip(Platform platform)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.ShiftList, Path = ListCallOf(platform), Count = -300, Skip = 1 });

        var failure = await FailureOf(() => ReadAnyAsync(ClientOf(platform), new() { PageSize = 50, ThrottleLimit = 1 }));

        Assert.Equal($"{platform}.UnexpectedResponse", failure.ErrorId);
        Assert.Contains("-Skip 50", failure.Message, StringComparison.Ordinal);
        Assert.Equal(50, Host.Written<PlatformVideo>().Count());
        Assert.InRange(Sandbox.Requests.Count - (PlatformSamples.Of(platform).TokenCall is null ? 0 : 1), 2, 3);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Items_before_a_failed_page_are_returned(Platform platform)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Path = ListCallOf(platform), Skip = 2, Times = int.MaxValue });

        var failure = await FailureOf(() => ReadAnyAsync(ClientOf(platform), new() { PageSize = 50, ThrottleLimit = 1 }));

        Assert.Equal($"{platform}.UnexpectedResponse", failure.ErrorId);
        Assert.Equal(IdsOf(platform).Take(100), Host.Written<PlatformVideo>().Select(video => video.Id));
        Assert.Contains("-Skip 100", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task List_with_random_network_errors_is_complete(Platform platform)
    {
        Sandbox.Faults.AddRandom(platform.GetHashCode() + 11, 0.25, FaultKind.Status, FaultKind.TruncateResponse, FaultKind.DropConnection, FaultKind.DropAfterHandling);

        var videos = await ReadAnyAsync(ClientOf(platform, options => options.MaximumRetryCount = 20), new() { PageSize = 20 });

        Assert.Equal(IdsOf(platform), videos.Select(video => video.Id));
        Assert.NotEqual(0, Sandbox.Faults.Fired);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Item_without_fields_has_default_values(Platform platform)
    {
        Response(ListCallOf(platform), PlatformSamples.Of(platform).Page("[{}]", total: 1));

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
}
