using VideoPlatforms.AllPlatforms.Exports;
using VideoPlatforms.AllPlatforms.Inventories.Listing;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.AllPlatforms.Inventories.Writing;

/// <summary>Writes an inventory of the videos that are passed to it, or that it lists itself.</summary>
internal sealed class InventoryExporter : IVideoExporter
{
    private readonly InventoryTarget _target;
    private readonly ExportProgress _progress = new(CommandMessages.ExportInventory);
    private InventoryFileWriter? _writer;
    private long _count;

    private InventoryExporter(InventoryTarget target) => _target = target;

    /// <summary>Prompts for confirmation, and begins an inventory.</summary>
    /// <returns>Null if nothing is to be written.</returns>
    /// <exception cref="CommandException">The file exists or cannot be written.</exception>
    public static async Task<InventoryExporter?> StartAsync(InventoryTarget target, ICommandHost host)
    {
        target.Verify();
        return await host.ShouldProcessAsync(target.Path, CommandMessages.ExportInventory).ConfigureAwait(false) ? new(target) : null;
    }

    /// <inheritdoc/>
    public Task RunAsync(IReadOnlyList<VideoPlatformSession> sessions, ICommandHost host, CancellationToken cancellationToken) =>
        ExportErrors.GuardAsync(_target.Path, async () =>
        {
            _writer = new(_target, sessions);
            var complete = await SessionLister.RunAsync(
                sessions,
                videos =>
                {
                    foreach (var video in videos)
                    {
                        _writer.Write(video);
                    }

                    _progress.Report(_count += videos.Count, host);
                    return Task.CompletedTask;
                },
                host,
                cancellationToken).ConfigureAwait(false);
            await CompleteAsync(complete, host).ConfigureAwait(false);
        });

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<VideoReference> references, ICommandHost host, CancellationToken cancellationToken) => ExportErrors.GuardAsync(_target.Path, async () =>
    {
        _writer ??= new(_target, sessions: null);
        foreach (var reference in references)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reference.Video is { } video)
            {
                _writer.Write(video);
            }
            else
            {
                await host.WriteErrorAsync(VideoErrors.NotAVideo(reference), reference.Source).ConfigureAwait(false);
            }
        }

        _progress.Report(_count += references.Count, host);
    });

    /// <inheritdoc/>
    public Task EndAsync(ICommandHost host, CancellationToken cancellationToken) => ExportErrors.GuardAsync(_target.Path, () =>
    {
        _writer ??= new(_target, sessions: null);
        return CompleteAsync(complete: null, host);
    });

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();

    private async Task CompleteAsync(IReadOnlyDictionary<VideoPlatformSession, bool>? complete, ICommandHost host)
    {
        var file = _writer!.Complete(complete);
        if (file is { IsComplete: false, Format: InventoryFormat.Csv })
        {
            host.Warning(CommandMessages.CsvIncomplete.With(file.Path));
        }

        _progress.Complete(host);
        await host.WriteAsync(file).ConfigureAwait(false);
    }
}
