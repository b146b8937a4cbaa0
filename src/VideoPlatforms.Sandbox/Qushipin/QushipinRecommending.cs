using System.Globalization;

namespace VideoPlatforms.Sandbox;

/// <summary>Reads a recommendation from the fields of recommendVideo.</summary>
internal static class QushipinRecommending
{
    public static QushipinSandboxRecommendation Read(SandboxRequest request, int id, DateTimeOffset now) => new()
    {
        Video = new()
        {
            Id = id.ToString(CultureInfo.InvariantCulture),
            VideoId = request.Value("videoId"),
            Title = request.Value("title"),
            Description = request.Value("description"),
            Duration = ReadNumber(request.Value("duration")),
            CoverUrl = request.Value("coverUrl"),
            CreationTime = now,
            FirstFrameUrl = request.Value("firstFrameUrl"),
            Size = (long?)ReadNumber(request.Value("size")),
            CateId = (long?)ReadNumber(request.Value("cateId")),
            CateName = request.Value("cateName"),
            Tags = request.Value("tags"),
            UserId = request.Value("userId"),
            UserName = QushipinData.UserName(request.Value("userId")),
            TranscodeStatus = request.Value("transcodeStatus"),
            SnapshotStatus = request.Value("snapshotStatus"),
            CensorStatus = request.Value("censorStatus"),
        },
        IsNarrow = request.Value("isNarrow"),
        IsCache = request.Value("isCache"),
    };

    private static double? ReadNumber(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
