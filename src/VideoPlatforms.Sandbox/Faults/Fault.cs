using System.Collections;

namespace VideoPlatforms.Sandbox.Faults;

/// <summary>
/// A thing that goes wrong with some requests. In PowerShell a hashtable will do:
/// <c>$sandbox.Faults.Add(@{ Kind = 'Status'; Status = 503; Times = 2 })</c>.
/// </summary>
public sealed class Fault
{
    /// <summary>What goes wrong.</summary>
    public FaultKind Kind { get; set; }

    /// <summary>A part of the path of the requests that it befalls; null for all.</summary>
    public string? Path { get; set; }

    /// <summary>How many matching requests pass before.</summary>
    public int Skip { get; set; }

    /// <summary>How many requests it befalls; <see cref="int.MaxValue"/> for always.</summary>
    public int Times { get; set; } = 1;

    /// <summary>The HTTP status of <see cref="FaultKind.Status"/>.</summary>
    public int Status { get; set; } = 503;

    /// <summary>The text of a response that stands in for the real one, encoded as <see cref="ContentType"/> says.</summary>
    public string? Body { get; set; }

    /// <summary>The same as bytes, for a body that is no text; wins over <see cref="Body"/>.</summary>
    public byte[]? Bytes { get; set; }

    /// <summary>The content type of the given body; null for the usual one.</summary>
    public string? ContentType { get; set; }

    /// <summary>The <c>Retry-After</c> header: seconds or a date.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>The <c>Location</c> header.</summary>
    public string? Location { get; set; }

    /// <summary>More headers of the response.</summary>
    public IDictionary? Headers { get; set; }

    /// <summary>How long the response waits, whatever kind it is; with <see cref="FaultKind.SlowBody"/> how long it takes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>The bytes of a <see cref="FaultKind.HugeBody"/> or an unpacked <see cref="FaultKind.GzipBomb"/>.</summary>
    public long Length { get; set; } = 64L * 1024 * 1024;

    /// <summary>How many items a <see cref="FaultKind.ShiftList"/> puts at the head; negative takes them away.</summary>
    public int Count { get; set; } = 1;

    /// <summary>The number of items that <see cref="FaultKind.Totals"/> promises; null for the true one.</summary>
    public int? Total { get; set; }

    /// <summary>The page size that <see cref="FaultKind.Totals"/> promises; null for the true one.</summary>
    public int? PageSize { get; set; }

    /// <summary>A change of the server's state before the request is handled. Runs on a thread of the server.</summary>
    public Action? Before { get; set; }
}
