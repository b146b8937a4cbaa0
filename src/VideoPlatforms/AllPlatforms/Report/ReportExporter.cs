using VideoPlatforms.AllPlatforms.Exports;
using VideoPlatforms.AllPlatforms.Inventories.Comparison;
using VideoPlatforms.AllPlatforms.Inventories.Listing;
using VideoPlatforms.Common;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.AllPlatforms.Report;

/// <summary>Writes a report of the videos that are passed to it, or that it lists itself.</summary>
internal sealed class ReportExporter : IVideoExporter
{
    /// <summary>The number of videos above which a browser needs much memory.</summary>
    public const int ManyVideos = 500_000;

    private const long MaxCoverBytes = 256L * 1024 * 1024;

    private readonly ReportOptions _options;
    private readonly ReportFile _file;
    private readonly ReportCovers? _covers;
    private readonly InventoryComparer? _comparer;
    private readonly ChangeHost _changes;
    private readonly ExportProgress _progress = new(CommandMessages.ExportReport);

    private ReportExporter(ReportOptions options, InventoryComparer? comparer, CancellationToken stopping)
    {
        _options = options;
        _comparer = comparer;
        _file = new(options);
        _covers = options.EmbedCover ? new(options.Target, MaxCoverBytes, stopping) : null;
        _changes = new(_file.Add);
    }

    /// <summary>Prompts for confirmation, reads what the videos are compared with, and begins a report.</summary>
    /// <param name="options">Specifies the report.</param>
    /// <param name="host">The host.</param>
    /// <param name="stopping">Cancels the downloads of covers, which continue while the next videos are awaited.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Null if nothing is to be written.</returns>
    /// <exception cref="CommandException">The file exists or cannot be written, or the reference cannot be read.</exception>
    public static async Task<ReportExporter?> StartAsync(ReportOptions options, ICommandHost host, CancellationToken stopping, CancellationToken cancellationToken)
    {
        options.Target.Verify();
        if (!await host.ShouldProcessAsync(options.Path, CommandMessages.ExportReport).ConfigureAwait(false))
        {
            return null;
        }

        ReportExporter? exporter = null;
        await ExportErrors.GuardAsync(options.Path, async () =>
        {
            InventoryComparer? comparer = null;
            try
            {
                if (options.Reference is { } reference)
                {
                    comparer = new(new(null, null));
                    await comparer.ReadReferenceAsync(reference, host, cancellationToken).ConfigureAwait(false);
                }

                exporter = new(options, comparer, stopping);
            }
            catch
            {
                comparer?.Dispose();
                throw;
            }
        }).ConfigureAwait(false);
        return exporter;
    }

    /// <inheritdoc/>
    public Task RunAsync(IReadOnlyList<VideoPlatformSession> sessions, ICommandHost host, CancellationToken cancellationToken) => ExportErrors.GuardAsync(_options.Path, async () =>
    {
        foreach (var session in sessions)
        {
            _comparer?.AddDifference(session, isComplete: false);
        }

        var complete = await SessionLister.RunAsync(
            sessions, videos => WriteAsync([.. videos.Select(VideoReference.Read)], host, cancellationToken), host, cancellationToken).ConfigureAwait(false);
        foreach (var session in complete)
        {
            _comparer?.AddDifference(session.Key, session.Value);
        }

        await CompleteAsync(complete, host, cancellationToken).ConfigureAwait(false);
    });

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<VideoReference> references, ICommandHost host, CancellationToken cancellationToken) =>
        ExportErrors.GuardAsync(_options.Path, () => WriteAsync(references, host, cancellationToken));

    /// <inheritdoc/>
    public Task EndAsync(ICommandHost host, CancellationToken cancellationToken) => ExportErrors.GuardAsync(_options.Path, () => CompleteAsync(complete: null, host, cancellationToken));

    /// <inheritdoc/>
    public void Dispose()
    {
        _covers?.Dispose();
        _file.Dispose();
        _comparer?.Dispose();
    }

    private async Task WriteAsync(IReadOnlyList<VideoReference> references, ICommandHost host, CancellationToken cancellationToken)
    {
        foreach (var reference in references)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reference.Video is not { } video)
            {
                await host.WriteErrorAsync(VideoErrors.NotAVideo(reference), reference.Source).ConfigureAwait(false);
                continue;
            }

            int? cover = _covers is null ? null : await _covers.AddAsync(video, reference.Source, host, cancellationToken).ConfigureAwait(false);
            _file.Add(video, cover);
        }

        if (_comparer is not null)
        {
            _changes.Host = host;
            await _comparer.CompareAsync(
                references.Where(reference => reference.Video is not null).Select(reference => new ComparisonInput(null, reference)), _changes, cancellationToken).ConfigureAwait(false);
        }

        _progress.Report(_file.Summary.Total.Count, host);
    }

    private async Task CompleteAsync(IReadOnlyDictionary<VideoPlatformSession, bool>? complete, ICommandHost host, CancellationToken cancellationToken)
    {
        if (_comparer is not null)
        {
            _changes.Host = host;
            await _comparer.EndAsync(_changes, cancellationToken).ConfigureAwait(false);
        }

        if (_covers is not null)
        {
            await _covers.CompleteAsync(host, cancellationToken).ConfigureAwait(false);
        }

        var file = _file.Complete(complete, _covers is null ? null : _covers.CopyTo);
        if (_file.Summary.Total.Count > ManyVideos)
        {
            host.Warning(CommandMessages.ReportIsLarge.With(_file.Summary.Total.Count));
        }

        _progress.Complete(host);
        await host.WriteAsync(file).ConfigureAwait(false);
    }
}
