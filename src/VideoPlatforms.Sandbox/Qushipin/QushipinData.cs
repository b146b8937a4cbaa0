using System.Globalization;
using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.Qushipin;

/// <summary>Creates the users and sample videos.</summary>
internal static class QushipinData
{
    /// <summary>The status of a video that is being transcoded.</summary>
    public const string OnTranscode = "onTranscode";

    private static readonly (string Id, string Name)[] Users =
        [("2434793223202", "Anne"), ("2434793223203", "李雷"), ("2434793223204", "O'Brien, Pat"), ("2434793223205", "韩梅梅")];

    private static readonly (long Id, string Name)[] Categories =
        [(12, "12"), (13, "培训"), (14, "Marketing, EMEA"), (1000000001, "课程")];

    private static readonly string[] CensorStatuses = ["onCensor", "success", "success", "fail", "success"];
    private static readonly string[] TranscodeStatuses = ["success", "success", OnTranscode, "fail", "success", "", "success"];

    public static QushipinSandboxVideo CreateVideo(int index, DateTimeOffset created, Uri mediaRoot)
    {
        var digits = Digest.Id($"qushipin/{index}");
        var (userId, userName) = Users[index % Users.Length];
        var (cateId, cateName) = Categories[index / 3 % Categories.Length];
        var transcode = TranscodeStatuses[index % TranscodeStatuses.Length];
        var ready = transcode == "success";
        var files = $"{mediaRoot}qushipin";
        return new()
        {
            Id = (index + 1).ToString(CultureInfo.InvariantCulture),
            VideoId = digits.Substring(0, 16),
            Title = SampleText.Title(index),
            Description = SampleText.Description(index),
            Duration = transcode.Length == 0 ? null : (index * 7 % 600) + (index % 3 == 0 ? 0.52 : 0),
            CoverUrl = $"{files}/image9sfsa0-{digits}.png",
            CreationTime = created,
            Size = transcode.Length == 0 ? null : 56L + (index * 7_654_321L % 4_000_000_000L),
            CateId = cateId,
            CateName = cateName,
            Tags = SampleText.Tags(index),
            FirstFrameUrl = ready ? $"{files}/frames/{digits}.png" : "",
            ShareUrl = ready ? $"https://example.aliyundoc.com/share?v={digits}&from=console" : "",
            UserId = userId,
            UserName = userName,
            AvatarUrl = $"{files}/avatar-{userId}.png",
            TranscodeStatus = transcode,
            SnapshotStatus = ready ? "success" : "",
            CensorStatus = CensorStatuses[index % CensorStatuses.Length],
            NarrowTranscodeStatus = index % 4 == 0 ? "success" : "",
            SnapshotList = ready ? (string[])[$"{files}/covers/{digits}-1.png", $"{files}/covers/sprite/{digits}-2.png"] : [],
            FileUrlList = ready ? (string[])[$"{files}/{digits}/sd.mp4", $"{files}/{digits}/hd.mp4"] : [],
        };
    }

    /// <summary>Returns the video while it is being transcoded.</summary>
    public static QushipinSandboxVideo Start(QushipinSandboxVideo video) => video with { TranscodeStatus = OnTranscode };

    /// <summary>Returns the video after its transcoding.</summary>
    public static QushipinSandboxVideo Finish(QushipinSandboxVideo video, bool failed)
    {
        var digits = Digest.Id(video.VideoId);
        return failed ? video with { TranscodeStatus = "fail" } : video with
        {
            TranscodeStatus = "success",
            FileUrlList = video.FileUrlList.Count > 0 ? video.FileUrlList : [$"http://example.aliyundoc.com/{digits}/sd.mp4"],
        };
    }

    public static string UserName(string userId) => Users.FirstOrDefault(user => user.Id == userId).Name ?? "";
}
