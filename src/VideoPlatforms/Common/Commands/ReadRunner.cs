using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Common.Commands;

/// <summary>Reads items one by one.</summary>
internal static class ReadRunner
{
    /// <summary>Reads and writes each item. If an item fails, the error is reported and the remaining items are processed.</summary>
    public static async Task RunAsync<TItem, T>(IEnumerable<TItem> items, Func<TItem, Task<T>> read, ICommandHost host)
        where TItem : notnull
        where T : class
    {
        foreach (var item in items)
        {
            try
            {
                await host.WriteAsync(await read(item).ConfigureAwait(false)).ConfigureAwait(false);
            }
            catch (PlatformException failure) when (!failure.EndsPipeline)
            {
                await host.WriteErrorAsync(failure, item.ToString()).ConfigureAwait(false);
            }
        }
    }
}
