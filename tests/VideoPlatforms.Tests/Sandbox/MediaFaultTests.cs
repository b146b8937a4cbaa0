using System.Globalization;
using System.Net;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Sandbox;

public sealed class MediaFaultTests : MediaTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    public async Task Connection_is_closed_after_the_specified_number_of_bytes(int bytes)
    {
        AddFault(FaultKind.TruncateResponse, fault => fault.After = bytes);

        using var response = await GetAsync(Video);
        Assert.Equal(Sandbox.Media.GetLength(Video), response.Content.Headers.ContentLength);
        Assert.Equal(Expected(Video, 0, bytes), await ReadBrokenAsync(response));
        Assert.Equal(bytes, MediaRequests[0].BytesSent);
    }

    [Fact]
    public async Task Connection_is_closed_before_the_first_byte()
    {
        AddFault(FaultKind.TruncateResponse, fault => fault.After = 0);

        await Assert.ThrowsAsync<HttpRequestException>(async () => await (await GetAsync(Video)).Content.ReadAsByteArrayAsync());

        Assert.Equal(0, MediaRequests[0].BytesSent);
    }

    [Fact]
    public async Task Half_of_a_part_is_sent_by_default()
    {
        AddFault(FaultKind.TruncateResponse);

        using var response = await GetAsync(Video, ("Range", "bytes=100-1099"));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(Expected(Video, 100, 500), await ReadBrokenAsync(response));
    }

    [Fact]
    public async Task Fault_can_begin_after_the_first_requests()
    {
        AddFault(FaultKind.Status, fault => (fault.Skip, fault.Times, fault.Status) = (1, 1, 404));

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            using var response = await GetAsync(Video);
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK], statuses);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(416)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Any_status_can_be_returned(int status)
    {
        AddFault(FaultKind.Status, fault => (fault.Status, fault.RetryAfter) = (status, "7"));

        using var get = await GetAsync(Video);
        using var head = await SendAsync(HttpMethod.Head, Video);

        Assert.Equal(status, (int)get.StatusCode);
        Assert.Equal(status, (int)head.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), get.Headers.RetryAfter?.Delta);
        Assert.All(MediaRequests, request => Assert.Equal(status, request.Status));
    }

    [Fact]
    public async Task Range_can_be_ignored()
    {
        AddFault(FaultKind.IgnoreRange);

        await ExpectWholeAsync(Video, await GetAsync(Video, ("Range", "bytes=100-"), ("If-Range", Sandbox.Media.GetETag(Video))));
    }

    [Theory]
    [InlineData(7, 107)]
    [InlineData(-7, 93)]
    [InlineData(-1000, 0)]
    public async Task Another_part_than_the_requested_one_can_be_sent(int difference, int offset)
    {
        AddFault(FaultKind.WrongRange, fault => fault.Count = difference);

        using var response = await GetAsync(Video, ("Range", "bytes=100-199"));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(offset, response.Content.Headers.ContentRange!.From);
        Assert.Equal(Expected(Video, offset, 100), await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Header_can_be_replaced()
    {
        AddFault(FaultKind.None, fault => fault.Headers = new Dictionary<string, string> { ["Content-Range"] = "bytes 0-99/5" });

        using var response = await GetAsync(Video, ("Range", "bytes=100-199"));

        Assert.Equal("bytes 0-99/5", response.Content.Headers.GetValues("Content-Range").Single());
        Assert.Equal(Expected(Video, 100, 100), await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Content_type_can_be_wrong()
    {
        AddFault(FaultKind.None, fault => fault.ContentType = "text/plain");

        using var response = await GetAsync(Video);

        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        await ExpectWholeAsync(Video, response);
    }

    [Fact]
    public async Task Web_page_can_be_sent_in_place_of_a_file()
    {
        AddFault(FaultKind.Html);

        using var response = await GetAsync(Video);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<!DOCTYPE html>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_can_change_before_a_request()
    {
        var tag = Sandbox.Media.GetETag(Video);
        var before = Expected(Video, 0, 1000);
        AddFault(FaultKind.ChangeMedia, fault => (fault.Skip, fault.Times) = (1, 1));

        using var first = await GetAsync(Video, ("Range", "bytes=0-999"));
        using var second = await GetAsync(Video, ("Range", "bytes=1000-"), ("If-Range", tag));
        using var third = await GetAsync(Video, ("Range", "bytes=1000-1099"), ("If-Range", second.Headers.ETag!.ToString()));

        Assert.Equal(before, await first.Content.ReadAsByteArrayAsync());
        Assert.NotEqual(tag, second.Headers.ETag.ToString());
        await ExpectWholeAsync(Video, second);
        Assert.Equal(Expected(Video, 1000, 100), await third.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rate_can_be_limited(bool byFault)
    {
        const int Rate = 20_000;
        const int Bytes = 10_000;
        if (byFault)
        {
            AddFault(FaultKind.SlowBody, fault => fault.BytesPerSecond = Rate);
        }
        else
        {
            Sandbox.Media.BytesPerSecond = Rate;
        }

        var started = TimeProvider.System.GetTimestamp();
        await ExpectPartAsync(Sound, string.Create(CultureInfo.InvariantCulture, $"0-{Bytes - 1}"), 0, Bytes);

        // The pause after the last piece is not visible to the client.
        Assert.True(TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(0.4));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3000, 3000)]
    public async Task Server_can_stop_sending(int bytes, int sent)
    {
        AddFault(FaultKind.StalledBody, fault => fault.After = bytes);

        var response = await GetAsync(Video);
        var received = new byte[sent];
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(received);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => body.ReadExactlyAsync(new byte[1], soon.Token).AsTask());

        Assert.Equal(Expected(Video, 0, sent), received);
        Assert.Equal(1, Sandbox.ActiveRequests);

        // The server ends the request when the client disconnects.
        response.Dispose();
        Assert.True(SpinWait.SpinUntil(() => Sandbox.ActiveRequests == 0, Patience));
    }

    [Fact]
    public async Task Server_can_stop_sending_for_a_time()
    {
        AddFault(FaultKind.StalledBody, fault => (fault.After, fault.Delay) = (3000, TimeSpan.FromMilliseconds(20)));

        using var response = await GetAsync(Video);

        Assert.Equal(Expected(Video, 0, 3000), await ReadBrokenAsync(response));
    }

    [Fact]
    public async Task Content_length_can_be_too_large()
    {
        AddFault(FaultKind.WrongLength, fault => fault.Count = 10);

        using var response = await GetAsync(Video);

        Assert.Equal(Sandbox.Media.GetLength(Video) + 10, response.Content.Headers.ContentLength);
        Assert.Equal(Expected(Video), await ReadBrokenAsync(response));
    }

    [Fact]
    public async Task Content_length_can_be_too_small()
    {
        AddFault(FaultKind.WrongLength, fault => fault.Count = -10);
        var length = (int)Sandbox.Media.GetLength(Video);

        using var response = await GetAsync(Video);

        Assert.Equal(length - 10, response.Content.Headers.ContentLength);
        Assert.Equal(Expected(Video, 0, length - 10), await response.Content.ReadAsByteArrayAsync());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(length, MediaRequests[0].BytesSent);
        }
    }

    [Fact]
    public async Task Length_can_be_missing()
    {
        Sandbox.Media.Chunked = true;

        using var response = await GetAsync(Video);

        Assert.Null(response.Content.Headers.ContentLength);
        Assert.True(response.Headers.TransferEncodingChunked);
        Assert.Equal(Expected(Video), await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Part_can_be_sent_without_its_length()
    {
        Sandbox.Media.Chunked = true;

        using var response = await GetAsync(Video, ("Range", "bytes=100-199"));

        Assert.Null(response.Content.Headers.ContentLength);
        Assert.Equal(Sandbox.Media.GetLength(Video), response.Content.Headers.ContentRange!.Length);
        Assert.Equal(Expected(Video, 100, 100), await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Cut_response_without_a_length_is_an_error_only_on_windows()
    {
        Sandbox.Media.Chunked = true;
        AddFault(FaultKind.TruncateResponse, fault => fault.After = 4000);

        using var response = await GetAsync(Video);

        var received = OperatingSystem.IsWindows() ? await ReadBrokenAsync(response) : await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(Expected(Video, 0, 4000), received);
    }

    [Fact]
    public async Task Requests_can_be_redirected_to_another_host()
    {
        Sandbox.Media.RedirectToOtherHost = true;
        Sandbox.Media.AddressLifetime = TimeSpan.FromHours(1);

        foreach (var address in new[] { Video, Sandbox.DigitalPerson.Videos.First(work => work.WorksUrl is not null).WorksUrl! })
        {
            using var redirect = await GetAsync(Sandbox.Media.GetAddress(address));
            Assert.Equal(HttpStatusCode.Redirect, redirect.StatusCode);
            var target = redirect.Headers.Location!;
            Assert.NotEqual(new Uri(address).Host, target.Host);
            Assert.NotEqual(new Uri(address).Port, target.Port);

            using var response = await GetAsync(target.AbsoluteUri);
            await ExpectWholeAsync(address, response);
        }

        Assert.Equal(Sandbox.Media.GetOtherRootUri().Authority, MediaRequests[^1].Headers["Host"]);
    }

    [Fact]
    public async Task Redirects_can_be_endless()
    {
        AddFault(FaultKind.Redirect, fault => fault.Location = new Uri(Video).AbsolutePath);
        var address = new Uri(Cover);
        for (var i = 0; i < 10; i++)
        {
            using var response = await GetAsync(address.AbsoluteUri);
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            address = new(address, response.Headers.Location!);
        }

        Assert.Equal(Video, address.AbsoluteUri);
    }

    [Fact]
    public async Task Media_settings_are_reset()
    {
        Sandbox.Media.Chunked = true;
        Sandbox.Media.AcceptRanges = false;
        Sandbox.Media.MediaLength = 6000;
        Sandbox.Media.RedirectToOtherHost = true;
        Sandbox.Media.AddressLifetime = TimeSpan.FromHours(1);
        var tag = Sandbox.Media.GetETag(Cover);
        Sandbox.Media.Change(Cover);

        Sandbox.Reset();

        Assert.Equal(tag, Sandbox.Media.GetETag(Cover));
        await ExpectPartAsync(Video, "10-19", 10, 10);
    }

    [Fact]
    public async Task Log_contains_what_the_client_sent()
    {
        using var response = await GetAsync(Video + "?a=1", ("Cookie", "a=b"), ("X-Test", "c"), ("Range", "bytes=0-9"));
        await response.Content.ReadAsByteArrayAsync();

        var request = Assert.Single(MediaRequests);
        Assert.Equal(("Media", "media", "GET", 206), (request.Platform, request.Call, request.Method, request.Status));
        Assert.Equal(new Uri(Video).AbsolutePath, request.Path);
        Assert.Equal("1", request.Parameters["a"]);
        Assert.Equal(("***", "c", "bytes=0-9"), (request.Headers["Cookie"], request.Headers["X-Test"], request.Headers["Range"]));
        Assert.Equal(10, request.BytesSent);
    }
}
