using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.DigitalPerson;

/// <summary>Creates sample works of several users.</summary>
internal static class DigitalPersonData
{
    /// <summary>The status of a work that is being generated.</summary>
    public const string InProgress = "IN_PROGRESS";

    private static readonly long[] Users = [81, 82, 97];
    private static readonly string[] Statuses = ["SUCCESS", "SUCCESS", "DRAFT", "SUCCESS", InProgress, "SUCCESS", "FAIL"];

    public static DigitalPersonSandboxWork Create(int index, DateTimeOffset created, Uri mediaRoot)
    {
        var user = Users[index % Users.Length];
        var status = Statuses[index % Statuses.Length];
        var name = SampleText.Title(index);
        var draft = status == "DRAFT";
        var folder = Folder(mediaRoot, user);
        return new()
        {
            CreateTime = created,
            UpdateTime = created.AddSeconds(index % 240),
            DigitalPersonWorksId = 2000 + index,
            UserId = user,
            Name = name.Length == 0 ? "未命名视频" : name,
            Avatar = draft ? (index % 2 == 0 ? null : "") : $"{folder}/covers/{Digest.Id($"work/{index}")}-cover.png",
            Status = status,
            Align = index % 4 == 3 ? "HORIZONTAL" : "VERTICAL",
            Resolution = draft ? null : index % 5 == 0 ? "720P" : "1080P",
            WorksUrl = status == "SUCCESS" ? $"{folder}/测试TTS作品_{created.ToUnixTimeMilliseconds()}.mp4" : null,
            Fee = index % 9 == 1 ? 0.5 * (index % 7) : null,
            Duration = draft && index % 2 == 0 ? null : Math.Round(5.77863 + (index * 1.3471 % 200), 5),
        };
    }

    /// <summary>Returns the work while it is being generated.</summary>
    public static DigitalPersonSandboxWork Start(DigitalPersonSandboxWork work) => work with { Status = InProgress, WorksUrl = null };

    /// <summary>Returns the work after its generation.</summary>
    public static DigitalPersonSandboxWork Finish(DigitalPersonSandboxWork work, bool failed, DateTimeOffset now, Uri mediaRoot) => work with
    {
        Status = failed ? "FAIL" : "SUCCESS",
        UpdateTime = now,
        WorksUrl = failed ? null : $"{Folder(mediaRoot, work.UserId)}/测试TTS作品_{work.CreateTime.ToUnixTimeMilliseconds()}.mp4",
    };

    private static string Folder(Uri mediaRoot, long user) => $"{mediaRoot}digital-person/FileUpload/0/UID_{user}/Video/Works";
}
