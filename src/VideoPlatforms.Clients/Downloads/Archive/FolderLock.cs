using System.Text.Json;
using VideoPlatforms.Clients.Downloads.Files;

namespace VideoPlatforms.Clients.Downloads.Archive;

/// <summary>
/// Marks a folder as used by a process, with a file that names the process. The file of a process that does not run any more has no
/// effect. Its user also keeps the index open exclusively, so that of two processes only one can write the file.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    /// <summary>The name of the lock file.</summary>
    public const string FileName = ".videoplatforms.lock";

    // Whether a process of another computer runs is unknown. Its lock is valid if its file was changed this recently.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MaxSilence = TimeSpan.FromMinutes(5);

    private readonly Timer _heartbeat;
    private readonly string _path;

    private FolderLock(string path)
    {
        _path = path;
        _heartbeat = new(_ => Touch(), null, Heartbeat, Heartbeat);
    }

    /// <summary>Returns the process that uses a folder; null if none does.</summary>
    public static LockOwner? OwnerOf(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return Read(path) is { } owner && (owner.IsLocal ? owner.IsRunning() : DateTime.UtcNow - File.GetLastWriteTimeUtc(LongPath.Of(path)) < MaxSilence) ? owner : null;
    }

    /// <summary>Marks a folder as used by this process.</summary>
    /// <exception cref="FolderInUseException">Another process uses it.</exception>
    public static FolderLock Take(string folder)
    {
        if (OwnerOf(folder) is { } owner)
        {
            throw new FolderInUseException(folder, owner.ToString());
        }

        var path = Path.Combine(folder, FileName);
        WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(LockOwner.Current(), ArchiveJson.Default.LockOwner));
        return new(path);
    }

    /// <summary>Deletes the file.</summary>
    public void Dispose()
    {
        _heartbeat.Dispose();
        WholeFile.Delete(_path);
    }

    private static LockOwner? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(LongPath.Of(path)), ArchiveJson.Default.LockOwner);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private void Touch()
    {
        try
        {
            File.SetLastWriteTimeUtc(LongPath.Of(_path), DateTime.UtcNow);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next one may succeed. The time concerns only other computers.
        }
    }
}
