namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>Determines the delays between the attempts of a download: exponential with jitter, or as long as the server requests.</summary>
/// <param name="initial">The first delay before jitter.</param>
internal sealed class RetryDelay(TimeSpan initial)
{
    /// <summary>The longest delay. If a server requests a longer one, the download fails.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

#if NET
    private static double Jitter => Random.Shared.NextDouble();
#else
    private static readonly Random Random = new();

    private static double Jitter
    {
        get
        {
            lock (Random)
            {
                return Random.NextDouble();
            }
        }
    }
#endif

    /// <summary>Returns the delay after a number of consecutive failures.</summary>
    public TimeSpan After(int failures, TimeSpan? requested)
    {
        var delay = Math.Min(initial.TotalSeconds * Math.Pow(2, failures - 1), Longest.TotalSeconds) * (0.5 + (Jitter / 2));
        return requested > TimeSpan.FromSeconds(delay) ? requested.Value : TimeSpan.FromSeconds(delay);
    }
}
