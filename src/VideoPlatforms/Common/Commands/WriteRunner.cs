using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Common.Commands;

/// <summary>A change that is about to be made.</summary>
/// <param name="Target">What would be changed, for the question: the item, and the session that it belongs to.</param>
/// <param name="MakeAsync">Makes it; its result is null if another request makes it later.</param>
internal sealed record PendingChange(string Target, Func<Task<VideoOperationResult?>> MakeAsync);

/// <summary>What every cmdlet does that changes something.</summary>
internal static class WriteRunner
{
    /// <summary>
    /// Asks, changes and reports, item by item. One that fails is reported and the others go on; wrong credentials or a closed
    /// session end it.
    /// </summary>
    /// <param name="items">The items.</param>
    /// <param name="operation">What is done to each, for the question.</param>
    /// <param name="prepare">Says what would be changed for an item; throws if it must not be.</param>
    /// <param name="passThru">Whether the results are written.</param>
    /// <param name="host">Asked, and told.</param>
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
