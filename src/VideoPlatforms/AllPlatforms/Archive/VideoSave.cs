using System.Reflection;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Downloads;
using VideoPlatforms.Clients.Downloads.Archive;
using VideoPlatforms.Clients.Downloads.Files;
using VideoPlatforms.Clients.Downloads.Subtitles;
using VideoPlatforms.Clients.Downloads.Transfer;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Platforms;

namespace VideoPlatforms.AllPlatforms.Archive;

/// <summary>Saves one video: its file, and what is saved beside it.</summary>
/// <param name="video">The video.</param>
/// <param name="key">The video as the folder stores it: platform, account and ID.</param>
/// <param name="isRow">Whether the video comes from a row, which may lack the address.</param>
/// <param name="lease">The name.</param>
/// <param name="run">What the videos of the command share.</param>
/// <param name="progress">Measures the progress.</param>
internal sealed class VideoSave(PlatformVideo video, string key, bool isRow, NameLease lease, SaveRun run, SaveProgress.FileProgress progress)
{
    private const string VideoKind = "Video";
    private const int MaxSubtitleBytes = 32 * 1024 * 1024;

    private readonly PlatformSupport _platform = SupportedPlatforms.Of(video.Platform);
    private PlatformVideo? _current;
    private bool _isRead;

    /// <summary>Saves the video.</summary>
    /// <exception cref="PlatformException">The video, or something that is saved beside it, could not be saved.</exception>
    public async Task<SavedVideo> RunAsync(CancellationToken cancellationToken)
    {
        var (entry, isResumed) = await SaveFileAsync(VideoKind, "", ExpectedContent.Media, _platform.FileAddressOf, MissingFile, cancellationToken).ConfigureAwait(false);
        if (run.Options.Include.Contains(SavedContent.Cover))
        {
            await SaveCoverAsync(cancellationToken).ConfigureAwait(false);
        }

        if (run.Options.Include.Contains(SavedContent.Subtitle))
        {
            await SaveSubtitlesAsync(cancellationToken).ConfigureAwait(false);
        }

        if (run.Options.Include.Contains(SavedContent.Metadata))
        {
            Write(nameof(SavedContent.Metadata), ".json", "application/json", VideoJson.Write(_current ?? video));
        }

        return new(video.Platform, video.Id!, run.Folder.PathOf(entry!), entry!.Length, entry.Sha256)
        {
            Title = video.Title,
            ContentType = entry.ContentType,
            Resumed = isResumed,
            SavedAt = entry.SavedAt,
            UserId = video.GetType().GetProperty(nameof(SavedVideo.UserId), BindingFlags.Public | BindingFlags.Instance)?.GetValue(video) as string,
            Session = video.Session,
        };
    }

    private PlatformException? MissingFile(string? address) =>
        address is null ? Fail(ErrorKind.NoFile, Messages.AddressMissing)
        : _platform.IsEncrypted(_current ?? video) ? Fail(ErrorKind.NoFile, Messages.VideoEncrypted)
        : MediaAddress.Parse(video.Platform, video.Id, address) is not { } parsed ? Fail(ErrorKind.NoFile, Messages.AddressInvalid)
        : parsed.IsPlaylist ? Fail(ErrorKind.NoFile, Messages.AddressIsPlaylist)
        : null;

