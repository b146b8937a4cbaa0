using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using VideoPlatforms.AllPlatforms.Archive;
using VideoPlatforms.Clients.Downloads.Archive;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Downloads;

public sealed class SaveVideoTests : SaveTest
{
    private static readonly string[] OwnFiles = [ArchiveIndex.FileName, ChecksumFile.FileName];

    [Fact]
    public async Task Files_of_all_platforms_are_saved_byte_for_byte()
    {
        var videos = await VideosWithFilesAsync();

        await SaveAsync(videos);

        Assert.Empty(Host.Errors);
        Assert.Equal(Enum.GetValues<Platform>(), Saved.Select(saved => saved.Platform).Distinct().Order());
        Assert.Equal(videos.Select(video => $"{video}").Order(StringComparer.Ordinal), Saved.Select(saved => $"{saved.Platform} {saved.Id}").Order(StringComparer.Ordinal));
        Assert.All(Saved, saved =>
        {
            var video = videos.Single(video => video.Platform == saved.Platform && video.Id == saved.Id).Video!;
            var address = FileAddressOf(video)!;
            Assert.Equal(Sandbox.Media.GetSha256(address), Sha256(saved.Path));
            Assert.Equal(Sandbox.Media.GetSha256(address), saved.Sha256);
            Assert.Equal((Sandbox.Media.GetLength(address), false, video.Title, video.Session), (saved.Length, saved.Resumed, saved.Title, saved.Session));
            Assert.Equal($"{video.Platform}/{$"{video.Title} [{video.Id}]".TrimStart()}{Path.GetExtension(address)}", Path.GetRelativePath(Folder, saved.Path).Replace('\\', '/').Replace("_now_", "\"now\"", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Videos_without_a_file_are_errors_and_the_others_are_saved()
    {
        var videos = await VideosAsync();
        var without = videos.Where(video => FileAddressOf(video.Video!) is null || video.Video is PolyvLivePlayback { Encrypted: true }).ToList();
        Assert.Contains(without, video => video.Video is PolyvLivePlayback { Encrypted: true, FileUrl: not null });

        await SaveAsync(videos);

        Assert.Equal(without.Select(video => $"{video.Platform}.NoFile {video.Id}").Order(StringComparer.Ordinal), Host.Errors.Select(error => $"{error.Failure.ErrorId} {error.Failure.Target}").Order(StringComparer.Ordinal));
        Assert.All(Host.Errors, error => Assert.Contains(without, video => ReferenceEquals(video.Source, error.Target)));
        Assert.Equal(videos.Count - without.Count, Saved.Count());
    }

    [Fact]
    public async Task Bad_items_are_errors_of_their_own_and_the_others_are_saved()
    {
        var good = (await VideosWithFilesAsync(Platform.Qushipin))[0];
        var playlist = ((PolyvLivePlayback)(await VideosAsync(Platform.PolyvLive))[0].Video!).Url!;

        await SaveAsync(
        [
            Row("1", "not an address"),
            Row("2", "ftp://127.0.0.1/a.mp4"),
            Row("3", playlist),
            Row("4", Sandbox.Media.RootUri + "missing.flv"),
            Row(("Platform", "unknown"), ("Id", "1")),
            good,
        ]);

        Assert.Equal(["Qushipin.NoFile 1", "Qushipin.NoFile 2", "Qushipin.NoFile 3", "Qushipin.FileNotFound 4"], Host.Errors.Select(error => $"{error.Failure.ErrorId} {error.Failure.Target}").OrderBy(error => error[^1]));
        Assert.Equal("VideoPlatforms.NotAVideo", Assert.Single(Host.CommandErrors).Failure.ErrorId);
        Assert.Equal(good.Id, Assert.Single(Saved).Id);
    }

    [Theory]
    [InlineData(FaultKind.Html, "UnexpectedContent")]
    [InlineData(FaultKind.WrongLength, "LengthMismatch")]
    [InlineData(FaultKind.Status, "ServerError")]
    [InlineData(FaultKind.Redirect, "RedirectRejected")]
    public async Task Every_second_download_that_fails_is_an_error_and_the_others_are_saved(FaultKind kind, string reason)
    {
        var videos = await VideosWithFilesAsync(Platform.Qushipin);
        var bad = videos.Where((_, index) => index % 2 == 1).ToList();
        foreach (var video in bad)
        {
            Sandbox.Faults.Add(new() { Kind = kind, Path = new Uri(video.Video!.Url!).AbsolutePath, Times = int.MaxValue, Location = video.Video.Url, Count = -10 });
        }

        await SaveAsync(videos);

        Assert.Equal(bad.Select(video => $"Qushipin.{reason} {video.Id}").Order(StringComparer.Ordinal), Host.Errors.Select(error => $"{error.Failure.ErrorId} {error.Failure.Target}").Order(StringComparer.Ordinal));
        Assert.Equal(videos.Except(bad).Select(video => video.Id).Order(StringComparer.Ordinal), Saved.Select(saved => saved.Id).Order(StringComparer.Ordinal));
        Assert.All(Saved, saved => Assert.Equal(saved.Sha256, Sha256(saved.Path)));
        Assert.Equal(Saved.Count(), Files().Count(file => file.EndsWith(".mp4", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(FaultKind.TruncateResponse)]
    [InlineData(FaultKind.StalledBody)]
    [InlineData(FaultKind.IgnoreRange)]
    [InlineData(FaultKind.WrongRange)]
    [InlineData(FaultKind.ChangeMedia)]
    [InlineData(FaultKind.DropConnection)]
    public async Task Passing_fault_is_overcome(FaultKind kind)
    {
        var video = (await VideosWithFilesAsync(Platform.Qushipin))[0];
        Sandbox.Faults.Add(new() { Kind = FaultKind.TruncateResponse, Path = "/media/", After = 3000 });
        Sandbox.Faults.Add(new() { Kind = kind, Path = "/media/", After = 3000, Skip = 1 });

        await SaveAsync([video], Quick with { Download = new() { InitialRetryDelay = TimeSpan.FromMilliseconds(1), IdleTimeout = TimeSpan.FromSeconds(1) } });

        Assert.Equal(Sandbox.Media.GetSha256(video.Video!.Url!), Sha256(Saved.Single().Path));
    }

    [Fact]
    public async Task Second_run_transfers_no_file()
    {
        var videos = await VideosWithFilesAsync();
        await SaveAsync(videos);
        var first = Saved.ToDictionary(saved => saved.Path);
        var requests = MediaRequests.Count;

        await SaveAsync(videos);

        Assert.Equal(requests, MediaRequests.Count);
        Assert.Equal(first.Count, Saved.Count());
        Assert.All(Saved, saved => Assert.Equal((first[saved.Path].Sha256, first[saved.Path].SavedAt), (saved.Sha256, saved.SavedAt)));
    }

    [Fact]
    public async Task Force_transfers_a_file_again()
    {
        var video = (await VideosWithFilesAsync(Platform.Qushipin))[0];
        await SaveAsync([video]);
        Sandbox.Media.Change(video.Video!.Url!);

        await SaveAsync([video], Quick with { Force = true });

        Assert.Equal(Sandbox.Media.GetSha256(video.Video.Url!), Sha256(Saved.Single().Path));
        Assert.Single(Files(), file => file.EndsWith(".mp4", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("shorter")]
    [InlineData("deleted")]
    public async Task File_that_is_no_longer_whole_is_transferred_again(string damage)
    {
        var video = (await VideosWithFilesAsync(Platform.Qushipin))[0];
        await SaveAsync([video]);
        var path = Saved.Single().Path;
        await using (var file = new FileStream(path, FileMode.Open))
        {
            file.SetLength(damage == "shorter" ? file.Length - 1 : file.Length);
            file.WriteByte(0xFF);
        }

        if (damage == "deleted")
        {
            File.Delete(path);
        }

        await SaveAsync([video]);

        Assert.Equal((path, Sandbox.Media.GetSha256(video.Video!.Url!)), (Saved.Single().Path, Sha256(path)));
    }

    [Fact]
    public async Task SHA256SUMS_contains_every_file_and_sha256sum_confirms_it()
    {
        await SaveAsync(await VideosWithFilesAsync(), Quick with { Include = [SavedContent.Cover, SavedContent.Metadata, SavedContent.Subtitle] });

        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, ChecksumFile.FileName));
        Assert.Equal(Files().Except(OwnFiles), lines.Select(line => line[66..]).Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.Equal(line[..64], Sha256(Path.Combine(Folder, line[66..]))));
        if (Run.OnPath("sha256sum") is { } program)
        {
            var run = await Run.ProgramAsync(program, ["-c", "--strict", ChecksumFile.FileName], Folder, TimeSpan.FromMinutes(1));
            Assert.True(run.ExitCode == 0, run.Output);
        }
    }

    [Fact]
    public async Task SHA256SUMS_keeps_the_lines_of_other_files()
    {
        var other = ChecksumFile.Line(new string('a', 64), "other/a\\b\n.txt");
        await File.WriteAllTextAsync(Path.Combine(Folder, ChecksumFile.FileName), other + "\n");

        await SaveAsync((await VideosWithFilesAsync(Platform.Qushipin)).Take(1));

        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, ChecksumFile.FileName));
        Assert.Equal("\\" + new string('a', 64) + "  other/a\\\\b\\n.txt", other);
        Assert.Contains(other, lines);
        Assert.Equal(2, lines.Length);
    }

    [Theory]
    [InlineData(Platform.Polyv, 1, 0)]
    [InlineData(Platform.PolyvLive, 1, 0)]
    [InlineData(Platform.Chanjing, 0, 1)]
    [InlineData(Platform.Qushipin, 0, 1)]
    [InlineData(Platform.DigitalPerson, 1, 0)]
    public async Task Expired_addresses_are_read_again_from_the_platform(Platform platform, int lists, int readsOfEach)
    {
        Sandbox.Media.AddressLifetime = TimeSpan.FromHours(1);
        var videos = await VideosWithFilesAsync(platform);
        Sandbox.Media.ExpireAddresses();
        var all = Sandbox.Requests.Count(request => request.Platform == $"{platform}");

        await SaveAsync(videos);

        Assert.Empty(Host.Errors);
        Assert.Equal(videos.Count, Saved.Count());
        Assert.Equal(lists + (readsOfEach * videos.Count), Sandbox.Requests.Count(request => request.Platform == $"{platform}") - all);
        Assert.Equal(2 * videos.Count, MediaRequests.Count);
    }

    [Fact]
    public async Task Expired_address_of_a_closed_session_is_an_error()
    {
        Sandbox.Media.AddressLifetime = TimeSpan.FromHours(1);
        var videos = await VideosWithFilesAsync(Platform.Qushipin);
        Sandbox.Media.ExpireAddresses();
        Sessions.Close(Sessions.Default(Platform.Qushipin));
        var requests = Sandbox.Requests.Count(request => request.Platform == "Qushipin");

        await SaveAsync(videos.Take(2));

        Assert.Equal(["Qushipin.FileForbidden", "Qushipin.FileForbidden"], Host.Errors.Select(error => error.Failure.ErrorId));
        Assert.Equal(requests, Sandbox.Requests.Count(request => request.Platform == "Qushipin"));
    }

    [Fact]
    public async Task Expired_address_is_not_read_from_another_account()
    {
        Sandbox.Media.AddressLifetime = TimeSpan.FromHours(1);
        var video = (await VideosWithFilesAsync(Platform.Qushipin))[0];
        Sandbox.Media.ExpireAddresses();
        using var other = VideoPlatforms.Sandbox.SandboxServer.Start(new() { VideoCount = 12 });
        Sessions.Close(Sessions.Default(Platform.Qushipin));
        await VideoPlatforms.Sandbox.SandboxSessions.ConnectAsync(other, Sessions, Host, default);
        var requests = other.Requests.Count;

        await SaveAsync([video]);

        Assert.Equal("Qushipin.FileForbidden", Assert.Single(Host.Errors).Failure.ErrorId);
        Assert.Equal(requests, other.Requests.Count);
        Assert.Contains(Host.VerboseLines, line => line.Contains("Qushipin/default", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Address_that_a_row_lacks_is_read_from_the_platform()
    {
        var videos = await VideosWithFilesAsync();
        var rows = videos.GroupBy(video => video.Platform).Select(group => group.First()).ToList();

        await SaveAsync(rows.Select(video => Row(("Platform", $"{video.Platform}"), ("Id", video.Id), ("Session", $"{video.Session}"))));

        Assert.Empty(Host.Errors);
        Assert.All(Saved, saved => Assert.Equal(Sandbox.Media.GetSha256(FileAddressOf(rows.Single(row => row.Id == saved.Id).Video!)!), saved.Sha256));
        Assert.Equal(5, Saved.Count());
    }

    [Fact]
    public async Task Row_without_an_address_and_a_session_is_an_error()
    {
        await ConnectAsync();

        await SaveAsync([Row(("Platform", "Qushipin"), ("Id", "1"))]);

        Assert.Equal("Qushipin.NoFile", Assert.Single(Host.Errors).Failure.ErrorId);
    }

    [Fact]
    public async Task Metadata_contain_every_property_and_the_unlisted_fields()
    {
        var video = (await VideosWithFilesAsync(Platform.Qushipin))[0];

        await SaveAsync([video], Quick with { Include = [SavedContent.Metadata] });

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(Saved.Single().Path, ".json")));
        Assert.Equal(typeof(QushipinVideo).GetProperties().Select(property => property.Name).Append("AdditionalData"), json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(video.Video!.CreatedAt!.Value.ToString("O", CultureInfo.InvariantCulture), json.RootElement.GetProperty("CreatedAt").GetString());
        Assert.Equal(video.Video.Duration!.Value.ToString("c", CultureInfo.InvariantCulture), json.RootElement.GetProperty("Duration").GetString());
        Assert.Equal($"{video.Session}", json.RootElement.GetProperty("Session").GetString());
        Assert.Equal(((QushipinVideo)video.Video).FileUrls, json.RootElement.GetProperty("FileUrls").EnumerateArray().Select(url => url.GetString()!));
    }

    [Fact]
    public async Task Cover_is_saved_beside_the_file()
    {
        var video = (await VideosWithFilesAsync(Platform.Qushipin))[0];

        await SaveAsync([video], Quick with { Include = [SavedContent.Cover] });

        Assert.Equal(Sandbox.Media.GetSha256(video.Video!.CoverUrl!), Sha256(Path.ChangeExtension(Saved.Single().Path, ".png")));
    }

    [Fact]
    public async Task Video_whose_cover_fails_is_an_error_and_its_file_is_not_transferred_again()
    {
        var video = (await VideosWithFilesAsync(Platform.Qushipin))[0];
        var cover = new Uri(video.Video!.CoverUrl!).AbsolutePath;
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 404, Path = cover });

        await SaveAsync([video], Quick with { Include = [SavedContent.Cover] });
        Assert.Equal("Qushipin.FileNotFound", Assert.Single(Host.Errors).Failure.ErrorId);
        Assert.Empty(Saved);
        await SaveAsync([video], Quick with { Include = [SavedContent.Cover] });

        Assert.Single(Saved);
        Assert.Equal(2, MediaRequests.Count(request => request.Path == cover));
        Assert.Single(MediaRequests, request => request.Path.EndsWith(".mp4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Subtitles_are_saved_in_every_requested_format()
    {
        var video = (await VideosWithFilesAsync(Platform.Chanjing))[0];

        await SaveAsync([video], Quick with { Include = [SavedContent.Subtitle], SubtitleFormats = [SubtitleFormat.Srt, SubtitleFormat.Vtt, SubtitleFormat.Json] });

        var name = Path.ChangeExtension(Saved.Single().Path, null);
        Assert.StartsWith("1\n00:00:00,000 --> 00:00:05,000\n字幕 0\n\n2\n00:00:05,000 --> ", await File.ReadAllTextAsync(name + ".srt"), StringComparison.Ordinal);
        Assert.StartsWith("WEBVTT\n\n00:00:00.000 --> 00:00:05.000\n字幕 0\n\n", await File.ReadAllTextAsync(name + ".vtt"), StringComparison.Ordinal);
        Assert.StartsWith("[{\"min_time\":0", await File.ReadAllTextAsync(name + ".subtitle.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", null, "Chanjing.UnexpectedResponse")]
    [InlineData("[1]", null, "Chanjing.UnexpectedResponse")]
    [InlineData("[{\"start\":1,\"end\":2,\"text\":\"a\"}]", null, "Chanjing.UnexpectedResponse")]
    [InlineData("[{\"min_time\":2,\"max_time\":1,\"subtitles\":\"a\"}]", null, "Chanjing.UnexpectedResponse")]
    [InlineData("no JSON", null, "Chanjing.UnexpectedResponse")]
    [InlineData("[]", "no subtitles", null)]
    [InlineData("[{\"min_time\":0,\"max_time\":1000,\"subtitles\":\" \"}]", "no subtitles", null)]
    [InlineData("[{\"min_time\":0,\"max_time\":2000,\"subtitles\":\"a\"},{\"min_time\":1000,\"max_time\":3000,\"subtitles\":\"b\"}]", "1 subtitles begin before", null)]
    public async Task Unexpected_subtitles_are_an_error_and_missing_ones_a_warning(string body, string? warning, string? error)
    {
        var video = (await VideosWithFilesAsync(Platform.Chanjing))[0];
        Response("/media/chanjing/subtitles/", body);

        await SaveAsync([video], Quick with { Include = [SavedContent.Subtitle] });

        Assert.Equal(error, Host.Errors.SingleOrDefault().Failure?.ErrorId);
        Assert.Equal(error is null ? 1 : 0, Saved.Count());
        Assert.Equal(warning is null ? 0 : 1, Host.Warnings.Count(text => text.Contains(warning!, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Platform_without_subtitles_is_one_warning()
    {
        await SaveAsync(await VideosWithFilesAsync(Platform.Qushipin), Quick with { Include = [SavedContent.Subtitle] });

        Assert.Single(Host.Warnings);
        Assert.Empty(Host.Errors);
    }

    [Fact]
    public async Task Videos_with_the_same_name_get_numbers_and_keep_them()
    {
        var addresses = (await VideosWithFilesAsync(Platform.Qushipin)).Take(3).Select(video => video.Video!.Url!).ToList();
        VideoReference[] videos = [Row("1", addresses[0], "Lesson"), Row("2", addresses[1], "LESSON"), Row("3", addresses[2], "lesson")];
        var options = Quick with { Template = SaveOptions.ParseTemplate("{Title}"), ThrottleLimit = 1 };

        await SaveAsync(videos, options);
        var first = Saved.ToDictionary(saved => saved.Id, saved => (Path.GetFileName(saved.Path), saved.Sha256));
        await SaveAsync(videos.Reverse(), options);

        Assert.Equal(["LESSON (2).mp4", "Lesson.mp4", "lesson (3).mp4"], Files().Except(OwnFiles));
        Assert.Equal(first, Saved.ToDictionary(saved => saved.Id, saved => (Path.GetFileName(saved.Path), saved.Sha256)));
        Assert.Equal(Sandbox.Media.GetSha256(addresses[1]), first["2"].Sha256);
    }

    [Fact]
    public async Task File_of_unknown_origin_is_not_replaced()
    {
        var address = (await VideosWithFilesAsync(Platform.Qushipin))[0].Video!.Url!;
        await File.WriteAllTextAsync(Path.Combine(Folder, "LESSON.MP4"), "something else");

        await SaveAsync([Row("1", address, "Lesson")], Quick with { Template = SaveOptions.ParseTemplate("{Title}"), Force = true });

        Assert.Equal("Lesson (2).mp4", Path.GetFileName(Saved.Single().Path));
        Assert.Equal("something else", await File.ReadAllTextAsync(Path.Combine(Folder, "LESSON.MP4")));
    }

    [Fact]
    public async Task The_same_video_twice_is_transferred_once()
    {
        var video = (await VideosWithFilesAsync(Platform.Qushipin))[0];

        await SaveAsync([video, video, video]);

        Assert.Equal(3, Saved.Count());
        Assert.Single(MediaRequests);
    }

    [Fact]
    public async Task Media_server_receives_no_header_query_or_cookie_of_a_session()
    {
        await SaveAsync(await VideosWithFilesAsync(), Quick with { Include = [SavedContent.Cover, SavedContent.Subtitle] });

        string[] allowed = ["Accept", "Accept-Encoding", "Host", "Range", "User-Agent"];
        Assert.NotEmpty(MediaRequests);
        Assert.All(MediaRequests, request =>
        {
            Assert.Empty(request.Headers.Keys.Except(allowed));
            Assert.Empty(request.Parameters);
        });
    }

    [Fact]
    public async Task Signed_address_appears_in_no_error_or_verbose_line()
    {
        Sandbox.Media.AddressLifetime = TimeSpan.FromHours(1);
        var videos = await VideosWithFilesAsync(Platform.Qushipin);
        Sandbox.Media.Remove(videos[0].Video!.Url!);

        await SaveAsync(videos, Quick with { Include = [SavedContent.Cover] });

        Assert.Single(Host.Errors);
        Assert.Contains(Host.VerboseLines, line => line.Contains("/media/", StringComparison.Ordinal));
        Assert.All(Host.Lines, line => Assert.DoesNotContain("sign=", line, StringComparison.Ordinal));
        Assert.All(Host.Errors, error => Assert.DoesNotContain("sign=", $"{error.Failure.RecommendedAction}{error.Failure.Call}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_are_reported_while_more_videos_arrive()
    {
        var videos = await VideosWithFilesAsync(Platform.Qushipin);
        await using var saver = new VideoSaver(Quick with { ThrottleLimit = 1 }, Sessions, default);

        await saver.AddAsync([videos[0]], Host, default);
        await saver.AddAsync([videos[1]], Host, default);
        Assert.Equal(videos[0].Id, Assert.Single(Saved).Id);

        await saver.CompleteAsync(Host, default);
        Assert.Equal(2, Saved.Count());
    }

    [Fact]
    public async Task At_most_ThrottleLimit_files_are_transferred_at_the_same_time()
    {
        using var server = new FileServer();
        var running = 0;
        var most = 0;
        server.Serve = (_, _) => new(FileServer.RandomBytes(2000))
        {
            Step = 1000,
            Pause = async offset =>
            {
                if (offset == 1000)
                {
                    InterlockedMax(ref most, Interlocked.Increment(ref running));
                    await Task.Delay(50);
                    Interlocked.Decrement(ref running);
                }
            },
        };

        await SaveAsync(Enumerable.Range(0, 20).Select(number => Row($"{number}", server.UrlOf($"/{number}.mp4"))), Quick with { ThrottleLimit = 3 });

        Assert.Equal(20, Saved.Count());
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task Declined_confirmation_leaves_nothing()
    {
        Host.Agrees = false;
        var folder = Path.Combine(Folder, "new");

        await SaveAsync(await VideosWithFilesAsync(Platform.Qushipin), new(folder));

        Assert.NotEmpty(Host.Questions);
        Assert.All(Host.Questions, question => Assert.Contains("Qushipin/default sandbox-ops@127.0.0.1", question.Target, StringComparison.Ordinal));
        Assert.False(Directory.Exists(folder));
        Assert.Empty(MediaRequests);
    }

    [Fact]
    public async Task Cancellation_ends_at_once_and_the_next_run_resumes()
    {
        var video = (await VideosWithFilesAsync(Platform.Qushipin))[0];
        Sandbox.Faults.Add(new() { Kind = FaultKind.StalledBody, Path = "/media/", After = 5000 });
        using var stopping = new CancellationTokenSource();
        var saving = SaveAsync([video], cancellationToken: stopping.Token);
        while (Files().Find(file => file.EndsWith(".partial", StringComparison.Ordinal)) is not { } partial || new FileInfo(Path.Combine(Folder, partial)).Length < 5000)
        {
            await Task.Delay(5);
        }

        var watch = Stopwatch.StartNew();
        stopping.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        await SaveAsync([video]);

        Assert.True(Saved.Single().Resumed);
        Assert.Equal(Sandbox.Media.GetSha256(video.Video!.Url!), Sha256(Saved.Single().Path));
        Assert.Equal("bytes=5000-", MediaRequests[^1].Headers["Range"]);
    }

    [Fact]
    public async Task Progress_of_every_file_and_of_all_is_reported()
    {
        Sandbox.Media.MediaLength = 200_000;
        Sandbox.Media.BytesPerSecond = 200_000;

        await SaveAsync((await VideosWithFilesAsync(Platform.Qushipin)).Take(2));

        Assert.Contains(Host.Progress, progress => progress is { Id: 0, TimeLeft: not null } && progress.Status.Contains("/s", StringComparison.Ordinal));
        Assert.Contains(Host.Progress, progress => progress is { Id: 1, PercentComplete: > 0 and < 100, TimeLeft: not null });
        Assert.Contains(Host.Progress, progress => progress is { Id: 2, PercentComplete: > 0 and < 100 });
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/below")]
    [InlineData("\0")]
    public async Task Destination_that_cannot_be_used_is_an_error_before_anything_is_sent(string name)
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "file"), "");

        var failure = await Assert.ThrowsAsync<CommandException>(async () => await SaveAsync(await VideosWithFilesAsync(Platform.Qushipin), new(Path.Combine(Folder, name))));

        Assert.Equal("VideoPlatforms.DestinationInvalid", failure.ErrorId);
        Assert.Empty(MediaRequests);
    }

    [Fact]
    public async Task Destination_of_another_process_is_an_error_until_the_process_has_ended()
    {
        using var other = Process.Start(new ProcessStartInfo(Run.DotNet, ["exec", Repository.BenchmarksAssembly, "serve", "1", "0"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await other.StandardOutput.ReadLineAsync();
        var owner = new LockOwner(other.Id, other.StartTime, Environment.MachineName);
        await File.WriteAllTextAsync(Path.Combine(Folder, FolderLock.FileName), JsonSerializer.Serialize(owner, ArchiveJson.Default.LockOwner));
        var videos = (await VideosWithFilesAsync(Platform.Qushipin)).Take(1).ToList();

        var failure = await Assert.ThrowsAsync<CommandException>(() => SaveAsync(videos));
        other.Kill();
        await other.WaitForExitAsync();
        await SaveAsync(videos);

        Assert.Equal("VideoPlatforms.DestinationInUse", failure.ErrorId);
        Assert.Contains($"{other.Id}@{Environment.MachineName}", failure.Message, StringComparison.Ordinal);
        Assert.Single(Saved);
        Assert.DoesNotContain(FolderLock.FileName, Files());
    }

    [Fact]
    public async Task Two_commands_of_a_process_save_to_a_folder_at_the_same_time()
    {
        var videos = await VideosWithFilesAsync();

        await Task.WhenAll(
            Task.Run(() => SaveAsync(videos)),
            Task.Run(() => SaveAsync(videos.AsEnumerable().Reverse())));

        Assert.Empty(Host.Errors);
        Assert.Equal(videos.Count, MediaRequests.Count);
        Assert.All(Saved, saved => Assert.Equal(saved.Sha256, Sha256(saved.Path)));
        Assert.Equal(videos.Count, (await File.ReadAllLinesAsync(Path.Combine(Folder, ChecksumFile.FileName))).Length);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); seen < value; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
