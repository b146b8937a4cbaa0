using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Log;

/// <summary>One request as the server received it. What is secret in it reads <c>***</c>.</summary>
public sealed class RequestRecord
{
    private volatile int _status;

    internal RequestRecord(SandboxRequest request, string platform, string call)
    {
        Platform = platform;
        Call = call;
        Method = request.Method;
        Path = request.Path;
        Parameters = Redaction.Apply(request.Parameters);
        Headers = Redaction.Apply(request.Headers);
    }

    /// <summary>When it came in, by the machine's clock.</summary>
    public DateTimeOffset ReceivedAt { get; } = DateTimeOffset.UtcNow;

    /// <summary>The platform that the path belongs to; empty for an unknown path.</summary>
    public string Platform { get; }

    /// <summary>The last word of the documented path, such as <c>get-by-uploader</c>.</summary>
    public string Call { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The decoded path, without the query.</summary>
    public string Path { get; }

    /// <summary>Query, form fields and the top level of a JSON body, decoded.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>The headers, by case-insensitive name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The HTTP status of the response; null when none was sent, or none yet.</summary>
    public int? Status
    {
        get => _status == 0 ? null : _status;
        internal set => _status = value ?? 0;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path} {Status}";
}
