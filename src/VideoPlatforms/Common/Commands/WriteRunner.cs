using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Common.Commands;

/// <summary>Represents a change to be made.</summary>
/// <param name="Target">The target that the confirmation prompt displays: the item and its session.</param>
/// <param name="MakeAsync">Makes the change. Returns null if a later request makes it.</param>
internal sealed record PendingChange(string Target, Func<Task<VideoOperationResult?>> MakeAsync);

/// <summary>Makes changes item by item.</summary>
internal static class WriteRunner
{
    /// <summary>
    /// Prompts for confirmation, makes the change and writes the result, item by item. If an item fails, the error is reported and
    /// the remaining items are processed; rejected credentials and closed sessions end the pipeline.
    /// </summary>
    /// <param name="items">The items.</param>
    /// <param name="operation">The operation that the confirmation prompt displays.</param>
    /// <param name="prepare">Returns the change to an item; throws if the item must not be changed.</param>
    /// <param name="passThru">Whether the results are written.</param>
    /// <param name="host">The host that prompts and receives the results.</param>
    public static async Task RunAsync<TItem>(
        IEnumerable<TItem> items, string operation, Func<TItem, PendingChange> prepare, bool passThru, ICommandHost host)
        where TItem : notnull
    {
        foreach (var item in items)
        {
            try
            {
                var change = prepare(item);
                if (await host.ShouldProcessAsync(change.Target, operation).ConfigureAwait(false)
                    && await change.MakeAsync().ConfigureAwait(false) is { } result && passThru)
                {
                    await host.WriteAsync(result).ConfigureAwait(false);
                }
            }
            catch (PlatformException failure) when (!failure.EndsPipeline)
            {
                await host.WriteErrorAsync(failure, item.ToString()).ConfigureAwait(false);
            }
        }
    }
}
