using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Log;

/// <summary>Represents a request as the server received it. Secrets are replaced by <c>***</c>.</summary>
public sealed class RequestRecord
{
    private volatile int _status;
    private long _bytesSent;

    internal RequestRecord(SandboxRequest request, string platform, string call, Redaction redaction)
    {
        Platform = platform;
        Call = call;
        Method = request.Method;
        Path = request.Path;
        Parameters = redaction.Apply(request.Parameters);
        Headers = redaction.Apply(request.Headers);
    }

    /// <summary>Gets the time at which the request was received, by the system clock.</summary>
    public DateTimeOffset ReceivedAt { get; } = DateTimeOffset.UtcNow;

    /// <summary>Gets the platform that the path belongs to; empty for an unknown path.</summary>
    public string Platform { get; }

    /// <summary>Gets the last segment of the documented path, such as <c>get-by-uploader</c>.</summary>
    public string Call { get; }

    /// <summary>Gets the HTTP method.</summary>
    public string Method { get; }

    /// <summary>Gets the decoded path without the query.</summary>
    public string Path { get; }

    /// <summary>Gets the decoded query, form fields and top-level fields of a JSON body.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>Gets the headers by case-insensitive name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Gets the HTTP status of the response; null if no response has been sent.</summary>
    public int? Status
    {
        get => _status == 0 ? null : _status;
        internal set => _status = value ?? 0;
    }

    /// <summary>Gets the number of bytes of the response's body that were sent so far, without headers.</summary>
    public long BytesSent => Interlocked.Read(ref _bytesSent);

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path} {Status}";

    internal void AddBytesSent(int count) => Interlocked.Add(ref _bytesSent, count);
}
