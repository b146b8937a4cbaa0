using System.Net;
using System.Text;
using System.Text.Json;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Tests.Sandbox;

public sealed class MediaFileTests : MediaTest
{
    private static readonly Dictionary<string, string> ContentTypes = new()
    {
        [".mp4"] = "video/mp4",
        [".mp3"] = "audio/mpeg",
        [".png"] = "image/png",
        [".m3u8"] = "application/vnd.apple.mpegurl",
        [".json"] = "application/json",
    };

    /// <summary>Every address of the lists.</summary>
    private IEnumerable<string> Addresses => new IEnumerable<string?>[]
    {
        Sandbox.Polyv.Videos.SelectMany(video => new[] { video.FirstImage, video.AacLink }),
        Sandbox.PolyvLive.Videos.Concat(Sandbox.PolyvLive.VodVideos).SelectMany(video => new[] { video.FirstImage, video.Url, video.FileUrl, video.EnFileUrl }),
        Sandbox.Chanjing.Videos.SelectMany(video => new[] { video.VideoUrl, video.PreviewUrl, video.SubtitleDataUrl }),
        Sandbox.Qushipin.Videos.SelectMany(video => video.SnapshotList.Concat(video.FileUrlList).Append(video.CoverUrl).Append(video.FirstFrameUrl).Append(video.AvatarUrl)),
        Sandbox.Qushipin.Recommendations.SelectMany(entry => new[] { entry.Video.CoverUrl, entry.Video.FirstFrameUrl, entry.Video.AvatarUrl }),
        Sandbox.DigitalPerson.Videos.SelectMany(work => new[] { work.WorksUrl, work.Avatar }),
    }.SelectMany(addresses => addresses).OfType<string>().Where(address => address.Length > 0).Distinct();

    [Fact]
    public async Task Every_address_of_the_lists_is_a_file_of_the_sandbox()
    {
        var kinds = new HashSet<string>();
        foreach (var address in Addresses)
        {
            Assert.StartsWith(Sandbox.Media.RootUri.ToString(), address, StringComparison.Ordinal);
            using var response = await GetAsync(address);

            await ExpectWholeAsync(address, response);
            kinds.Add(Path.GetExtension(address));
            Assert.Equal(ContentTypes[Path.GetExtension(address)], response.Content.Headers.ContentType?.MediaType);
        }

        Assert.Equal(ContentTypes.Keys.Order(), kinds.Order());
        Assert.All(MediaRequests, request => Assert.Equal("Media", request.Platform));
    }

    [Fact]
    public void Files_are_the_same_at_every_start_and_differ_from_each_other()
    {
        var videos = Addresses.Where(address => address.EndsWith(".mp4", StringComparison.Ordinal)).ToArray();
        using var other = SandboxServer.Start(new() { VideoCount = 12 });

        var hashes = videos.Select(Sandbox.Media.GetSha256).ToArray();

        Assert.Equal(hashes, videos.Select(address => other.Media.GetSha256(new Uri(address).AbsolutePath)));
        Assert.Equal(videos.Length, hashes.Distinct().Count());
        Assert.True(videos.Select(Sandbox.Media.GetLength).Distinct().Count() > videos.Length / 2);
        Assert.All(videos, address => Assert.InRange(Sandbox.Media.GetLength(address), 8 * 1024, 308 * 1024));
    }

    [Theory]
    [InlineData(50_000)]
    [InlineData(1_234_567)]
    public async Task Length_of_videos_and_sounds_can_be_specified(int length)
    {
        Sandbox.Media.MediaLength = length;
        foreach (var address in new[] { Video, Sound })
        {
            using var response = await GetAsync(address);

            Assert.Equal(length, response.Content.Headers.ContentLength);
            await ExpectWholeAsync(address, response);
        }
    }

    [Fact]
    public void File_that_is_too_short_is_as_small_as_possible()
    {
        Sandbox.Media.MediaLength = 0;

        Assert.InRange(Sandbox.Media.GetLength(Video), 1000, 6000);
        Assert.InRange(Sandbox.Media.GetLength(Sound), 400, 600);
    }

    [Fact]
    public async Task File_of_more_than_four_gigabytes_can_be_read_at_any_position()
    {
        const long Length = 5L * 1024 * 1024 * 1024;
        Sandbox.Media.MediaLength = Length;
        foreach (var address in new[] { Video, Sound })
        {
            Assert.Equal(Length, Sandbox.Media.GetLength(address));
            await ExpectPartAsync(address, "-1000", Length - 1000, 1000);
            await ExpectPartAsync(address, $"{uint.MaxValue - 10L}-{uint.MaxValue + 10L}", uint.MaxValue - 10L, 21);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300_000)]
    [InlineData(5L * 1024 * 1024 * 1024)]
    public void Boxes_of_a_video_fill_the_file_exactly(long length)
    {
        Sandbox.Media.MediaLength = length;
        var boxes = new List<string>();
        long offset = 0;
        for (; offset < Sandbox.Media.GetLength(Video);)
        {
            var header = Expected(Video, offset, 16);
            boxes.Add(Encoding.ASCII.GetString(header, 4, 4));
            var size = ReadBigEndian(header, 0, 4);
            offset += size == 1 ? ReadBigEndian(header, 8, 8) : size;
        }

        Assert.Equal(Sandbox.Media.GetLength(Video), offset);
        Assert.Equal(["ftyp", "moov", "mdat", "free"], boxes);
    }

    [Fact]
    public async Task Removed_and_unknown_files_are_not_found()
    {
        Sandbox.Media.Remove(Video);

        foreach (var address in new[] { Video, $"{Sandbox.Media.RootUri}a.html", $"{Sandbox.Media.RootUri}chanjing/subtitles/a.json", $"{Sandbox.Media.RootUri}" })
        {
            using var response = await GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        Sandbox.Reset();
        await ExpectWholeAsync(Video, await GetAsync(Video));
    }

    [Fact]
    public async Task Subtitles_have_the_documented_structure()
    {
        using var response = await GetAsync(Subtitle);
        using var subtitles = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());

        Assert.NotEqual(0, subtitles.RootElement.GetArrayLength());
        Assert.All(subtitles.RootElement.EnumerateArray(), line => Assert.Equal(
            ["min_time", "max_time", "subtitles", "start_frame", "end_frame", "fps", "key"], line.EnumerateObject().Select(field => field.Name)));
    }

    [Fact]
    public async Task Playlist_names_a_file_beside_it()
    {
        using var response = await GetAsync(Playlist);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');

        Assert.Equal("#EXTM3U", lines[0]);
        var segment = new Uri(new Uri(Playlist), Assert.Single(lines, line => line.Length > 0 && line[0] != '#')).ToString();
        await ExpectWholeAsync(segment, await GetAsync(segment));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Files_cannot_be_written(string method)
    {
        using var response = await SendAsync(new(method), Video);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
    }

    private static long ReadBigEndian(byte[] bytes, int start, int count) =>
        bytes.Skip(start).Take(count).Aggregate(0L, (number, value) => (number << 8) | value);
}
