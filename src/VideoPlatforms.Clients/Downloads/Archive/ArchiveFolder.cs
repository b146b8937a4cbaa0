using VideoPlatforms.Clients.Downloads.Files;
using VideoPlatforms.Clients.Downloads.Transfer;

namespace VideoPlatforms.Clients.Downloads.Archive;

/// <summary>
/// Represents a folder that files are saved to. One process at a time writes to it; within the process, all users share it. Each name
/// belongs to one video.
/// </summary>
internal sealed class ArchiveFolder : IDisposable
{
    // A list of many files is not written for each of them.
    private static readonly TimeSpan ChecksumInterval = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, ArchiveFolder> Folders = new(StringComparer.OrdinalIgnoreCase);

    private readonly object _lock = new();
    private readonly FolderLock _folderLock;
    private readonly ArchiveIndex _index;
    private readonly Dictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Video, string Template), string> _bases = [];
    private readonly Dictionary<string, ILookup<string, string>> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SemaphoreSlim> _turns = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private bool _isChanged;
    private DateTime _checksumsWritten = DateTime.UtcNow;
    private int _users;

    private ArchiveFolder(string path)
    {
        Path = path;
        _index = OpenIndex(path);
        try
        {
            _folderLock = FolderLock.Take(path);
            foreach (var entry in _index.Entries)
            {
                _owners[entry.Base] = entry.Video;
                _bases[(entry.Video, entry.Template)] = entry.Base;
            }

            // A run that was ended leaves files that the list does not contain yet.
            _isChanged = _index.Entries.Count > 0;
        }
        catch
        {
            _index.Dispose();
            throw;
        }
    }

    /// <summary>Gets the absolute path.</summary>
    public string Path { get; }

    /// <summary>Opens a folder, which is created if it does not exist.</summary>
    /// <exception cref="FolderInUseException">Another process writes to it.</exception>
    /// <exception cref="IOException">The path is a file, or the folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static ArchiveFolder Open(string path)
    {
        lock (Folders)
        {
            if (!Folders.TryGetValue(path, out var folder))
            {
                Directory.CreateDirectory(LongPath.Of(path));
                Folders.Add(path, folder = new(path));
            }

            folder._users++;
            return folder;
        }
    }

    /// <summary>Assigns a name to a video, and waits until no other task saves the same video under it.</summary>
    /// <param name="video">The video: platform, account and ID.</param>
    /// <param name="template">The template of the name.</param>
    /// <param name="name">The relative path without an extension. If it belongs to another video or an unknown file, a number is added.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<NameLease> AssignAsync(string video, string template, string name, CancellationToken cancellationToken)
    {
        string assigned;
        SemaphoreSlim turn;
        lock (_lock)
        {
            if (!_bases.TryGetValue((video, template), out assigned!))
            {
                assigned = name;
                for (var number = 2; !IsFree(assigned, video); number++)
                {
                    assigned = $"{name} ({number})";
                }

                _bases.Add((video, template), assigned);
                _owners[assigned] = video;
            }

            if (!_turns.TryGetValue(assigned, out turn!))
            {
                _turns.Add(assigned, turn = new(1, 1));
            }
        }

        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new(assigned, System.IO.Path.Combine([Path, .. assigned.Split('/')]), turn);
    }

    /// <summary>Returns a file that is there and whole; null if there is none. Its bytes are compared with its hash.</summary>
    public async Task<ArchiveEntry?> FindWholeAsync(string video, string kind, string template, CancellationToken cancellationToken)
    {
        ArchiveEntry? entry;
        lock (_lock)
        {
            entry = _index.Find(video, kind, template);
        }

        return entry is not null && await FileHash.ComputeAsync(PathOf(entry), entry.Length, cancellationToken).ConfigureAwait(false) == entry.Sha256 ? entry : null;
    }

    /// <summary>Returns a file that the folder has contained, whether or not it is whole.</summary>
    public ArchiveEntry? Find(string video, string kind, string template)
    {
        lock (_lock)
        {
            return _index.Find(video, kind, template);
        }
    }

    /// <summary>Returns the absolute path of a file.</summary>
    public string PathOf(ArchiveEntry entry) => System.IO.Path.Combine([Path, .. entry.Name.Split('/')]);

    /// <summary>Adds a file that is complete under its final name.</summary>
    public void Add(ArchiveEntry entry)
    {
        lock (_lock)
        {
            if (_index.Find(entry.Video, entry.Kind, entry.Template) is { } replaced && replaced.Name != entry.Name)
            {
                // The file has another extension now.
                WholeFile.Delete(PathOf(replaced));
                _removed.Add(replaced.Name);
            }

            _removed.Remove(entry.Name);
            _index.Add(entry);
            _isChanged = true;
            if (DateTime.UtcNow - _checksumsWritten >= ChecksumInterval)
            {
                WriteChecksums();
            }
        }
    }

    /// <summary>Writes the hashes of all files, and releases the folder if no other task uses it.</summary>
    public void Dispose()
    {
        lock (Folders)
        {
            if (--_users > 0)
            {
                return;
            }

            Folders.Remove(Path);
            try
            {
                lock (_lock)
                {
                    WriteChecksums();
                }
            }
            finally
            {
                _folderLock.Dispose();
                _index.Dispose();
            }
        }
    }

    // The other process keeps the index open, or is just taking the folder.
    private static ArchiveIndex OpenIndex(string path)
    {
        try
        {
            return new(path);
        }
        catch (IOException) when (FolderLock.OwnerOf(path) is { } owner)
        {
            throw new FolderInUseException(path, owner.ToString());
        }
    }

    private void WriteChecksums()
    {
        if (_isChanged)
        {
            var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var entry in _index.Entries)
            {
                hashes[entry.Name] = entry.Sha256;
            }

            ChecksumFile.Update(Path, hashes, _removed);
            _isChanged = false;
            _checksumsWritten = DateTime.UtcNow;
        }
    }

    // A file that no video is known to own is never overwritten.
    private bool IsFree(string name, string video)
    {
        if (_owners.TryGetValue(name, out var owner))
        {
            return owner == video;
        }

        var slash = name.LastIndexOf('/');
        var folder = slash < 0 ? "" : name.Substring(0, slash);
        var files = FilesIn(folder)[name.Substring(slash + 1)].ToList();
        return files.Count == 0 || IsDownloadOf(video, folder, files);
    }

    // The files of a folder by the names that they belong to.
    private ILookup<string, string> FilesIn(string folder)
    {
        if (!_files.TryGetValue(folder, out var files))
        {
            var path = LongPath.Of(System.IO.Path.Combine([Path, .. folder.Split('/')]));

            // A temporary file is what remains of a failure; it reserves no name.
            files = (Directory.Exists(path) ? Directory.EnumerateFiles(path).Select(file => System.IO.Path.GetFileName(file)!) : [])
                .Where(file => !file.EndsWith(WholeFile.TemporarySuffix, StringComparison.Ordinal))
                .ToLookup(StemOf, StringComparer.OrdinalIgnoreCase);
            _files.Add(folder, files);
        }

        return files;
    }

    private bool IsDownloadOf(string video, string folder, List<string> files)
    {
        var journals = files
            .Where(file => file.EndsWith(PartialFile.JournalSuffix, StringComparison.OrdinalIgnoreCase))
            .Select(file => Journal.Read(System.IO.Path.Combine([Path, .. folder.Split('/'), file])))
            .ToList();
        var completed = journals.Select(journal => journal?.Name).ToList();
        return journals.Count > 0
            && journals.TrueForAll(journal => journal?.Owner is { } owner && ArchiveOwner.VideoOf(owner) == video)
            && files.TrueForAll(file => IsOfDownload(file) || completed.Contains(file));
    }

    private static bool IsOfDownload(string file) =>
        file.EndsWith(PartialFile.Suffix, StringComparison.OrdinalIgnoreCase) || file.EndsWith(PartialFile.JournalSuffix, StringComparison.OrdinalIgnoreCase);

    // The name without the extensions that this module adds.
    private static string StemOf(string file)
    {
        foreach (var suffix in new[] { PartialFile.JournalSuffix, PartialFile.Suffix })
        {
            file = file.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? file.Substring(0, file.Length - suffix.Length) : file;
        }

        const string Subtitle = ".subtitle.json";
        return file.EndsWith(Subtitle, StringComparison.OrdinalIgnoreCase)
            ? file.Substring(0, file.Length - Subtitle.Length)
            : System.IO.Path.GetFileNameWithoutExtension(file);
    }
}
