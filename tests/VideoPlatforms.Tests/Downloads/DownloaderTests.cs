using System.Diagnostics;
using VideoPlatforms.Clients.Downloads.Transfer;

namespace VideoPlatforms.Tests.Downloads;

public sealed class DownloaderTests : DownloadTest
{
    private const int Length = 300_000;

    private readonly byte[] _bytes = FileServer.RandomBytes(Length);

    [Fact]
    public async Task File_is_saved_with_its_length_hash_and_content_type()
    {
        Server.Serve = (_, _) => new(_bytes);

        var file = await DownloadAsync();

        Assert.Equal(new(Target, Length, Sha256(_bytes), "video/mp4", false), file);
        Assert.Equal(_bytes, await File.ReadAllBytesAsync(Target));
        Assert.Equal(["video.mp4"], Names());
    }

    [Fact]
    public async Task Request_contains_no_credentials_cookies_or_session_headers()
    {
        Server.Serve = (_, _) => new ServedFile(_bytes).With("Set-Cookie", "a=b");

        await DownloadAsync();
        File.Delete(Target);
        await DownloadAsync();

        Assert.Equal(2, Server.Received.Count);
        Assert.All(Server.Received, request => Assert.Equal(["Accept", "Accept-Encoding", "Host", "Range", "User-Agent"], request.Headers.Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Address_is_logged_without_its_query()
    {
        Server.Serve = (_, _) => new(_bytes);

        await DownloadAsync();

        Assert.Contains(Host.VerboseLines, line => line.Contains("/a/video.mp4 206", StringComparison.Ordinal));
        Assert.All(Host.Lines, line => Assert.DoesNotContain("signature", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ETag", "\"v1\"")]
    [InlineData("Last-Modified", "Sat, 21 Nov 2020 10:00:00 GMT")]
    public async Task Interrupted_transfer_is_resumed_under_a_strong_validator(string header, string validator)
    {
        Server.Serve = (_, before) => new ServedFile(_bytes) { CutAfter = before < 3 ? 70_000 : null }.With("ETag", null).With(header, validator);

        var file = await DownloadAsync();

        Assert.Equal(Sha256(_bytes), file.Sha256);
        Assert.Equal(_bytes, await File.ReadAllBytesAsync(Target));
        Assert.Equal(Length, Server.BytesSent);
        Assert.Equal([0, 70_000, 140_000, 210_000], Server.Received.Select(request => request.FirstByte));
        Assert.All(Server.Received.Skip(1), request => Assert.Equal(validator, request.Headers["If-Range"]));
        Assert.Equal(3, Host.Waits.Count);
    }

    [Theory]
    [InlineData("ETag", "W/\"v1\"")]
    [InlineData("Last-Modified", "now")]
    [InlineData("X-None", "1")]
    public async Task Interrupted_transfer_without_a_strong_validator_starts_again(string header, string value)
    {
        // A time that is not older than the response may change again within the same second.
        var validator = value == "now" ? DateTime.UtcNow.ToString("R") : value;
        Server.Serve = (_, before) => new ServedFile(_bytes) { CutAfter = before == 0 ? 70_000 : null }.With("ETag", null).With(header, validator);

        var file = await DownloadAsync();

        Assert.Equal(Sha256(_bytes), file.Sha256);
        Assert.Equal([0, 0], Server.Received.Select(request => request.FirstByte));
        Assert.Equal(70_000 + Length, Server.BytesSent);
    }

    [Fact]
    public async Task File_that_changes_during_the_transfer_starts_again()
    {
        var changed = FileServer.RandomBytes(Length, seed: 2);
        Server.Serve = (_, before) => before == 0
            ? new ServedFile(_bytes) { CutAfter = 70_000 }
            : new ServedFile(changed).With("ETag", "\"2\"");

        var file = await DownloadAsync();

        Assert.Equal(Sha256(changed), file.Sha256);
        Assert.Equal(changed, await File.ReadAllBytesAsync(Target));
        Assert.Equal(2, Server.Received.Count);
    }

    [Fact]
    public async Task File_that_changes_is_detected_although_the_server_ignores_If_Range()
    {
        var changed = FileServer.RandomBytes(Length, seed: 2);
        Server.Serve = (_, before) => before == 0
            ? new ServedFile(_bytes) { CutAfter = 70_000 }
            : new ServedFile(changed) { IgnoresIfRange = true }.With("ETag", "\"2\"");

        var file = await DownloadAsync();

        Assert.Equal(Sha256(changed), file.Sha256);
        Assert.Equal([0, 70_000, 0], Server.Received.Select(request => request.FirstByte));
    }

    [Fact]
    public async Task Server_without_ranges_sends_the_file_again()
    {
        Server.Serve = (_, before) => new(_bytes) { AcceptsRanges = false, CutAfter = before == 0 ? 70_000 : null };

        var file = await DownloadAsync();

        Assert.Equal(Sha256(_bytes), file.Sha256);
        Assert.Equal(Length, new FileInfo(Target).Length);
    }

    [Fact]
    public async Task Other_range_than_requested_starts_again()
    {
        Server.Serve = (_, before) => new(_bytes) { CutAfter = before == 0 ? 70_000 : null, RangeShift = before == 1 ? 1 : 0 };

        var file = await DownloadAsync();

        Assert.Equal(Sha256(_bytes), file.Sha256);
        Assert.Equal([0, 70_000, 0], Server.Received.Select(request => request.FirstByte));
    }

    [Fact]
    public async Task Range_of_a_file_of_another_length_starts_again()
    {
        Server.Serve = (_, before) => new(_bytes) { CutAfter = before == 0 ? 70_000 : null, PromisedTotal = before == 1 ? Length + 1 : null };

        var file = await DownloadAsync();

        Assert.Equal(Sha256(_bytes), file.Sha256);
        Assert.Equal([0, 70_000, 0], Server.Received.Select(request => request.FirstByte));
    }

    [Fact]
    public async Task File_that_became_shorter_starts_again()
    {
        var shorter = FileServer.RandomBytes(1_000, seed: 2);
        Server.Serve = (_, before) => before == 0 ? new(_bytes) { CutAfter = 70_000 } : new(shorter) { IgnoresIfRange = true };

        var file = await DownloadAsync();

        Assert.Equal(Sha256(shorter), file.Sha256);
        Assert.Equal(1_000, new FileInfo(Target).Length);
    }

    [Fact]
    public async Task Fewer_bytes_than_promised_is_an_error()
    {
        Server.Serve = (_, _) => new(_bytes) { LengthError = 10, AcceptsRanges = false };

        var failure = await FailAsync();

        Assert.Equal("Qushipin.LengthMismatch", failure.ErrorId);
        Assert.Equal(5, Server.Received.Count);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task Lengths_that_contradict_each_other_are_an_error(int difference)
    {
        Server.Serve = (_, _) => new(_bytes) { LengthError = difference };

        Assert.Equal("Qushipin.LengthMismatch", (await FailAsync()).ErrorId);
        Assert.Empty(Names());
    }

    [Fact]
    public async Task More_bytes_than_promised_is_an_error()
    {
        // In chunks, so that the number of bytes is not limited by Content-Length.
        var chunk = "40000\r\n"u8.ToArray().Concat(_bytes[..0x40000]).Concat("\r\n0\r\n\r\n"u8.ToArray()).ToArray();
        Server.Serve = (_, _) => new ServedFile(chunk) { OmitLength = true, PromisedTotal = 1000, RangeEnd = 999 }.With("Transfer-Encoding", "chunked");

        Assert.Equal("Qushipin.LengthMismatch", (await FailAsync()).ErrorId);
        Assert.Empty(Names());
    }

    [Fact]
    public async Task Server_that_returns_less_than_requested_is_asked_for_the_rest()
    {
        Server.Serve = (_, _) => new(_bytes) { MaxRange = 100_000 };

        var file = await DownloadAsync();

        Assert.Equal(Sha256(_bytes), file.Sha256);
        Assert.Equal([0, 100_000, 200_000], Server.Received.Select(request => request.FirstByte));
        Assert.Empty(Host.Waits);
    }

    [Theory]
    [InlineData(416)]
    [InlineData(206)]
    public async Task Server_that_rejects_every_range_is_asked_for_the_whole_file(int status)
    {
        Server.Serve = (request, _) => request.Headers.ContainsKey("Range") ? new(_bytes) { Status = status, RangeText = "bytes 0-1/*" } : new(_bytes);

        var file = await DownloadAsync();

        Assert.Equal(Sha256(_bytes), file.Sha256);
        Assert.Equal([0, null], Server.Received.Select(request => request.FirstByte));
    }

    [Fact]
    public async Task Empty_file_is_an_error()
    {
        Server.Serve = (_, _) => new([]);

        Assert.Equal("Qushipin.UnexpectedContent", (await FailAsync()).ErrorId);
    }

    [Fact]
    public async Task Response_without_a_recognizable_end_is_an_error()
    {
        Server.Serve = (_, _) => new(_bytes) { OmitLength = true, AcceptsRanges = false };

        var failure = await FailAsync();

        Assert.Equal("Qushipin.LengthMismatch", failure.ErrorId);
        Assert.Contains("reported no length", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Names());
    }

    [Fact]
    public async Task Chunked_response_without_a_length_is_saved()
    {
        var chunk = "40000\r\n"u8.ToArray().Concat(_bytes[..0x40000]).Concat("\r\n0\r\n\r\n"u8.ToArray()).ToArray();
        Server.Serve = (_, _) => new ServedFile(chunk) { OmitLength = true, AcceptsRanges = false }.With("Transfer-Encoding", "chunked");

        var file = await DownloadAsync();

        Assert.Equal(Sha256(_bytes[..0x40000]), file.Sha256);
    }

    [Fact]
    public async Task Chunked_response_that_ends_early_is_an_error()
    {
        var chunk = "40000\r\n"u8.ToArray().Concat(_bytes[..1000]).ToArray();
        Server.Serve = (_, _) => new ServedFile(chunk) { OmitLength = true, AcceptsRanges = false }.With("Transfer-Encoding", "chunked");

        Assert.Equal("Qushipin.LengthMismatch", (await FailAsync()).ErrorId);
    }

    [Theory]
    [InlineData("text/html; charset=utf-8", "anything")]
    [InlineData("application/json", "{\"code\":403}")]
    [InlineData("application/xml", "<Error><Code>AccessDenied</Code></Error>")]
    [InlineData("video/mp4", "\uFEFF\n  <!DOCTYPE html><html><body>Log in</body></html>")]
    [InlineData("application/octet-stream", "<HTML><head>")]
    [InlineData("video/mp4", "<?xml version=\"1.0\"?><Error/>")]
    [InlineData("video/mp4", "")]
    public async Task Page_in_place_of_the_file_is_rejected(string contentType, string body)
    {
        Server.Serve = (_, _) => new ServedFile(System.Text.Encoding.UTF8.GetBytes(body)).With("Content-Type", contentType);

        var failure = await FailAsync();

        Assert.Equal("Qushipin.UnexpectedContent", failure.ErrorId);
        Assert.Single(Server.Received);
        Assert.Empty(Names());
    }

    [Theory]
    [InlineData("application/vnd.apple.mpegurl", "#EXTM3U\n")]
    [InlineData("video/mp4", "#EXTM3U\n#EXT-X-VERSION:3")]
    public async Task Playlist_in_place_of_the_file_is_rejected(string contentType, string body)
    {
        Server.Serve = (_, _) => new ServedFile(System.Text.Encoding.UTF8.GetBytes(body)).With("Content-Type", contentType);

        Assert.Equal("Qushipin.NoFile", (await FailAsync()).ErrorId);
        Assert.Empty(Names());
    }

    [Fact]
    public async Task Compressed_response_is_rejected()
    {
        Server.Serve = (_, _) => new ServedFile(_bytes).With("Content-Encoding", "gzip");

        Assert.Equal("Qushipin.UnexpectedContent", (await FailAsync()).ErrorId);
    }

    [Theory]
    [InlineData(400, "RequestRejected", 1)]
    [InlineData(401, "FileForbidden", 1)]
    [InlineData(403, "FileForbidden", 1)]
    [InlineData(404, "FileNotFound", 1)]
    [InlineData(408, "TimedOut", 3)]
    [InlineData(410, "FileNotFound", 1)]
    [InlineData(416, "RequestRejected", 2)]
    [InlineData(429, "TooManyRequests", 3)]
    [InlineData(500, "ServerError", 3)]
    [InlineData(503, "ServerError", 3)]
    public async Task Status_is_an_error_and_only_a_passing_one_is_retried(int status, string reason, int requests)
    {
        Server.Serve = (_, _) => new("no"u8.ToArray()) { Status = status };

        var failure = await FailAsync(options: Quick(retries: 2));

        Assert.Equal($"Qushipin.{reason}", failure.ErrorId);
        Assert.Equal(status, failure.HttpStatus);
        Assert.Equal("v1", failure.Target);
        Assert.Equal(requests, Server.Received.Count);
        Assert.Empty(Names());
    }

    [Fact]
    public async Task Retry_after_is_observed_up_to_a_minute()
    {
        Server.Serve = (request, before) => before == 0
            ? new ServedFile([]) { Status = 503 }.With("Retry-After", request.Path.Contains("long", StringComparison.Ordinal) ? "3600" : "1")
            : new(_bytes);

        await DownloadAsync();
        Assert.Equal(TimeSpan.FromSeconds(1), Assert.Single(Host.Waits).Delay);

        File.Delete(Target);
        Assert.Contains("3600", (await FailAsync(Request("/long.mp4"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Expired_address_is_read_again_once(bool isExpiredDuringTheTransfer)
    {
        var renewals = 0;
        Server.Serve = (request, before) => request.Path.StartsWith("/new", StringComparison.Ordinal) ? new(_bytes)
            : before == 0 && isExpiredDuringTheTransfer ? new(_bytes) { CutAfter = 70_000 }
            : new ServedFile([]) { Status = 403 };

        var file = await DownloadAsync(Request() with
        {
            RenewAsync = _ =>
            {
                renewals++;
                return Task.FromResult<MediaAddress?>(MediaAddress.Parse(Platform.Qushipin, "v1", Server.UrlOf("/new.mp4?signature=2")));
            },
        });

        Assert.Equal(Sha256(_bytes), file.Sha256);
        Assert.Equal(1, renewals);
        Assert.Equal(isExpiredDuringTheTransfer ? 70_000 : 0, Server.Received[^1].FirstByte);
    }

    [Theory]
    [InlineData("/a/video.mp4?signature=1", 1)]
    [InlineData("/also-expired.mp4", 2)]
    public async Task Address_that_is_refused_again_is_an_error(string renewed, int requests)
    {
        var renewals = 0;
        Server.Serve = (_, _) => new([]) { Status = 403 };

        var failure = await FailAsync(Request() with
        {
            RenewAsync = _ =>
            {
                renewals++;
                return Task.FromResult<MediaAddress?>(MediaAddress.Parse(Platform.Qushipin, "v1", Server.UrlOf(renewed)));
            },
        });

        Assert.Equal("Qushipin.FileForbidden", failure.ErrorId);
        Assert.Equal((1, requests), (renewals, Server.Received.Count));
    }

    [Fact]
    public async Task Redirect_to_another_host_is_followed_without_headers()
    {
        using var other = new FileServer { Serve = (_, _) => new(_bytes) };
        Server.Serve = (_, _) => ServedFile.Redirect($"http://localhost:{other.Address.Port}/moved.mp4?signature=9");

        var file = await DownloadAsync();

        Assert.Equal(Sha256(_bytes), file.Sha256);
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "Range", "User-Agent"], other.Received.Single().Headers.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "Qushipin.RedirectRejected")]
    public async Task At_most_five_redirects_are_followed(int redirects, string? error)
    {
        Server.Serve = (request, _) => request.Path.Split('/')[^1] is var last && last != $"{redirects}"
            ? ServedFile.Redirect($"/{(int.TryParse(last, out var number) ? number + 1 : 1)}")
            : new(_bytes);

        Assert.Equal(error, error is null ? (await DownloadAsync()) is null ? "" : null : (await FailAsync()).ErrorId);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/video.mp4")]
    [InlineData("file:///etc/passwd")]
    public async Task Redirect_to_another_scheme_is_rejected(string location)
    {
        Server.Serve = (_, _) => ServedFile.Redirect(location);

        Assert.Equal("Qushipin.RedirectRejected", (await FailAsync()).ErrorId);
    }

    [Theory]
    [InlineData("https://a.example/1", "http://b.example/2", false)]
    [InlineData("https://a.example/1", "https://b.example/2", true)]
    [InlineData("http://a.example/1", "https://b.example/2", true)]
    [InlineData("http://a.example/1", "http://b.example/2", true)]
    public async Task Redirect_from_https_to_http_is_rejected(string address, string location, bool isFollowed)
    {
        // Without a network: a test has no certificate that every system trusts.
        using var connection = new MediaConnection(TimeSpan.FromSeconds(10), Host, new RedirectHandler(location));

        var failure = await Record.ExceptionAsync(async () =>
        {
            using var response = await connection.GetAsync(MediaAddress.Parse(Platform.Qushipin, "v1", address)!, _ => { }, null, default);
        });

        Assert.Equal(isFollowed ? null : "Qushipin.RedirectRejected", (failure as PlatformException)?.ErrorId);
        Assert.True(isFollowed || failure is PlatformException);
    }

    [Fact]
    public async Task Silent_server_ends_with_the_timeout_and_is_retried()
    {
        Server.Serve = (_, before) => new(_bytes) { IsSilent = before == 0 };

        var file = await DownloadAsync(options: new() { IdleTimeout = TimeSpan.FromMilliseconds(300), InitialRetryDelay = TimeSpan.FromMilliseconds(1) });

        Assert.Equal(Sha256(_bytes), file.Sha256);
        Assert.Equal("TimedOut", Host.Waits.Single().Reason);
    }

    [Fact]
    public async Task Transfer_without_a_byte_ends_with_the_timeout_and_is_resumed()
    {
        Server.Serve = (_, before) => new(_bytes) { Step = 70_000, Pause = _ => before == 0 ? Task.Delay(Timeout.Infinite) : Task.CompletedTask };

        var file = await DownloadAsync(options: new() { IdleTimeout = TimeSpan.FromMilliseconds(300), InitialRetryDelay = TimeSpan.FromMilliseconds(1) });

        Assert.Equal(Sha256(_bytes), file.Sha256);
        Assert.Equal([0, 70_000], Server.Received.Select(request => request.FirstByte));
    }

    [Fact]
    public async Task Slow_transfer_may_take_longer_than_the_timeout()
    {
        Server.Serve = (_, _) => new(_bytes) { Step = Length / 20, Pause = _ => Task.Delay(100) };

        var file = await DownloadAsync(options: new() { IdleTimeout = TimeSpan.FromSeconds(1.5), MaximumRetryCount = 0 });

        Assert.Equal(Sha256(_bytes), file.Sha256);
    }

    [Fact]
    public async Task Canceled_download_leaves_a_partial_file_that_the_next_run_resumes()
    {
        using var stopping = new CancellationTokenSource();
        Server.Serve = (_, before) => new(_bytes) { Step = 70_000, Pause = _ => before == 0 ? Task.Delay(Timeout.Infinite) : Task.CompletedTask };

        var request = Request() with { Progress = (bytes, _) => CancelAt(bytes, stopping) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DownloadAsync(request, cancellationToken: stopping.Token));
        Assert.Equal(["video.mp4.partial", "video.mp4.partial.json"], Names());
        Assert.DoesNotContain("signature", await File.ReadAllTextAsync(Target + ".partial.json"), StringComparison.Ordinal);
        var file = await DownloadAsync();

        Assert.Equal((Sha256(_bytes), true), (file.Sha256, file.IsResumed));
        Assert.Equal(_bytes, await File.ReadAllBytesAsync(Target));
        Assert.Equal([0, 70_000], Server.Received.Select(received => received.FirstByte));
        Assert.Equal(["video.mp4"], Names());
    }

    [Fact]
    public async Task Partial_file_of_another_video_is_not_resumed()
    {
        await LeavePartialAsync();

        var file = await DownloadAsync(Request() with { Owner = "Qushipin v2\tVideo" });

        Assert.Equal((Sha256(_bytes), false), (file.Sha256, file.IsResumed));
        Assert.Equal(0, Server.Received[^1].FirstByte);
    }

    [Fact]
    public async Task Partial_file_without_a_journal_is_not_resumed()
    {
        await LeavePartialAsync();
        File.Delete(Target + ".partial.json");

        Assert.False((await DownloadAsync()).IsResumed);
        Assert.Equal(_bytes, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task Bytes_that_were_lost_when_the_computer_failed_are_requested_again()
    {
        await LeavePartialAsync();
        var journal = Target + ".partial.json";
        var text = await File.ReadAllTextAsync(journal);
        await File.WriteAllTextAsync(journal, System.Text.RegularExpressions.Regex.Replace(
            System.Text.RegularExpressions.Regex.Replace(text, "\"computerStarted\": \"[^\"]+\"", "\"computerStarted\": \"2020-01-01T00:00:00+00:00\""),
            "\"bytesOnDisk\": \\d+",
            "\"bytesOnDisk\": 50000"));
        await using (var partial = File.OpenWrite(Target + ".partial"))
        {
            partial.Position = 50_000;
            partial.Write(new byte[20_000]);
        }

        await DownloadAsync();

        Assert.Equal(_bytes, await File.ReadAllBytesAsync(Target));
        Assert.Equal(50_000, Server.Received[^1].FirstByte);
    }

    [Fact]
    public async Task Extension_comes_from_the_content_type_if_the_address_has_none()
    {
        Server.Serve = (_, _) => new ServedFile(_bytes).With("Content-Type", "video/x-flv");

        var file = await DownloadAsync(Request("/stream") with { Path = Path.Combine(Folder, "video"), HasExtension = false });

        Assert.Equal("video.flv", Path.GetFileName(file.Path));
        Assert.Equal(["video.flv"], Names());
    }

    [Fact]
    public async Task Existing_file_is_replaced_only_on_request()
    {
        await File.WriteAllTextAsync(Target, "another file");
        Server.Serve = (_, _) => new(_bytes);

        Assert.Equal("Qushipin.FileNotWritten", (await Assert.ThrowsAsync<PlatformException>(() => DownloadAsync())).ErrorId);
        Assert.Equal("another file", await File.ReadAllTextAsync(Target));
        await DownloadAsync(Request() with { Overwrite = true });

        Assert.Equal(_bytes, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task File_that_cannot_be_written_is_an_error()
    {
        Directory.CreateDirectory(Target + ".partial");
        Server.Serve = (_, _) => new(_bytes);

        Assert.Equal("Qushipin.FileNotWritten", (await FailAsync()).ErrorId);
    }

    [Fact]
    public async Task Bandwidth_limit_applies_to_all_downloads_together()
    {
        Server.Serve = (_, _) => new(_bytes);
        using var downloader = new Downloader(new() { BytesPerSecond = Length * 2 }, Host);
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => downloader.DownloadAsync(
            Request() with { Path = Path.Combine(Folder, $"{number}.mp4"), Owner = $"{number}" }, default)));

        // Four files at half a second each, minus the last step.
        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(1.6), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task Completed_file_that_was_not_reported_is_recognized()
    {
        Server.Serve = (_, _) => new(_bytes);
        var request = Request() with { Completed = _ => throw new InvalidOperationException("The process ended here.") };
        await Assert.ThrowsAsync<InvalidOperationException>(() => DownloadAsync(request));
        Assert.Equal(["video.mp4", "video.mp4.partial.json"], Names());

        var file = await DownloadAsync();

        Assert.Equal(Sha256(_bytes), file.Sha256);
        Assert.Single(Server.Received);
        Assert.Equal(["video.mp4"], Names());
    }

    private sealed class RedirectHandler(string location) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isFirst = request.RequestUri!.AbsoluteUri != location;
            var response = new HttpResponseMessage(isFirst ? System.Net.HttpStatusCode.Found : System.Net.HttpStatusCode.OK);
            response.Headers.Location = isFirst ? new Uri(location) : null;
            return Task.FromResult(response);
        }
    }

    private static void CancelAt(long bytes, CancellationTokenSource stopping)
    {
        if (bytes >= 70_000)
        {
            stopping.Cancel();
        }
    }

    private IEnumerable<string> Names() => Directory.EnumerateFileSystemEntries(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private async Task LeavePartialAsync()
    {
        Server.Serve = (_, before) => new(_bytes) { CutAfter = before == 0 ? 70_000 : null };
        await FailAsync(options: Quick(retries: 0));
        Assert.Equal(["video.mp4.partial", "video.mp4.partial.json"], Names());
    }
}
