namespace VideoPlatforms;

/// <summary>What every cmdlet does that changes something.</summary>
internal static class Writing
{
    /// <summary>
    /// Asks, changes and tells, item by item. One that fails is reported and the others go on; wrong credentials or a closed
    /// session end it.
    /// </summary>
    /// <param name="targets">The items.</param>
    /// <param name="operation">What is done to each, for the question.</param>
    /// <param name="describe">An item in words, for the question.</param>
    /// <param name="change">Does it.</param>
    /// <param name="passThru">Whether the results are written.</param>
    /// <param name="host">Asked, and told.</param>
    public static async Task RunAsync(
        IEnumerable<string> targets, string operation, Func<string, string> describe, Func<string, Task<VideoOperationResult>> change, bool passThru, ICommandHost host)
    {
        foreach (var target in targets)
        {
            if (!await host.ShouldProcessAsync(describe(target), operation).ConfigureAwait(false))
            {
                continue;
            }

            try
            {
                var result = await change(target).ConfigureAwait(false);
                if (passThru)
                {
                    await host.WriteAsync(result).ConfigureAwait(false);
                }
            }
            catch (PlatformException failure) when (!failure.EndsPipeline)
            {
                await host.WriteErrorAsync(failure, target).ConfigureAwait(false);
            }
        }
    }
}
