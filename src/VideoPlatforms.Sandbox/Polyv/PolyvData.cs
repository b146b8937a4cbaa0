using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.Polyv;

/// <summary>Creates the content of the account: categories in three levels, sub-accounts and sample videos.</summary>
internal static class PolyvData
{
    /// <summary>The category tree. The last category contains no videos.</summary>
    public static readonly IReadOnlyList<PolyvSandboxCategory> Categories =
    [
        new() { Cataid = 1, Name = "默认分类" },
        new() { Cataid = 1539918907896, Name = "课程" },
        new() { Cataid = 1539918907897, Name = "数学", ParentId = 1539918907896 },
        new() { Cataid = 1539918907898, Name = "代数", ParentId = 1539918907897 },
        new() { Cataid = 1539918907899, Name = "物理", ParentId = 1539918907896 },
        new() { Cataid = 1541000000001, Name = "Marketing" },
        new() { Cataid = 1541000000002, Name = "直播切片", ParentId = 1541000000001 },
        new() { Cataid = 1542000000000, Name = "空分类" },
    ];

    /// <summary>The sub-accounts. The last one uploaded no videos.</summary>
    public static readonly IReadOnlyList<string> Uploaders =
        ["test1@zzs.com", "test2@zzs.com", "ops+video@example.com", "li.lei@example.cn", "empty@example.com"];

    // The common prefix of the video IDs of an account.
    private const string AccountPrefix = "5a9db0c0de";

    // Most of the videos are published.
    private static readonly string[] Statuses = ["61", "60", "61", "10", "61", "20", "60", "50", "61", "51", "61", "-1"];

    public static PolyvSandboxVideo Create(int index, DateTimeOffset uploaded, Uri mediaRoot)
    {
        var digits = Digest.Id($"polyv/{index}").Substring(AccountPrefix.Length);
        var vid = $"{AccountPrefix}{digits}_{AccountPrefix[0]}";
        return new()
        {
            Vid = vid,
            Cataid = Categories[index * 5 % (Categories.Count - 1)].Cataid,
            Title = SampleText.Title(index),
            Context = SampleText.Description(index),
            Times = index * 37 % 500,
            FirstImage = $"{mediaRoot}polyv/uimage/{AccountPrefix[0]}/{AccountPrefix}/{digits.Last()}/{vid}.png",
            Tag = SampleText.Tags(index),
            AacLink = index % 3 == 0 ? $"{mediaRoot}polyv/{AccountPrefix}/{digits.Last()}/{vid}.mp3" : null,
            Status = Statuses[index % Statuses.Length],
            UploaderEmail = Uploaders[index * 3 % (Uploaders.Count - 1)],
            Ptime = uploaded.ToUnixTimeMilliseconds() + (index / 10 % 1000),
        };
    }

    /// <summary>Returns the category and all its descendants.</summary>
    public static IEnumerable<long> WithSubcategories(long cataid)
        => Categories.Where(category => category.ParentId == cataid)
            .SelectMany(category => WithSubcategories(category.Cataid))
            .Prepend(cataid);
}
