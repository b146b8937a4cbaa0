using System.Diagnostics;
using VideoPlatforms.Clients.Downloads.Archive;

namespace VideoPlatforms.Tests.Downloads;

public sealed class ArchiveFolderTests : IDisposable
{
    private const string Template = "{Title}";

    private readonly string _folder = Directory.CreateTempSubdirectory("folder-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Index_assigns_the_same_name_in_the_next_run()
    {
        using (var folder = ArchiveFolder.Open(_folder))
        {
            using var first = await folder.AssignAsync("v1", Template, "a/Name", default);
            using var second = await folder.AssignAsync("v2", Template, "A/NAME", default);
            Assert.Equal(("a/Name", "A/NAME (2)"), (first.Name, second.Name));
            folder.Add(Entry("v1", first.Name));
            folder.Add(Entry("v2", second.Name));
        }

        using (var folder = ArchiveFolder.Open(_folder))
        {
            using var second = await folder.AssignAsync("v2", Template, "a/Name", default);
            Assert.Equal("A/NAME (2)", second.Name);
        }
    }

    [Theory]
    [InlineData("{\"video\":\"v2\",\"kind\":\"Vid")]
    [InlineData("no JSON at all")]
    [InlineData("{}\n")]
    [InlineData("null\n")]
    public void Line_that_was_only_partly_written_is_ignored(string rest)
    {
        using (var folder = ArchiveFolder.Open(_folder))
        {
            folder.Add(Entry("v1", "a"));
        }

        File.AppendAllText(Path.Combine(_folder, ArchiveIndex.FileName), rest);
        using (var folder = ArchiveFolder.Open(_folder))
        {
            folder.Add(Entry("v3", "c"));
        }

        using var last = ArchiveFolder.Open(_folder);
        Assert.NotNull(last.Find("v1", "Video", Template));
        Assert.Null(last.Find("v2", "Video", Template));
        Assert.NotNull(last.Find("v3", "Video", Template));
    }

    [Fact]
    public void Index_does_not_grow_without_limit()
    {
        using (var folder = ArchiveFolder.Open(_folder))
        {
            for (var number = 0; number < 500; number++)
            {
                folder.Add(Entry("v1", "a"));
            }
        }

        ArchiveFolder.Open(_folder).Dispose();
        using var last = ArchiveFolder.Open(_folder);
        last.Add(Entry("v2", "b"));

        Assert.NotNull(last.Find("v1", "Video", Template));
        last.Dispose();
        Assert.Equal(2, File.ReadAllLines(Path.Combine(_folder, ArchiveIndex.FileName)).Length);
    }

    [Fact]
    public void Index_that_another_process_keeps_open_is_not_read()
    {
        var index = Path.Combine(_folder, ArchiveIndex.FileName);
        using var other = new FileStream(index, FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        Assert.Throws<IOException>(() => ArchiveFolder.Open(_folder));
    }

    [Fact]
    public void Lock_of_this_process_names_it_and_disappears()
    {
        using (ArchiveFolder.Open(_folder))
        {
            Assert.Equal((Environment.ProcessId, true), (FolderLock.OwnerOf(_folder)!.ProcessId, FolderLock.OwnerOf(_folder)!.IsRunning()));
        }

        Assert.Null(FolderLock.OwnerOf(_folder));
        Assert.False(File.Exists(Path.Combine(_folder, FolderLock.FileName)));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Lock_of_another_computer_counts_while_it_is_renewed(bool isOld, bool isInUse)
    {
        var path = Path.Combine(_folder, FolderLock.FileName);
        File.WriteAllText(path, """{"processId":1,"started":"2026-11-25T00:00:00+00:00","computer":"another-computer"}""");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow - (isOld ? TimeSpan.FromHours(1) : TimeSpan.Zero));

        var failure = Record.Exception(() => ArchiveFolder.Open(_folder).Dispose());

        Assert.Equal(isInUse ? typeof(FolderInUseException) : null, failure?.GetType());
    }

    [Fact]
    public void Lock_of_a_process_with_the_same_id_that_started_at_another_time_is_ignored()
    {
        using var process = Process.GetCurrentProcess();
        var owner = new LockOwner(process.Id, process.StartTime.AddHours(-1), Environment.MachineName);

        Assert.False(owner.IsRunning());
        Assert.True((owner with { Started = process.StartTime }).IsRunning());
        Assert.False((owner with { ProcessId = int.MaxValue }).IsRunning());
    }

    [Fact]
    public async Task Name_of_one_video_is_used_by_one_task_at_a_time()
    {
        using var folder = ArchiveFolder.Open(_folder);
        var first = await folder.AssignAsync("v1", Template, "a", default);
        var second = folder.AssignAsync("v1", Template, "a", default);

        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second.WaitAsync(TimeSpan.FromSeconds(10))).Dispose();
    }

    [Theory]
    [InlineData("Name.mp4", "Name (2)")]
    [InlineData("name.MKV", "Name (2)")]
    [InlineData("Name.partial", "Name (2)")]
    [InlineData("Name.subtitle.json", "Name (2)")]
    [InlineData("Name.2.mp4", "Name")]
    [InlineData("Names.mp4", "Name")]
    [InlineData("Name.mp4.partial.json.videoplatforms-tmp", "Name")]
    public async Task Name_of_an_unknown_file_gets_a_number(string existing, string expected)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, existing), "");
        using var folder = ArchiveFolder.Open(_folder);

        using var lease = await folder.AssignAsync("v1", Template, "Name", default);

        Assert.Equal(expected, lease.Name);
    }

    private static ArchiveEntry Entry(string video, string name) =>
        new(video, "Video", Template, name, name + ".mp4", 1, new string('0', 64), "video/mp4", DateTimeOffset.Now);
}
