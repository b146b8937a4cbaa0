using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Downloads.Links;
using VideoPlatforms.Clients.Downloads.Transfer;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.AllPlatforms.Archive;

/// <summary>Checks whether the addresses of videos respond.</summary>
internal sealed class LinkChecker : IVideoStream
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly BackgroundWork _work;
    private readonly LinkProbe _probe;
    private long _checked;

    public LinkChecker(int throttleLimit, CancellationToken stopping, TimeSpan? timeout = null)
    {
        _work = new(throttleLimit, host => host.Report(new(0, CommandMessages.CheckingLinks, CommandMessages.LinksSoFar.With(Interlocked.Read(ref _checked)))), stopping);
        _probe = new(timeout ?? Timeout, _work.Output);
    }

    /// <inheritdoc/>
    public async Task AddAsync(IReadOnlyList<VideoReference> videos, ICommandHost host, CancellationToken cancellationToken)
    {
        foreach (var reference in videos)
        {
            if (reference.Video is not { } video)
            {
                await host.WriteErrorAsync(VideoErrors.NotAVideo(reference), reference.Source).ConfigureAwait(false);
                continue;
            }

            await _work.StartAsync(token => CheckAsync(video, LinkKind.Url, video.Url, token), host, cancellationToken).ConfigureAwait(false);
            await _work.StartAsync(token => CheckAsync(video, LinkKind.CoverUrl, video.CoverUrl, token), host, cancellationToken).ConfigureAwait(false);
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
        _probe.Dispose();
    }

    private async Task CheckAsync(PlatformVideo video, LinkKind kind, string? text, CancellationToken cancellationToken)
    {
        var address = MediaAddress.Parse(video.Platform, video.Id, text);
        var response = address is not null ? await _probe.ProbeAsync(address, cancellationToken).ConfigureAwait(false)
            : new(text is null ? LinkStatus.Missing : LinkStatus.Unreachable, null, TimeSpan.Zero);
        Interlocked.Increment(ref _checked);
        var check = new LinkCheck(video.Platform, video.Id, kind, response.Status)
        {
            Title = video.Title,
            Address = text,
            HttpStatus = response.HttpStatus,
            Length = response.Length,
            ContentType = response.ContentType,
            Elapsed = address is null ? null : response.Elapsed,
            Session = video.Session,
        };
        _work.Output.Post(host => host.WriteAsync(check));
    }
}
