using System.Globalization;
using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.PolyvLive;

/// <summary>Creates sample playbacks and sample videos on demand.</summary>
internal static class PolyvLiveData
{
    private const string AccountPrefix = "7f1ebeef00";

    private static readonly string[] LiveTypes = ["alone", "ppt", "topclass", "seminar"];
    private static readonly string[] Origins = ["manual", "auto", "merge", "clip"];
    private static readonly int[] Channels = [1234567, 1810121, 2272655, 2477096];

    public static PolyvLiveSandboxVideo CreatePlayback(int index, DateTimeOffset created, Uri mediaRoot)
        => Create($"playback/{index}", index, created, mediaRoot);

    /// <summary>Creates a video on demand. Its status is one of Polyv VOD.</summary>
    public static PolyvLiveSandboxVideo CreateVod(int index, DateTimeOffset created, Uri mediaRoot)
        => Create($"vod/{index}", index, created, mediaRoot) with
        {
            Status = (index % 3) switch { 0 => "Y", 1 => "60", _ => "61" },
            ChannelSessionId = null,
            Origin = null,
            Mergeinfo = null,
        };

    private static PolyvLiveSandboxVideo Create(string name, int index, DateTimeOffset created, Uri mediaRoot)
    {
        var digits = Digest.Id($"polyv-live/{name}");
        var pool = AccountPrefix + digits.Substring(AccountPrefix.Length);
        var channel = Channels[index % Channels.Length];
        var seconds = index * 97 % 9000;
        var session = index % 4 == 0 ? null : "fo" + digits.Substring(0, 8);
        var start = ChinaTime.Format(created.AddHours(-3), "yyyyMMddHHmmss");
        var folder = $"{AccountPrefix[0]}/{AccountPrefix}/{pool.Last()}/{pool}";
        var described = index % 5 != 0;
        return new()
        {
            VideoId = digits.Substring(0, 10),
            VideoPoolId = $"{pool}_{AccountPrefix[0]}",
            UserId = AccountPrefix,
            ChannelId = channel,
            Title = SampleText.Title(index),
            FirstImage = $"{mediaRoot}polyv-live/uimage/{folder}_0.png",
            Duration = TimeSpan.FromSeconds(seconds).ToString("c", CultureInfo.InvariantCulture),
            MyBr = ((index % 3) + 1).ToString(CultureInfo.InvariantCulture),
            Qid = index % 6 == 0 ? $"q{digits.Substring(0, 6)}" : null,
            Seed = index % 7 == 0 ? 1 : 0,
            Ordertime = index % 9 == 0 ? created.ToUnixTimeMilliseconds() : 0,
            CreatedTime = created.ToUnixTimeMilliseconds() + (index / 10 % 1000),
            LastModified = created.AddMinutes(index % 50).ToUnixTimeMilliseconds(),
            Rank = index * 31 % 100,
            AsDefault = index % 20 == 0 ? "Y" : "N",
            Url = $"{mediaRoot}polyv-live/source/{folder}_1.m3u8",
            ChannelSessionId = session,
            Status = "Y",
            FileId = Digest.Id($"polyv-live/file/{name}"),
            StartTime = start,
            LiveType = LiveTypes[index / 2 % LiveTypes.Length],
            ErrorCount = index % 8 == 0 ? index % 3 : null,
            Mergeinfo = session is null ? null : $"[\"{start},{seconds},{session}\"]",
            WatchUrl = $"//live.polyv.cn/watch/{channel}?vid={digits.Substring(0, 10)}",
            Width = described ? 1920 : null,
            Height = described ? 1080 : null,
            Origin = described ? Origins[index % Origins.Length] : null,
            CallbackUrl = index % 10 == 1 ? "https://example.com/callback?a=1&b=2" : null,
            Lang = index % 3 == 0 ? "EN" : "zh_CN",
            VideoIdEN = index % 12 == 0 ? digits.Substring(10, 10) : null,
            FileUrl = described ? $"{mediaRoot}polyv-live/{folder}_1.mp4" : null,
            EnFileUrl = index % 12 == 0 ? $"{mediaRoot}polyv-live/{folder}_en.mp4" : null,
        };
    }
}
