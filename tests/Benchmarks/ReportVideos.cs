using System.Globalization;
using VideoPlatforms.Clients.Registry;

namespace VideoPlatforms.Benchmarks;

/// <summary>Videos of all platforms as their lists contain them: random IDs, Chinese and English titles, tags, and addresses.</summary>
internal static class ReportVideos
{
    private static readonly string[] Words =
    [
        "产品发布会", "新员工培训", "高等数学", "安全演练", "客户案例", "季度总结", "直播回放", "使用教程", "Release notes", "Product tour", "Quarterly review", "Onboarding", "第一讲", "第二讲", "上半场", "下半场",
        "北京", "上海", "深圳", "杭州", "2023", "2024", "2025", "final", "v2",
    ];

    private static readonly string[] Statuses = ["60", "61", "60", "10", "50", "51"];

    /// <summary>Creates videos. The same number gives the same videos.</summary>
    public static IEnumerable<PlatformVideo> Create(int count)
    {
        var random = new Random(4711);
        var bytes = new byte[16];
        var start = new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));
        for (var number = 0; number < count; number++)
        {
            random.NextBytes(bytes);
            var id = Convert.ToHexStringLower(bytes);
            var platform = (Platform)(number % 5);
            var title = $"{Word()} {Word()} {Word()} {number.ToString(CultureInfo.InvariantCulture)}";
            var created = start.AddSeconds(random.Next(150_000_000));
            var duration = TimeSpan.FromSeconds(random.Next(5, 9000));
            var size = random.NextInt64(100_000, 2_000_000_000);
            var status = Statuses[random.Next(Statuses.Length)];
            yield return (PlatformVideo)PlatformRegistry.Of(platform).ReadVideo(new(name => name switch
            {
                "Id" => id,
                "Title" => title,
                "CreatedAt" => created,
                "Duration" => duration,
                "Url" or "FileUrls" => $"https://media.example.com/{id[..2]}/{id}/video.mp4",
                "CoverUrl" => $"https://img.example.com/{id[..2]}/{id}/cover.jpg",
                "StatusCode" or "Status" => status,
                "CensorStatus" or "TranscodeStatus" => "success",
                "Size" => size,
                "PlayCount" => (long)(number % 1000),
                "Tags" => "培训;直播",
                "CategoryName" => "课程",
                "UserName" => "韩梅梅",
                _ => null,
            }));

            string Word() => Words[random.Next(Words.Length)];
        }
    }
}
