using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.AllPlatforms.Inventories.Reading;

/// <summary>Writes the videos of inventories.</summary>
internal static class InventoryImporter
{
    private const int BatchSize = 100;

    /// <summary>Writes the videos of a file. A file that is refused is reported before any of its videos is written.</summary>
    public static async Task RunAsync(string path, ICommandHost host, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(path, host, cancellationToken).ConfigureAwait(false);
        }
        catch (CommandException exception)
        {
            await host.WriteErrorAsync(exception, path).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            await host.WriteErrorAsync(InventoryErrors.NotRead(path, exception), path).ConfigureAwait(false);
        }
    }

    /// <summary>Opens the videos of a file.</summary>
    /// <exception cref="CommandException">The file is refused.</exception>
    public static IVideoSource Open(InventoryContent content, CancellationToken cancellationToken) =>
        content.IsEmpty ? throw InventoryErrors.NotAnInventory(content.Path, 1, CommandMessages.FileEmpty)
        : content.IsJson ? new JsonVideoSource(content.Path, new(content, cancellationToken))
        : new CsvVideoSource(new(content));

    private static async Task ReadAsync(string path, ICommandHost host, CancellationToken cancellationToken)
    {
        using var content = new InventoryContent(path);
        var source = Open(content, cancellationToken);
        var batch = new List<PlatformVideo>();
        while (source.Read(out var video, out var error))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (video is not null)
            {
                batch.Add(video);
            }

            if (error is not null || batch.Count == BatchSize)
            {
                await host.WriteAsync(batch).ConfigureAwait(false);
                batch = [];
            }

            if (error is not null)
            {
                await host.WriteErrorAsync(error, path).ConfigureAwait(false);
            }
        }

        await host.WriteAsync(batch).ConfigureAwait(false);
    }
}
