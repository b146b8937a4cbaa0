namespace VideoPlatforms;

/// <summary>What every cmdlet does that reads items one by one.</summary>
internal static class Reading
{
    /// <summary>Reads and writes each item; one that fails is reported and the others go on.</summary>
    public static async Task RunAsync<T>(IEnumerable<string> ids, Func<string, Task<T>> read, ICommandHost host)
        where T : class
    {
        foreach (var id in ids)
        {
            try
            {
                await host.WriteAsync(await read(id).ConfigureAwait(false)).ConfigureAwait(false);
            }
            catch (PlatformException failure) when (!failure.EndsPipeline)
            {
                await host.WriteErrorAsync(failure, id).ConfigureAwait(false);
            }
        }
    }
}
