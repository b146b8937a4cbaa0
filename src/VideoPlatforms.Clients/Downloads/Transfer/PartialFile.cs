using System.Security.Cryptography;
using VideoPlatforms.Clients.Downloads.Files;

namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>
/// Represents a file that is being downloaded: <c>NAME.partial</c> with its journal <c>NAME.partial.json</c>. It gets its final name
/// when it is complete. A failure at any time leaves nothing, a partial file with its journal, or the complete file.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    /// <summary>The suffix of a partial file.</summary>
    public const string Suffix = ".partial";

    /// <summary>The suffix of the journal of a partial file.</summary>
    public const string JournalSuffix = Suffix + ".json";

    private readonly DownloadRequest _request;
    private readonly string _path;
    private readonly string _journalPath;
    private IncrementalHash _hash = FileHash.Create();
    private FileStream? _stream;
    private Journal? _journal;
    private bool _committed;

    private PartialFile(DownloadRequest request)
    {
        _request = request;
        _path = request.Path + Suffix;
        _journalPath = request.Path + JournalSuffix;
    }

    /// <summary>Gets the number of bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Gets the length that the server reported; null if unknown.</summary>
    public long? ExpectedLength => _journal?.Length;

    /// <summary>Gets the value for If-Range; null if the download cannot be resumed.</summary>
    public string? Validator => _journal?.Validator;

    /// <summary>Gets a value indicating whether bytes of an earlier run are used.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>Gets a value indicating whether all bytes have been received.</summary>
    public bool IsComplete => Length > 0 && Length == _journal?.Length;

    /// <summary>Opens the partial file of an earlier run, or prepares a new one.</summary>
    public static async Task<PartialFile> OpenAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        var file = new PartialFile(request);
        try
        {
            await file.ResumeAsync(cancellationToken).ConfigureAwait(false);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Returns the file that an earlier run completed without reporting it; null if there is none.</summary>
    public static async Task<DownloadedFile?> RecoverAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        if (Journal.Read(request.Path + JournalSuffix) is not { Sha256: { } sha256, Name: { } name, Length: { } length } journal || journal.Owner != request.Owner)
        {
            return null;
        }

        var path = PathOf(request, name);
        return WholeFile.Length(request.Path + Suffix) is null && await FileHash.ComputeAsync(path, length, cancellationToken).ConfigureAwait(false) == sha256
            ? new(path, length, sha256, journal.ContentType, IsResumed: false)
            : null;
    }

    /// <summary>Deletes what an earlier run left of a download of a file that is whole.</summary>
    /// <param name="path">The path of the file.</param>
    public static void Clean(string path)
    {
        WholeFile.Delete(path + Suffix);
        WholeFile.Delete(path + JournalSuffix);
    }

    /// <summary>Deletes the journal of a file that was completed and reported.</summary>
    public static void Forget(DownloadRequest request) => WholeFile.Delete(request.Path + JournalSuffix);

    /// <summary>Starts with an empty file.</summary>
    /// <param name="validator">The value for If-Range; null if the download cannot be resumed.</param>
    /// <param name="length">The length that the server reported.</param>
    /// <param name="contentType">The content type that the server reported.</param>
    public void Start(string? validator, long? length, string? contentType)
    {
        Discard();
        _journal = new()
        {
            Owner = _request.Owner,
            Address = _request.Address.Display,
            Validator = validator,
            Length = length,
            ContentType = contentType,
        };
        Directory.CreateDirectory(LongPath.Of(System.IO.Path.GetDirectoryName(_path)!));
        _journal.Write(_journalPath);
        _stream = Open(FileMode.Create);
    }

    /// <summary>Deletes the bytes that were received. The partial file goes before its journal, which otherwise would describe other bytes.</summary>
    public void Discard()
    {
        Close();
        _hash.Dispose();
        _hash = FileHash.Create();
        (Length, IsResumed, _journal) = (0, false, null);
        WholeFile.Delete(_path);
        WholeFile.Delete(_journalPath);
    }

    /// <summary>Appends bytes.</summary>
    public async Task AppendAsync(byte[] buffer, int count, CancellationToken cancellationToken)
    {
        _stream ??= Open(FileMode.Open);
        _hash.AppendData(buffer, 0, count);
        try
        {
            await _stream.WriteAsync(buffer, 0, count, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            // What the runtime throws if the file exceeds the limit of the file system, such as 4 GB.
            throw new IOException(exception.Message, exception);
        }

        Length += count;
    }

    /// <summary>Writes the file to the disk and gives it its final name.</summary>
    public DownloadedFile Commit()
    {
        _stream ??= Open(FileMode.Open);
        _stream.Flush(flushToDisk: true);
        Close();
        var name = System.IO.Path.GetFileName(_request.Path) + (_request.HasExtension ? "" : FileExtension.OfContent(_journal!.ContentType));
        _journal!.Sha256 = FileHash.Text(_hash.GetHashAndReset());
        _journal.Name = name;
        _journal.Length = _journal.BytesOnDisk = Length;
        _journal.Write(_journalPath);
        var path = PathOf(_request, name);
        if (_request.Overwrite)
        {
            WholeFile.Replace(_path, path);
        }
        else
        {
            WholeFile.Move(_path, path);
        }

        _committed = true;
        return new(path, Length, _journal.Sha256, _journal.ContentType, IsResumed);
    }

    /// <summary>Closes the file. A partial file remains if it can be resumed.</summary>
    public void Dispose()
    {
        try
        {
            if (!_committed)
            {
                Keep();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The disk is full or the folder is gone. The journal on the disk still describes the partial file.
        }
        finally
        {
            Close();
            _hash.Dispose();
        }
    }

    private static string PathOf(DownloadRequest request, string name) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(request.Path)!, name);

    private async Task ResumeAsync(CancellationToken cancellationToken)
    {
        if (Journal.Read(_journalPath) is not { } journal
            || journal.Owner != _request.Owner
            || WholeFile.Length(_path) is not { } length
            || journal.UsableBytes(length) is not (> 0 and var usable)
            || usable > journal.Length
            || (journal.Validator is null && usable != journal.Length))
        {
            return;
        }

        // The bytes are read again, because a hash that is half computed cannot be saved.
        if (await FileHash.AppendAsync(_hash, _path, usable, cancellationToken).ConfigureAwait(false) != usable)
        {
            _hash.Dispose();
            _hash = FileHash.Create();
            return;
        }

        (_journal, Length, IsResumed) = (journal, usable, true);
    }

    private void Keep()
    {
        if (_journal is null)
        {
            return;
        }

        if (Length == 0 || (Validator is null && !IsComplete))
        {
            Discard();
        }
        else if (_stream is not null)
        {
            _stream.Flush(flushToDisk: true);
            _journal.BytesOnDisk = Length;
            _journal.Write(_journalPath);
        }
    }

    private FileStream Open(FileMode mode)
    {
        var stream = new FileStream(LongPath.Of(_path), mode, FileAccess.Write, FileShare.Read, 1, FileOptions.Asynchronous);
        try
        {
            // An interrupted write can have left more bytes than are known.
            stream.SetLength(Length);
            stream.Position = Length;
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private void Close()
    {
        _stream?.Dispose();
        _stream = null;
    }
}
