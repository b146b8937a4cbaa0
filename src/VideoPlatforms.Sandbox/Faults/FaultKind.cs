namespace VideoPlatforms.Sandbox.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>Nothing: the real response. For a <see cref="Fault.Before"/> of its own.</summary>
    None,

    /// <summary>The HTTP status <see cref="Fault.Status"/> with the given body or none; the request isn't executed.</summary>
    Status,

    /// <summary>HTTP 200 with the given body in place of the real response; the request isn't executed.</summary>
    Body,

    /// <summary>HTTP 200 with an HTML error page, as a gateway would send; the request isn't executed.</summary>
    Html,

    /// <summary>The real response's length is promised, half of it is sent, and the connection is cut.</summary>
    CutAnswer,

    /// <summary>The connection is closed without a response; the request isn't executed.</summary>
    DropConnection,

    /// <summary>The request is executed, then the connection is closed without a response.</summary>
    DropAfterHandling,

    /// <summary>The request is executed, and the real response comes after <see cref="Fault.Delay"/>.</summary>
    Latency,

    /// <summary>The real response comes in small pieces over <see cref="Fault.Delay"/>.</summary>
    SlowBody,

    /// <summary>HTTP 302 to <see cref="Fault.Location"/>; the request isn't executed.</summary>
    Redirect,

    /// <summary>A JSON body of <see cref="Fault.Length"/> bytes; the request isn't executed.</summary>
    HugeBody,

    /// <summary>A small gzip body that unpacks to <see cref="Fault.Length"/> bytes of JSON; the request isn't executed.</summary>
    GzipBomb,

    /// <summary>Before the real response the platform's list gains <see cref="Fault.Count"/> items at its head, or loses them.</summary>
    ShiftList,

    /// <summary>Whatever page of a list is asked for, the first page's items come.</summary>
    RepeatFirstPage,

    /// <summary>A list's response promises <see cref="Fault.Total"/> and <see cref="Fault.PageSize"/> in place of the true numbers.</summary>
    Totals,
}
