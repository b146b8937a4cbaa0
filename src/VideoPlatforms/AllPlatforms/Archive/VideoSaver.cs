using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Downloads.Transfer;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.AllPlatforms.Archive;

/// <summary>Saves the files of videos to a folder. If a video fails, the error is reported and the other videos are saved.</summary>
internal sealed class VideoSaver : IVideoStream
{
    private readonly SaveOptions _options;
    private readonly BackgroundWork _work;
    private readonly SaveProgress _progress = new();
    private readonly Downloader _downloader;
    private readonly VideoLookup _lookup;
    private SaveRun? _run;

    public VideoSaver(SaveOptions options, SessionStore sessions, CancellationToken stopping)
    {
        _options = options;
        _work = new(options.ThrottleLimit, _progress.Report, stopping);
        _downloader = new(options.Download, _work.Output);
        _lookup = new(sessions, _work.Output);
    }

    /// <inheritdoc/>
    /// <exception cref="CommandException">The destination cannot be used.</exception>
    public async Task AddAsync(IReadOnlyList<VideoReference> videos, ICommandHost host, CancellationToken cancellationToken)
    {
        foreach (var reference in videos)
        {
            if (reference.Video is not { } video)
            {
                await host.WriteErrorAsync(VideoErrors.NotAVideo(reference), reference.Source).ConfigureAwait(false);
                continue;
            }

            var name = _options.Template.PathOf(video);
            var target = CommandMessages.SaveTarget.With(video.Id, video.Session?.ToString() ?? CommandMessages.NoSessionNamed, Path.Combine([_options.Destination, .. name.Split('/')]));
            if (await host.ShouldProcessAsync(target, CommandMessages.SaveVideo).ConfigureAwait(false))
            {
                _run ??= new(_options, DestinationFolder.Open(_options.Destination), _downloader, _lookup, _work.Output);

                // The list has just been read, so its address is the latest one.
                var isRow = reference.Source.BaseObject() is not PlatformVideo;
                await _work.StartAsync(token => SaveAsync(video, name, isRow, reference.Source, token), host, cancellationToken).ConfigureAwait(false);
            }
        }

        await _work.WriteAsync(host).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task CompleteAsync(ICommandHost host, CancellationToken cancellationToken) => _work.CompleteAsync(host, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _work.StopAsync().ConfigureAwait(false);
        _work.Dispose();
        _downloader.Dispose();
        await _lookup.DisposeAsync().ConfigureAwait(false);
        DestinationFolder.Close(Interlocked.Exchange(ref _run, null)?.Folder, _options.Destination);
    }

    private async Task SaveAsync(PlatformVideo video, string name, bool isRow, object? source, CancellationToken cancellationToken)
    {
        try
        {
            var key = KeyOf(video);
            using var lease = await _run!.Folder.AssignAsync(key, _options.Template.Text, name, cancellationToken).ConfigureAwait(false);
            using var progress = _progress.Start(Path.GetFileName(lease.Path));
            var save = new VideoSave(video, key, isRow, lease, _run, progress);
            var saved = await save.RunAsync(cancellationToken).ConfigureAwait(false);
            _progress.CountSaved();
            _work.Output.Post(host => host.WriteAsync(saved));
        }
        catch (PlatformException failure)
        {
            _work.Output.Post(host => host.WriteErrorAsync(failure, source));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var failure = new PlatformException(
                video.Platform,
                ErrorKind.FileNotWritten,
                ErrorText.Describe(video.Platform, ErrorKind.FileNotWritten, null, video.Id, null, exception.Message, found: true, null, null),
                ErrorText.Advise(video.Platform, ErrorKind.FileNotWritten),
                exception)
            {
                Target = video.Id,
            };
            _work.Output.Post(host => host.WriteErrorAsync(failure, source));
        }
    }

    // The name of the session does not belong to it: the same account can be connected under another name.
    private static string KeyOf(PlatformVideo video) => string.Join(" ", new[] { video.Platform.ToString(), video.Session?.Reference.AccountAndServer, video.Id }.Where(part => part is not null));
}
