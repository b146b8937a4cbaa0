using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Faults;

/// <summary>Random faults of a network: one request in twenty.</summary>
internal static class RandomFaults
{
    public const double Probability = 0.05;

    /// <summary>Unavailable servers, rate limits, connections closed before or after processing, and truncated responses.</summary>
    public static Fault[] Kinds =>
    [
        new() { Kind = FaultKind.Status, Status = 503 },
        new() { Kind = FaultKind.Status, Status = 429, RetryAfter = "0" },
        new() { Kind = FaultKind.DropConnection },
        new() { Kind = FaultKind.DropAfterHandling },
        new() { Kind = FaultKind.TruncateResponse },
    ];

    /// <summary>The same faults for the calls with this path.</summary>
    public static Fault[] For(string path) => [.. Kinds.Select(fault => { fault.Path = path; return fault; })];
}
