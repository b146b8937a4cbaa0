namespace VideoPlatforms.Clients.Errors;

/// <summary>
/// Maps the codes and messages in a platform's document to kinds of errors. The comparison of messages ignores case, punctuation at
/// the end and surrounding white space, in which servers differ from their documents.
/// </summary>
internal sealed class ErrorMap
{
    private readonly List<(string? Code, string? Message, ErrorKind Kind)> _rows = [];

    /// <summary>Adds a row. A null code or message matches any.</summary>
    public ErrorMap Row(string? code, string? message, ErrorKind kind)
    {
        _rows.Add((code, message is null ? null : Plain(message), kind));
        return this;
    }

    /// <summary>Gets the kind of error for HTTP 401 if no row matches.</summary>
    public ErrorKind Unauthorized { get; init; } = ErrorKind.RequestRejected;

    /// <summary>Gets the kinds of errors in the table.</summary>
    public IEnumerable<ErrorKind> Kinds => _rows.Select(row => row.Kind).Distinct();

    /// <summary>
    /// Returns the kind of error in the first row that matches. If none matches, a gateway may have created a response in the platform's
    /// format, so the HTTP status determines the kind; if the status reports success, the code is interpreted as an HTTP status.
    /// </summary>
    public ErrorKind Find(string? code, string? message, int httpStatus)
    {
        var plain = Plain(message ?? "");
        foreach (var row in _rows)
        {
            if ((row.Code is null || row.Code == code) && (row.Message is null || row.Message == plain))
            {
                return row.Kind;
            }
        }

        return httpStatus >= 300 ? FromStatus(httpStatus)
            : int.TryParse(code, out var number) ? FromStatus(number)
            : ErrorKind.RequestRejected;
    }

    /// <summary>Returns the kind of error for an HTTP status, if the body is not in the platform's format.</summary>
    public ErrorKind FromStatus(int status) => status switch
    {
        401 => Unauthorized,
        408 => ErrorKind.TimedOut,
        429 => ErrorKind.TooManyRequests,
        >= 500 and <= 599 => ErrorKind.ServerError,
        >= 300 and <= 399 => ErrorKind.Redirected,
        _ => ErrorKind.RequestRejected,
    };

    private static string Plain(string message) => message.TrimEnd(' ', '.', '!', '。', '！').Trim().ToLowerInvariant();
}
