using VideoPlatforms.AllPlatforms.Report;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Reports;

/// <summary>Covers in the file.</summary>
public sealed class ReportCoverTests : ReportTest
{
    public ReportCoverTests()
        : base(videoCount: 20)
    {
    }

    [Fact]
    public async Task Every_cover_is_in_the_file()
    {
        var videos = await ListAllAsync();

        var report = await ReportAsync(videos, InLanguage("en-US", embedCover: true));

        Assert.DoesNotContain("cover", report.Lines[0].EnumerateObject().Select(property => property.Name));
        var numbers = report.Column("picture").Select(value => value.GetInt32()).ToList();
        Assert.Equal(videos.Select(video => video.CoverUrl is not null), numbers.Select(number => number >= 0));
        Assert.Equal(numbers.Where(number => number >= 0).Distinct().Order(), report.Pictures.Select(line => int.Parse(line.Split(' ')[0], null)).Order());
        Assert.All(report.Pictures, line => Assert.StartsWith("image/png;base64,iVBORw0KGgo", line.Split(' ')[1], StringComparison.Ordinal));
        Assert.Empty(Host.Errors);
    }

    [Fact]
    public async Task Cover_of_several_videos_is_downloaded_once()
    {
        var video = (await ListAllAsync()).First(found => found.CoverUrl is not null);
        var before = Sandbox.Requests.Count;

        var report = await ReportAsync([video, video, video], InLanguage("en-US", embedCover: true));

        Assert.Equal([0, 0, 0], report.Column("picture").Select(value => value.GetInt32()));
        Assert.Single(report.Pictures);
        Assert.Equal(before + 1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Cover_that_fails_is_reported_and_the_report_is_written_without_it()
    {
        var videos = (await ListAllAsync()).Where(video => video.CoverUrl is not null).Take(3).ToList();
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 404, Path = new Uri(videos[1].CoverUrl!).AbsolutePath, Times = int.MaxValue });

        var report = await ReportAsync(videos, InLanguage("en-US", embedCover: true));

        Assert.Equal(2, report.Pictures.Length);
        var (failure, target) = Assert.Single(Host.Errors);
        Assert.Equal($"{videos[1].Platform}.FileNotFound", failure.ErrorId);
        Assert.Same(videos[1], target);
    }

    [Fact]
    public async Task Response_that_is_not_a_picture_is_not_included()
    {
        var video = (await ListAllAsync()).First(found => found.CoverUrl is not null);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", Path = new Uri(video.CoverUrl!).AbsolutePath, Times = int.MaxValue });

        var report = await ReportAsync([video], InLanguage("en-US", embedCover: true));

        Assert.Empty(report.Pictures);
        Assert.Equal($"{video.Platform}.UnexpectedContent", Assert.Single(Host.Errors).Failure.ErrorId);
    }

    [Fact]
    public async Task Covers_beyond_the_limit_are_left_out_with_a_warning()
    {
        var videos = (await ListAllAsync()).Where(video => video.CoverUrl is not null).DistinctBy(video => video.CoverUrl).Take(30).ToList();
        using var covers = new ReportCovers(new ReportOptions(PathOf("a.html"), Force: false).Target, maxTotalBytes: 1, None);
        foreach (var video in videos)
        {
            await covers.AddAsync(video, video, Host, None);
        }

        await covers.CompleteAsync(Host, None);

        using var copied = new MemoryStream();
        covers.CopyTo(copied);
        var lines = System.Text.Encoding.ASCII.GetString(copied.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.InRange(lines, 1, 16);
        Assert.Contains((videos.Count - lines).ToString((IFormatProvider?)null), Assert.Single(Host.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FFD8FFE0", "image/jpeg")]
    [InlineData("89504E470D0A1A0A00", "image/png")]
    [InlineData("474946383961", "image/gif")]
    [InlineData("524946460000000057454250", "image/webp")]
    [InlineData("000000206674797061766966", "image/avif")]
    [InlineData("424D0000", "image/bmp")]
    [InlineData("3C737667", null)]
    [InlineData("FF", null)]
    [InlineData("", null)]
    public void Type_of_a_picture_is_that_of_its_bytes(string bytes, string? type) => Assert.Equal(type, PictureType.Of(Convert.FromHexString(bytes)));
}
