namespace VideoPlatforms.Clients.Errors;

/// <summary>
/// The error table of a platform's document: which code and message mean which failure. A message is compared
/// without regard to case, closing punctuation or surrounding blanks, in which servers differ from their documents.
/// </summary>
internal sealed class ErrorMap
{
    private readonly List<(string? Code, string? Message, ErrorKind Kind)> _rows = [];

    /// <summary>Adds a row; a null code or message stands for any.</summary>
    public ErrorMap Row(string? code, string? message, ErrorKind kind)
    {
        _rows.Add((code, message is null ? null : Plain(message), kind));
        return this;
    }

    /// <summary>What HTTP 401 means if the platform says no more.</summary>
    public ErrorKind Unauthorized { get; init; } = ErrorKind.RequestRejected;

    /// <summary>Every kind of failure that the table knows.</summary>
    public IEnumerable<ErrorKind> Kinds => _rows.Select(row => row.Kind).Distinct();

    /// <summary>
    /// Finds what the server meant; the first row that fits counts. Where none does, a gateway may have spoken in the
    /// platform's form, so the HTTP status counts; where that is a success, the code is read as HTTP's.
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

    /// <summary>What an HTTP status means where the body says nothing better.</summary>
    public ErrorKind FromStatus(int status) => status switch
    {
        401 => Unauthorized,
        408 => ErrorKind.TimedOut,
        429 => ErrorKind.TooManyRequests,
        >= 500 and <= 599 => ErrorKind.ServerError,
        >= 300 and <= 399 => ErrorKind.Redirected,
        _ => ErrorKind.RequestRejected,
    };

    private static string Plain(string message) => message.Trim().TrimEnd('.', '!', '。', '!').ToLowerInvariant();
}
