using System.Net;
using System.Text;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Http;

/// <summary>Specifies how a session connects to its server. Each value is validated when it is set, before a request is sent.</summary>
public sealed class ConnectionOptions
{
    // A credential is looked up by address. That of the system's proxy is known only when a request is sent.
    private static readonly Uri AnyProxy = new("http://proxy/");

    private Uri? _baseUri;
    private Uri? _proxy;
    private TimeSpan _timeout = TimeSpan.FromSeconds(100);
    private int _maximumRetryCount = 4;
    private double? _requestsPerSecond;

    /// <summary>Gets or sets the server's base address, http or https; null for the public address of the platform.</summary>
    /// <exception cref="ArgumentException">The value is not an absolute http or https address without user, query and fragment.</exception>
    public Uri? BaseUri
    {
        get => _baseUri;
        set => _baseUri = value is null ? null : InputRules.HttpAddress.Check(value, nameof(BaseUri));
    }

    /// <summary>
    /// Gets or sets the time-out of one attempt, from connecting to the last byte of the response. The default is 100 seconds; the
    /// maximum is one day.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, negative, or greater than one day.</exception>
    public TimeSpan Timeout
    {
        get => _timeout;
        set => _timeout = value > TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Timeout), value, Messages.TimeoutRange);
    }

    /// <summary>Gets or sets the maximum number of retries of a failed attempt, from 0 to 100. The default is 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 0 to 100.</exception>
    public int MaximumRetryCount
    {
        get => _maximumRetryCount;
        set => _maximumRetryCount = value is >= 0 and <= 100
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaximumRetryCount), value, Messages.RetryCountRange);
    }

    /// <summary>
    /// Gets or sets the maximum number of requests per second, up to 10,000, for all users of the session together; null for the
    /// default of the platform.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than 0, or is greater than 10,000.</exception>
    public double? RequestsPerSecond
    {
        get => _requestsPerSecond;
        set => _requestsPerSecond = value is null or (> 0 and <= 10_000)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(RequestsPerSecond), value, Messages.RequestsPerSecondRange);
    }

    /// <summary>Gets or sets the address of the proxy, http or (on .NET only) https; null for the system's proxy.</summary>
    /// <exception cref="ArgumentException">
    /// The value is not an absolute http or https address without user, query and fragment, or is an https address on .NET Framework.
    /// </exception>
    public Uri? Proxy
    {
        get => _proxy;
        set => _proxy = value is null ? null : InputRules.ProxyAddress.Check(value, nameof(Proxy));
    }

    /// <summary>Gets or sets the credential for the proxy, including the system's proxy.</summary>
    public ICredentials? ProxyCredential { get; set; }

    /// <summary>Gets the secrets of the proxy's credential: the password, and the text of Basic authentication that contains it.</summary>
    internal IEnumerable<string> ProxySecrets =>
        ProxyCredential?.GetCredential(Proxy ?? AnyProxy, "Basic") is { } credential
            ? [credential.Password, Basic(credential)]
            : [];

    /// <summary>Gets or sets a value indicating whether any server certificate is accepted, such as a self-signed one.</summary>
    public bool SkipCertificateCheck { get; set; }

    /// <summary>Gets or sets the first delay before a retry, without jitter. It doubles with each retry. The default is 500 ms.</summary>
    internal TimeSpan InitialRetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Gets or sets the local clock, which determines whether a token has expired.</summary>
    internal Func<DateTimeOffset> UtcNow { get; set; } = () => DateTimeOffset.UtcNow;

    /// <summary>Gets or sets the function that creates the session's redactor. A test can replace it.</summary>
    internal Func<SecretRedactor> CreateRedactor { get; set; } = () => new();

    /// <summary>Gets or sets the maximum size of a response in bytes, after decompression. The default is 32 MB.</summary>
    internal int MaxResponseBytes { get; set; } = 32 * 1024 * 1024;

    // In the format in which the runtime sends it.
    private static string Basic(NetworkCredential credential)
    {
        var domain = string.IsNullOrEmpty(credential.Domain) ? "" : credential.Domain + "\\";
        return Convert.ToBase64String(Encoding.UTF8.GetBytes($"{domain}{credential.UserName}:{credential.Password}"));
    }
}
