namespace VideoPlatforms.Scale;

/// <summary>Represents what a run takes.</summary>
/// <param name="Duration">The time until the inventory is written.</param>
/// <param name="ListDuration">The time from the first request to the last one.</param>
/// <param name="Requests">The number of requests, including those that were rejected or failed.</param>
/// <param name="Rejected">The number of requests that exceeded the limit of an address.</param>
/// <param name="LostNodes">The number of nodes that were lost.</param>
/// <param name="NodeMemory">The peak memory of a node in megabytes.</param>
/// <param name="InventorySize">The size of the inventory in bytes.</param>
/// <param name="Shares">The seconds of the run that are spent on each limit.</param>
internal sealed record Outcome(
    TimeSpan Duration, TimeSpan ListDuration, long Requests, long Rejected, int LostNodes, double NodeMemory, double InventorySize, IReadOnlyDictionary<Limit, double> Shares)
{
    /// <summary>Gets the limit that is reached first: the one that most of the time is spent on.</summary>
    public Limit Bottleneck => Shares.MaxBy(share => share.Value).Key;
}
