namespace VideoPlatforms.Scale;

/// <summary>Specifies what limits a run.</summary>
internal enum Limit
{
    /// <summary>The time that responses take.</summary>
    Latency,

    /// <summary>The request rate of an account.</summary>
    AccountRate,

    /// <summary>The request rate of the address of a node.</summary>
    AddressRate,

    /// <summary>The processors of a node.</summary>
    Processor,

    /// <summary>The start of the nodes and of their turns, one after the other.</summary>
    Remoting,

    /// <summary>The merge on the first computer.</summary>
    Merge,

    /// <summary>Requests and nodes that failed.</summary>
    Failures,
}
