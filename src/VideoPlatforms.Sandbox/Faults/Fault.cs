using System.Collections;

namespace VideoPlatforms.Sandbox.Faults;

/// <summary>
/// Represents a fault that is injected into some requests. PowerShell converts a hashtable to it: <c>$sandbox.Faults.Add(@{ Kind =
/// 'Status'; Status = 503; Times = 2 })</c>.
/// </summary>
public sealed class Fault
{
    /// <summary>Gets or sets the kind of fault.</summary>
    public FaultKind Kind { get; set; }

    /// <summary>Gets or sets a part of the path of the affected requests; null for all requests.</summary>
    public string? Path { get; set; }

    /// <summary>Gets or sets the number of matching requests that are not affected before the first one that is.</summary>
    public int Skip { get; set; }

    /// <summary>Gets or sets the number of affected requests; <see cref="int.MaxValue"/> for no limit.</summary>
    public int Times { get; set; } = 1;

    /// <summary>Gets or sets the HTTP status of <see cref="FaultKind.Status"/>.</summary>
    public int Status { get; set; } = 503;

    /// <summary>Gets or sets the text that replaces the body of the response, encoded as <see cref="ContentType"/> specifies.</summary>
    public string? Body { get; set; }

    /// <summary>Gets or sets the bytes that replace the body of the response. Takes precedence over <see cref="Body"/>.</summary>
    public byte[]? Bytes { get; set; }

    /// <summary>Gets or sets the content type of the response or the specified body; null for the default.</summary>
    public string? ContentType { get; set; }

    /// <summary>Gets or sets the <c>Retry-After</c> header: seconds or a date.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>Gets or sets the <c>Location</c> header.</summary>
    public string? Location { get; set; }

    /// <summary>Gets or sets additional headers of the response.</summary>
    public IDictionary? Headers { get; set; }

    /// <summary>
    /// Gets or sets the delay of the response for all kinds of faults; for <see cref="FaultKind.SlowBody"/> and <see
    /// cref="FaultKind.StalledBody"/>, its duration.
    /// </summary>
    public TimeSpan Delay { get; set; }

    /// <summary>
    /// Gets or sets the number of bytes of the body before a <see cref="FaultKind.TruncateResponse"/>, null for half of them, or before a
    /// <see cref="FaultKind.StalledBody"/> stalls.
    /// </summary>
    public long? After { get; set; }

    /// <summary>Gets or sets the rate of a <see cref="FaultKind.SlowBody"/>; 0 to use <see cref="Delay"/>.</summary>
    public int BytesPerSecond { get; set; }

    /// <summary>
    /// Gets or sets the number of bytes of a <see cref="FaultKind.HugeBody"/> or a decompressed <see cref="FaultKind.GzipBomb"/>.
    /// </summary>
    public long Length { get; set; } = 64L * 1024 * 1024;

    /// <summary>
    /// Gets or sets the number of items that a <see cref="FaultKind.ShiftList"/> adds at the head of the list, a negative number
    /// removes items; or the number of bytes by which a <see cref="FaultKind.WrongLength"/> or <see cref="FaultKind.WrongRange"/> is
    /// wrong.
    /// </summary>
    public int Count { get; set; } = 1;

    /// <summary>Gets or sets the number of items that <see cref="FaultKind.Totals"/> reports; null for the actual number.</summary>
    public int? Total { get; set; }

    /// <summary>Gets or sets the page size that <see cref="FaultKind.Totals"/> reports; null for the actual size.</summary>
    public int? PageSize { get; set; }

    /// <summary>Gets or sets the text that <see cref="FaultKind.ReplaceText"/> replaces.</summary>
    public string Text { get; set; } = "";

    /// <summary>Gets or sets the text that <see cref="FaultKind.ReplaceText"/> inserts.</summary>
    public string Replacement { get; set; } = "";

    /// <summary>
    /// Gets or sets an action that changes the server's state before the request is handled. It runs on a thread of the server.
    /// </summary>
    public Action? Before { get; set; }
}
