namespace VideoPlatforms.Sandbox.Faults;

/// <summary>Specifies the kind of fault.</summary>
public enum FaultKind
{
    /// <summary>No fault: the actual response. Use it with <see cref="Fault.Before"/>.</summary>
    None,

    /// <summary>The HTTP status <see cref="Fault.Status"/> with the specified body or none. The request is not executed.</summary>
    Status,

    /// <summary>HTTP 200 with the specified body instead of the actual response. The request is not executed.</summary>
    Body,

    /// <summary>HTTP 200 with an HTML error page, like that of a gateway. The request is not executed.</summary>
    Html,

    /// <summary>
    /// The headers of the actual response and half of its body, or <see cref="Fault.After"/> bytes; then the connection is closed. A
    /// response without Content-Length ends as if it were complete, except on Windows.
    /// </summary>
    TruncateResponse,

    /// <summary>The connection is closed without a response. The request is not executed.</summary>
    DropConnection,

    /// <summary>The request is executed; then the connection is closed without a response.</summary>
    DropAfterHandling,

    /// <summary>The request is executed, and the actual response is sent after <see cref="Fault.Delay"/>.</summary>
    Latency,

    /// <summary>
    /// The actual response is sent in small pieces over <see cref="Fault.Delay"/>, or at <see cref="Fault.BytesPerSecond"/>.
    /// </summary>
    SlowBody,

    /// <summary>
    /// The headers of the actual response and <see cref="Fault.After"/> bytes of its body, at least one; then nothing more for
    /// <see cref="Fault.Delay"/>, or until the client disconnects if no delay is specified. Then the connection is closed.
    /// </summary>
    StalledBody,

    /// <summary>
    /// The actual response with a Content-Length that is <see cref="Fault.Count"/> bytes too large, or too small if the number is
    /// negative; then the connection is closed. On Windows, bytes beyond Content-Length are not sent.
    /// </summary>
    WrongLength,

    /// <summary>HTTP 302 to <see cref="Fault.Location"/>. The request is not executed.</summary>
    Redirect,

    /// <summary>A JSON body of <see cref="Fault.Length"/> bytes. The request is not executed.</summary>
    HugeBody,

    /// <summary>A small gzip body that decompresses to <see cref="Fault.Length"/> bytes of JSON. The request is not executed.</summary>
    GzipBomb,

    /// <summary>
    /// Before the request is executed, <see cref="Fault.Count"/> items are added at the head of the platform's list, or removed.
    /// </summary>
    ShiftList,

    /// <summary>Every page of a list contains the items of the first page.</summary>
    RepeatFirstPage,

    /// <summary>
    /// The response of a list reports <see cref="Fault.Total"/> and <see cref="Fault.PageSize"/> instead of the actual numbers.
    /// </summary>
    Totals,

    /// <summary>A media file is sent as a whole, with HTTP 200, although a part was requested.</summary>
    IgnoreRange,

    /// <summary>
    /// The requested part of a media file begins <see cref="Fault.Count"/> bytes later than requested, or earlier if the number is
    /// negative. Content-Range describes the part that is sent.
    /// </summary>
    WrongRange,

    /// <summary>Before the request is executed, the requested media file changes.</summary>
    ChangeMedia,

    /// <summary>The actual response, in which <see cref="Fault.Replacement"/> replaces every <see cref="Fault.Text"/>.</summary>
    ReplaceText,
}
