using System.Net;
using System.Net.Sockets;
using VideoPlatforms.AllPlatforms.Archive;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Downloads;

public sealed class LinkCheckTests : SaveTest
{
    private IEnumerable<LinkCheck> Checks => Host.Objects.OfType<LinkCheck>();

    [Fact]
    public async Task Addresses_of_all_platforms_are_checked_with_one_byte_each()
    {
        var videos = await VideosAsync();

        await CheckAsync(videos);

        Assert.Equal(
            videos.SelectMany(video => new[] { (video.Platform, video.Id, LinkKind.Url, video.Video!.Url), (video.Platform, video.Id, LinkKind.CoverUrl, video.Video.CoverUrl) }).OrderBy(row => $"{row}"),
            Checks.Select(check => ((Platform?)check.Platform, check.Id, check.Kind, check.Address)).OrderBy(row => $"{row}"));
        Assert.All(Checks, check => Assert.Equal(check.Address is null ? LinkStatus.Missing : LinkStatus.Alive, check.Status));
        Assert.All(Checks.Where(check => check.Address is not null), check =>
        {
            Assert.Equal((206, Sandbox.Media.GetLength(check.Address!)), (check.HttpStatus, check.Length));
            Assert.NotNull(check.Elapsed);
            Assert.NotNull(check.ContentType);
            Assert.NotNull(check.Session);
        });
        Assert.All(MediaRequests, request => Assert.Equal((1L, "bytes=0-0"), (request.BytesSent, request.Headers["Range"])));
        Assert.Equal(Checks.Count(check => check.Address is not null), MediaRequests.Count);
    }

    [Theory]
    [InlineData(401, LinkStatus.Forbidden)]
    [InlineData(403, LinkStatus.Forbidden)]
    [InlineData(404, LinkStatus.Dead)]
    [InlineData(410, LinkStatus.Dead)]
    [InlineData(429, LinkStatus.Unreachable)]
    [InlineData(500, LinkStatus.Unreachable)]
    [InlineData(400, LinkStatus.Unreachable)]
    public async Task Status_of_the_response_determines_the_result_without_a_retry(int status, LinkStatus expected)
    {
        var video = (await VideosWithFilesAsync(Platform.Qushipin))[0];
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = status, Path = ".mp4", Times = int.MaxValue });

        await CheckAsync([video]);

        var check = Checks.Single(check => check.Kind == LinkKind.Url);
        Assert.Equal((expected, status), (check.Status, check.HttpStatus));
        Assert.Equal(2, MediaRequests.Count);
    }

    [Fact]
    public async Task Removed_file_is_dead_and_expired_address_is_forbidden()
    {
        Sandbox.Media.AddressLifetime = TimeSpan.FromHours(1);
        var expired = (await VideosWithFilesAsync(Platform.Qushipin))[0];
        Sandbox.Media.ExpireAddresses();
        var removed = (await VideosWithFilesAsync(Platform.Qushipin))[1];
        Sandbox.Media.Remove(removed.Video!.Url!);

        await CheckAsync([expired, removed]);

        Assert.Equal(LinkStatus.Forbidden, Checks.Single(check => check.Id == expired.Id && check.Kind == LinkKind.Url).Status);
        Assert.Equal(LinkStatus.Dead, Checks.Single(check => check.Id == removed.Id && check.Kind == LinkKind.Url).Status);
        Assert.All(Host.Lines, line => Assert.DoesNotContain("sign=", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Server_that_does_not_respond_is_unreachable()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        using var silent = new FileServer { Serve = (_, _) => new([]) { IsSilent = true } };

        await CheckAsync(
            [Row("1", $"http://127.0.0.1:{port}/a.mp4"), Row("2", silent.UrlOf("/a.mp4")), Row("3", "http://"), Row("4", "http://name.invalid/a.mp4")],
            TimeSpan.FromMilliseconds(500));

        Assert.All(Checks.Where(check => check.Kind == LinkKind.Url), check => Assert.Equal((LinkStatus.Unreachable, null), (check.Status, check.HttpStatus)));
        Assert.Empty(Host.Errors);
    }

    [Fact]
    public async Task Server_without_ranges_is_alive_and_the_file_is_not_transferred()
    {
        using var server = new FileServer { Serve = (_, _) => new(new byte[20_000_000]) { AcceptsRanges = false, Step = 10_000 } };

        await CheckAsync([Row("1", server.UrlOf("/a.mp4"))]);

        var check = Checks.Single(check => check.Kind == LinkKind.Url);
        Assert.Equal((LinkStatus.Alive, 200, 20_000_000L), (check.Status, check.HttpStatus, check.Length));
        Assert.InRange(server.BytesSent, 0, 15_000_000);
    }

    [Fact]
    public async Task Thousand_addresses_are_checked_with_at_most_four_requests_to_a_host_at_the_same_time()
    {
        var running = 0;
        var most = 0;
        using var server = new FileServer();
        server.Serve = (request, _) => request.Path.Split('/')[1] switch
        {
            "alive" => new([1])
            {
                Before = async () =>
                {
                    most = Math.Max(most, Interlocked.Increment(ref running));
                    await Task.Delay(2);
                    Interlocked.Decrement(ref running);
                },
            },
            "forbidden" => new([]) { Status = 403 },
            _ => new([]) { Status = 404 },
        };
        string[] kinds = ["alive", "forbidden", "dead", "missing"];
        var videos = Enumerable.Range(0, 1000).Select(number => kinds[number % 4] is var kind && kind == "missing" ? Row(("Platform", "Qushipin"), ("Id", $"{number}")) : Row($"{number}", server.UrlOf($"/{kind}/{number}.mp4")));

        await CheckAsync(videos);

        var checks = Checks.Where(check => check.Kind == LinkKind.Url).ToList();
        Assert.Equal(1000, checks.Count);
        Assert.All(checks, check => Assert.Equal(kinds[int.Parse(check.Id!, System.Globalization.CultureInfo.InvariantCulture) % 4], $"{check.Status}".ToLowerInvariant()));
        Assert.Equal(750, server.Received.Count);
        Assert.Equal(250, server.BytesSent);
        Assert.InRange(most, 2, 4);
    }

    [Fact]
    public async Task Object_that_names_no_video_is_an_error_and_the_others_are_checked()
    {
        await CheckAsync([Row(("Platform", "unknown"), ("Id", "1")), Row(("Platform", "Polyv"), ("Id", "1"))]);

        Assert.Equal("VideoPlatforms.NotAVideo", Assert.Single(Host.CommandErrors).Failure.ErrorId);
        Assert.Equal(2, Checks.Count());
    }

    private async Task CheckAsync(IEnumerable<VideoReference> videos, TimeSpan? timeout = null)
    {
        await using var checker = new LinkChecker(16, default, timeout);
        foreach (var video in videos)
        {
            await checker.AddAsync([video], Host, default).WaitAsync(TimeSpan.FromSeconds(60));
        }

        await checker.CompleteAsync(Host, default).WaitAsync(TimeSpan.FromSeconds(60));
    }
}
