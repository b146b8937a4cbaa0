namespace VideoPlatforms.Scale;

/// <summary>Describes a fleet: the accounts to list, the limits of the vendors, and the computers that list them as fan-out.ps1 does.</summary>
internal sealed record Fleet
{
    /// <summary>Gets the number of accounts.</summary>
    public required int Accounts { get; init; }

    /// <summary>Gets the number of videos of each account.</summary>
    public required int VideosPerAccount { get; init; }

    /// <summary>Gets the number of nodes.</summary>
    public required int Nodes { get; init; }

    /// <summary>Gets the number of accounts that a node lists at the same time.</summary>
    public int AccountsPerTurn { get; init; } = 4;

    /// <summary>Gets the number of videos on a page.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Gets the number of pages of an account that are requested at the same time.</summary>
    public int PagesInFlight { get; init; } = 4;

    /// <summary>Gets the seconds from a request to its response.</summary>
    public double Latency { get; init; } = 0.1;

    /// <summary>Gets the requests per second that a session sends at most.</summary>
    public double AccountRate { get; init; } = 20;

    /// <summary>Gets the requests per second that the vendor accepts from one address, which is that of a node; 0 for no limit.</summary>
    public int AddressRate { get; init; }

    /// <summary>Gets the seconds after which a request is sent again that exceeded the limit of the address (Retry-After).</summary>
    public double RetryAfter { get; init; } = 1;

    /// <summary>Gets the probability that a request fails for a passing reason.</summary>
    public double FailureProbability { get; init; }

    /// <summary>Gets the median of the seconds before the first repetition of a request that failed; it doubles with each one.</summary>
    public double FirstRetryDelay { get; init; } = 0.5;

    /// <summary>Gets the mean hours until a node is lost; infinite if none is.</summary>
    public double HoursToNodeLoss { get; init; } = double.PositiveInfinity;

    /// <summary>Gets the seconds until a node that is lost is noticed, and its accounts are given to another one.</summary>
    public double LossDetection { get; init; } = 45;

    /// <summary>Gets what the programs take, independent of the fleet.</summary>
    public Costs Costs { get; init; } = new();

    /// <summary>Gets the number of pages of an account; an empty account has one.</summary>
    public int PagesPerAccount => Math.Max(1, (VideosPerAccount + PageSize - 1) / PageSize);
}
