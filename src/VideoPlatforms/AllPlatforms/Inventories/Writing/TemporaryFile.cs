using System.IO.Compression;
using VideoPlatforms.AllPlatforms.Exports;

namespace VideoPlatforms.AllPlatforms.Inventories.Writing;

/// <summary>A file under a temporary name beside the file that it becomes.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private bool _isPublished;

    /// <summary>Creates the file.</summary>
    public TemporaryFile(InventoryTarget target, bool compressed)
    {
        _path = Path.Combine(Path.GetDirectoryName(target.Path)!, $".{Guid.NewGuid():N}.partial");
        _file = new(_path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 1);
        Stream = compressed ? new GZipStream(_file, CompressionLevel.Optimal, leaveOpen: true) : _file;
    }

    /// <summary>Gets the stream to write to.</summary>
    public Stream Stream { get; }

    /// <summary>Copies what was written to another stream.</summary>
    public void CopyTo(Stream other)
    {
        _file.Position = 0;
        _file.CopyTo(other);
    }

    /// <summary>Gives the file its name.</summary>
    /// <exception cref="CommandException">A file with this name exists.</exception>
    public void Publish(InventoryTarget target)
    {
        if (Stream != _file)
        {
            Stream.Dispose();
        }

        _file.Flush(flushToDisk: true);
        _file.Dispose();
        try
        {
            Rename(target);
            _isPublished = true;
        }
        catch (IOException) when (!target.Force && File.Exists(target.Path))
        {
            throw ExportErrors.Exists(target.Path);
        }
    }

    /// <summary>Deletes the file unless it has its name.</summary>
    public void Dispose()
    {
        if (_isPublished)
        {
            return;
        }

        _file.Dispose();
        try
        {
            File.Delete(_path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The error that prevented the file from being completed is reported.
        }
    }

    private void Rename(InventoryTarget target)
    {
#if NET
        File.Move(_path, target.Path, target.Force);
#else
        if (target.Force && File.Exists(target.Path))
        {
            File.Replace(_path, target.Path, null);
        }
        else
        {
            File.Move(_path, target.Path);
        }
#endif
    }
}
