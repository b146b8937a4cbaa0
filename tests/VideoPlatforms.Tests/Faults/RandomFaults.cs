using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Faults;

/// <summary>What goes wrong at night: one request in twenty.</summary>
internal static class RandomFaults
{
    public const double Probability = 0.05;

    /// <summary>Busy servers, haste, connections closed before and after the request was carried out, responses that are cut.</summary>
    public static Fault[] Kinds =>
    [
        new() { Kind = FaultKind.Status, Status = 503 },
        new() { Kind = FaultKind.Status, Status = 429, RetryAfter = "0" },
        new() { Kind = FaultKind.DropConnection },
        new() { Kind = FaultKind.DropAfterHandling },
        new() { Kind = FaultKind.CutAnswer },
    ];

    /// <summary>The same, for some calls only.</summary>
    public static Fault[] For(string path) => [.. Kinds.Select(fault => { fault.Path = path; return fault; })];
}
