namespace VideoPlatforms.Clients.Failures;

/// <summary>
/// The error table of a platform's document: which code and message mean which failure. A message is compared
/// without regard to case, closing punctuation or surrounding blanks, in which servers differ from their documents.
/// </summary>
internal sealed class VendorFailures
{
    private readonly List<(string? Code, string? Message, FailureKind Kind)> _rows = [];

    /// <summary>Adds a row; a null code or message stands for any.</summary>
    public VendorFailures Row(string? code, string? message, FailureKind kind)
    {
        _rows.Add((code, message is null ? null : Plain(message), kind));
        return this;
    }

    /// <summary>What HTTP 401 means if the platform says no more.</summary>
    public FailureKind Unauthorized { get; init; } = FailureKind.RequestRejected;

    /// <summary>Every kind of failure that the table knows.</summary>
    public IEnumerable<FailureKind> Kinds => _rows.Select(row => row.Kind).Distinct();

    /// <summary>
    /// Finds what the server meant; the first row that fits counts. Where none does, a gateway may have spoken in the
    /// platform's form, so the HTTP status counts; where that is a success, the code is read as HTTP's.
    /// </summary>
    public FailureKind Find(string? code, string? message, int httpStatus)
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
            : FailureKind.RequestRejected;
    }

    /// <summary>What an HTTP status means where the body says nothing better.</summary>
    public FailureKind FromStatus(int status) => status switch
    {
        401 => Unauthorized,
        408 => FailureKind.TimedOut,
        429 => FailureKind.TooManyRequests,
        >= 500 and <= 599 => FailureKind.ServerError,
        >= 300 and <= 399 => FailureKind.Redirected,
        _ => FailureKind.RequestRejected,
    };

    private static string Plain(string message) => message.Trim().TrimEnd('.', '!', '。', '!').ToLowerInvariant();
}