    private async Task SaveCoverAsync(CancellationToken cancellationToken)
    {
        if (video.CoverUrl is null)
        {
            run.Observer.Warning(CommandMessages.CoverMissing.With(video));
            return;
        }

        await SaveFileAsync(
            nameof(SavedContent.Cover),
            ".cover",
            ExpectedContent.Picture,
            found => found.CoverUrl,
            address => MediaAddress.Parse(video.Platform, video.Id, address) is null ? Fail(ErrorKind.NoFile, Messages.AddressInvalid) : null,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<(ArchiveEntry Entry, bool IsResumed)> SaveFileAsync(
        string kind, string suffix, ExpectedContent content, Func<PlatformVideo, string?> select, Func<string?, PlatformException?> check, CancellationToken cancellationToken)
    {
        if (!run.Options.Force && await run.Folder.FindWholeAsync(key, kind, run.Options.Template.Text, cancellationToken).ConfigureAwait(false) is { } whole)
        {
            PartialFile.Clean(run.Folder.PathOf(whole));
            PartialFile.Clean(lease.Path + suffix);
            return (whole, false);
        }

        var text = select(video);
        if (text is null && isRow)
        {
            text = select(await ReadAgainAsync(cancellationToken).ConfigureAwait(false) ?? video);
        }

        if (check(text) is { } failure)
        {
            throw failure;
        }

        var address = MediaAddress.Parse(video.Platform, video.Id, text)!;
        var extension = FileExtension.OfAddress(address.Uri);
        ArchiveEntry? entry = null;
        var request = new DownloadRequest(address, lease.Path + (extension ?? suffix), ArchiveOwner.Of(key, kind))
        {
            Content = content,
            HasExtension = extension is not null,

            // The name belongs to this video, so a file that has it is an earlier version.
            Overwrite = run.Folder.Find(key, kind, run.Options.Template.Text) is not null,
            RenewAsync = token => RenewAsync(select, token),
            Progress = progress.Update,
            Completed = file => run.Folder.Add(entry = EntryOf(kind, Path.GetFileName(file.Path), file.Length, file.Sha256, file.ContentType)),
        };
        var saved = await run.Downloader.DownloadAsync(request, cancellationToken).ConfigureAwait(false);
        return (entry!, saved.IsResumed);
    }

    private async Task SaveSubtitlesAsync(CancellationToken cancellationToken)
    {
        if (_platform.ReadSubtitles is not { } read)
        {
            run.WarnWithoutSubtitles(video.Platform);
            return;
        }

        // The list of a platform may omit the address.
        var text = _platform.SubtitleAddressOf(video)
            ?? (await TryReadAgainAsync(cancellationToken).ConfigureAwait(false) is { } found ? _platform.SubtitleAddressOf(found) : null);
        if (text is null)
        {
            run.Observer.Warning(CommandMessages.SubtitlesMissing.With(video));
            return;
        }

        var address = MediaAddress.Parse(video.Platform, video.Id, text) ?? throw Fail(ErrorKind.NoFile, Messages.AddressInvalid);
        var request = new DownloadRequest(address, lease.Path, ArchiveOwner.Of(key, nameof(SavedContent.Subtitle)))
        {
            Content = ExpectedContent.Json,
            RenewAsync = token => RenewAsync(_platform.SubtitleAddressOf, token),
        };
        var json = await run.Downloader.ReadAsync(request, MaxSubtitleBytes, cancellationToken).ConfigureAwait(false);
        var track = new SubtitleTrack(read(json, video.Id));
        if (track.Count == 0)
        {
            run.Observer.Warning(CommandMessages.SubtitlesMissing.With(video));
            return;
        }

        if (track.Overlaps > 0)
        {
            run.Observer.Warning(CommandMessages.SubtitlesOverlap.With(video, track.Overlaps));
        }

        foreach (var format in run.Options.SubtitleFormats.Distinct())
        {
            var kind = $"{nameof(SavedContent.Subtitle)}.{format}";
            switch (format)
            {
                case SubtitleFormat.Srt:
                    Write(kind, ".srt", "application/x-subrip", track.ToSrt());
                    break;
                case SubtitleFormat.Vtt:
                    Write(kind, ".vtt", "text/vtt", track.ToVtt());
                    break;
                case SubtitleFormat.Json:
                    Write(kind, ".subtitle.json", "application/json", json);
                    break;
            }
        }
    }

    private void Write(string kind, string extension, string contentType, string text) => Write(kind, extension, contentType, System.Text.Encoding.UTF8.GetBytes(text));

    private void Write(string kind, string extension, string contentType, byte[] bytes)
    {
        var sha256 = FileHash.Compute(bytes);
        var path = lease.Path + extension;
        if (run.Folder.Find(key, kind, run.Options.Template.Text)?.Sha256 != sha256 || WholeFile.Length(path) != bytes.Length)
        {
            WholeFile.Write(path, bytes);
            run.Folder.Add(EntryOf(kind, Path.GetFileName(path), bytes.Length, sha256, contentType));
        }
    }

    private ArchiveEntry EntryOf(string kind, string file, long length, string sha256, string? contentType)
    {
        var slash = lease.Name.LastIndexOf('/');
        return new(key, kind, run.Options.Template.Text, lease.Name, lease.Name.Substring(0, slash + 1) + file, length, sha256, contentType, DateTimeOffset.Now);
    }

    private async Task<MediaAddress?> RenewAsync(Func<PlatformVideo, string?> select, CancellationToken cancellationToken) =>
        await TryReadAgainAsync(cancellationToken).ConfigureAwait(false) is { } found ? MediaAddress.Parse(video.Platform, video.Id, select(found)) : null;

    // An address that cannot be read again is no other error than the one that caused it.
    private async Task<PlatformVideo?> TryReadAgainAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAgainAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PlatformException failure)
        {
            run.Observer.Verbose(CommandMessages.AddressNotRead.With(failure.Message));
            return null;
        }
    }

    private async Task<PlatformVideo?> ReadAgainAsync(CancellationToken cancellationToken)
    {
        if (!_isRead)
        {
            _isRead = true;
            _current = await run.Lookup.ReadAsync(video, cancellationToken).ConfigureAwait(false);
        }

        return _current;
    }

    private PlatformException Fail(ErrorKind kind, string detail) =>
        new(
            video.Platform,
            kind,
            ErrorText.Describe(video.Platform, kind, null, video.Id, null, detail, found: true, null, null),
            ErrorText.Advise(video.Platform, kind))
        {
            Target = video.Id,
        };
}
