using System.Text.Json;
using VideoPlatforms.Clients.Downloads.Files;

namespace VideoPlatforms.Clients.Downloads.Archive;

/// <summary>
/// Locks a folder for a process with a file that names the process. The system releases the lock if the process ends in any way; on
/// file systems without locks, the named process counts.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    /// <summary>The name of the lock file.</summary>
    public const string FileName = ".videoplatforms.lock";

    // The lock of another computer is valid if its file was changed this recently.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MaxSilence = TimeSpan.FromMinutes(5);

    private readonly FileStream _stream;
    private readonly Timer _heartbeat;
    private readonly string _path;

    private FolderLock(string path, FileStream stream)
    {
        _path = path;
        _stream = stream;
        _heartbeat = new(_ => Touch(), null, Heartbeat, Heartbeat);
    }

    /// <summary>Locks a folder.</summary>
    /// <exception cref="FolderInUseException">Another process has locked it.</exception>
    public static FolderLock Take(string folder)
    {
        var path = Path.Combine(folder, FileName);
        while (true)
        {
            var stream = Open(path) ?? throw new FolderInUseException(folder, Describe(path));
            try
            {
                if (Read(stream) is { } owner && IsAlive(owner, path))
                {
                    throw new FolderInUseException(folder, owner.ToString());
                }

                var own = LockOwner.Current();
                Write(stream, own);

                // The file could have been deleted by its owner after it was opened here; then the lock is on no file.
                if (Read(path)?.Token == own.Token)
                {
                    return new(path, stream);
                }

                stream.Dispose();
            }
            catch
            {
                stream.Dispose();
                throw;
            }
        }
    }

    /// <summary>Releases the lock.</summary>
    public void Dispose()
    {
        _heartbeat.Dispose();
        try
        {
            // On Windows, an open file cannot be deleted. An empty file names no owner.
            _stream.SetLength(0);
            _stream.Flush();
        }
        catch (IOException)
        {
            // The folder is gone or unavailable.
        }

        if (Path.DirectorySeparatorChar == '\\')
        {
            _stream.Dispose();
            WholeFile.Delete(_path);
        }
        else
        {
            WholeFile.Delete(_path);
            _stream.Dispose();
        }
    }

    private static FileStream? Open(string path)
    {
        try
        {
            // Others may read the owner. On Linux and macOS, only None locks the file, and only for processes that lock it, too.
            return new(LongPath.Of(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, Path.DirectorySeparatorChar == '\\' ? FileShare.Read : FileShare.None, 1);
        }
        catch (IOException) when (File.Exists(LongPath.Of(path)))
        {
            return null;
        }
    }

    private static bool IsAlive(LockOwner owner, string path) =>
        owner.IsLocal ? owner.IsRunning() : DateTime.UtcNow - File.GetLastWriteTimeUtc(LongPath.Of(path)) < MaxSilence;

    private static string Describe(string path) => Read(path)?.ToString() ?? FileName;

    private static LockOwner? Read(string path)
    {
        try
        {
            using var stream = new FileStream(LongPath.Of(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Read(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static LockOwner? Read(Stream stream)
    {
        try
        {
            stream.Position = 0;
            return stream.Length == 0 ? null : JsonSerializer.Deserialize(stream, ArchiveJson.Default.LockOwner);
        }
        catch (JsonException)
        {
            // The owner was ended while it wrote.
            return null;
        }
    }

    private static void Write(FileStream stream, LockOwner owner)
    {
        stream.SetLength(0);
        JsonSerializer.Serialize(stream, owner, ArchiveJson.Default.LockOwner);
        stream.Flush(flushToDisk: true);
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
