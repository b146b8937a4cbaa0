using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Downloads;

/// <summary>Downloads with faults at random: each file is whole, or its video is an error.</summary>
public sealed class RandomFaultTests() : SaveTest(videoCount: 60)
{
    private static readonly FaultKind[] Kinds =
    [
        FaultKind.TruncateResponse, FaultKind.DropConnection, FaultKind.Status, FaultKind.IgnoreRange, FaultKind.WrongRange, FaultKind.WrongLength, FaultKind.ChangeMedia,
        FaultKind.Html, FaultKind.SlowBody,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_file_is_whole_or_an_error(int seed)
    {
        var random = new Random(seed);
        var videos = await VideosWithFilesAsync(Platform.Qushipin, Platform.Chanjing, Platform.DigitalPerson);
        for (var fault = 0; fault < 120; fault++)
        {
            Sandbox.Faults.Add(new()
            {
                Kind = Kinds[random.Next(Kinds.Length)],
                Path = "/media/",
                Skip = random.Next(200),
                After = random.Next(100_000),
                Status = new[] { 403, 404, 429, 500, 503 }[random.Next(5)],
                Count = random.Next(2) == 0 ? 7 : -7,
                Delay = TimeSpan.FromMilliseconds(20),
            });
        }

        await SaveAsync(videos);
        var failed = Host.Errors.Select(error => error.Failure.Target).ToList();
        Assert.Equal(videos.Select(video => video.Id).Order(StringComparer.Ordinal), Saved.Select(saved => saved.Id).Concat(failed).Order(StringComparer.Ordinal));
        Sandbox.Faults.Clear();
        await SaveAsync(videos);

        Assert.All(Saved, saved => Assert.Equal(Sandbox.Media.GetSha256(FileAddressOf(videos.Single(video => video.Platform == saved.Platform && video.Id == saved.Id).Video!)!), Sha256(saved.Path)));
        Assert.Equal(videos.Count, Saved.Count());
        Assert.DoesNotContain(Files(), file => file.EndsWith(".partial", StringComparison.Ordinal) || file.EndsWith("-tmp", StringComparison.Ordinal));
    }
}
