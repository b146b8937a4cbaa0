namespace VideoPlatforms.Scale;

/// <summary>Contains what PowerShell and the module take, in seconds, bytes and megabytes. docs/scale.md describes the measurements.</summary>
internal sealed record Costs
{
    /// <summary>Gets the seconds until the script has checked the accounts file.</summary>
    public double Start { get; init; } = 1;

    /// <summary>Gets the seconds to open the remote session of a node; nodes are opened one after the other.</summary>
    public double OpenNode { get; init; } = 1;

    /// <summary>Gets the seconds that a turn takes in addition to its requests.</summary>
    public double Turn { get; init; } = 0.3;

    /// <summary>Gets the requests of an account in addition to its pages, one after the other: the token, and the end of the session.</summary>
    public int RequestsPerSession { get; init; } = 2;

    /// <summary>Gets the processor seconds of a node for each page.</summary>
    public double ProcessorPerPage { get; init; } = 0.0015;

    /// <summary>Gets the processors of a node.</summary>
    public int ProcessorsPerNode { get; init; } = 2;

    /// <summary>Gets the seconds of the first computer to receive and merge one video.</summary>
    public double MergePerVideo { get; init; } = 0.000006;

    /// <summary>Gets the bytes of a video in a compressed inventory.</summary>
    public double BytesPerVideo { get; init; } = 78;

    /// <summary>Gets the megabytes of a node without accounts.</summary>
    public double NodeMemory { get; init; } = 140;

    /// <summary>Gets the additional megabytes for each account that a node lists at the same time.</summary>
    public double MemoryPerSession { get; init; } = 3;
}
