using System.Net;
using System.Text;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Http;

/// <summary>How a session reaches its server. Every value is checked when it is set, before anything is sent.</summary>
public sealed class ConnectionOptions
{
    // A credential may be bound to an address; the system's proxy says its own only when it is asked.
    private static readonly Uri AnyProxy = new("http://proxy/");

    private Uri? _baseUri;
    private Uri? _proxy;
    private TimeSpan _timeout = TimeSpan.FromSeconds(100);
    private int _maximumRetryCount = 4;
    private double? _requestsPerSecond;

    /// <summary>The server's address, http or https; null for the platform's public one.</summary>
    /// <exception cref="ArgumentException">Not an absolute http or https address.</exception>
    public Uri? BaseUri
    {
        get => _baseUri;
        set => _baseUri = value is null ? null : InputRules.HttpAddress.Check(value, nameof(BaseUri));
    }

    /// <summary>How long one attempt may take, from connecting to the last byte. Default 100 s.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero, negative, or longer than a day.</exception>
    public TimeSpan Timeout
    {
        get => _timeout;
        set => _timeout = value > TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Timeout), value, Messages.TimeoutRange);
    }

    /// <summary>How many times a failed attempt may be tried again: 0 (never) to 100. Default 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0..100.</exception>
    public int MaximumRetryCount
    {
        get => _maximumRetryCount;
        set => _maximumRetryCount = value is >= 0 and <= 100
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaximumRetryCount), value, Messages.RetryCountRange);
    }

    /// <summary>The session's limit, shared by all who use it; null for the platform's default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0, or above 10,000.</exception>
    public double? RequestsPerSecond
    {
        get => _requestsPerSecond;
        set => _requestsPerSecond = value is null or (> 0 and <= 10_000)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(RequestsPerSecond), value, Messages.RequestsPerSecondRange);
    }

    /// <summary>The proxy; null for the system's.</summary>
    /// <exception cref="ArgumentException">An https address on .NET Framework, which knows no such proxies.</exception>
    public Uri? Proxy
    {
        get => _proxy;
        set => _proxy = value is null ? null : InputRules.ProxyAddress.Check(value, nameof(Proxy));
    }

    /// <summary>What the proxy asks for, the system's proxy included.</summary>
    public ICredentials? ProxyCredential { get; set; }

    /// <summary>What of the proxy's credential must not be shown: the password, and what travels of it.</summary>
    internal IEnumerable<string> ProxySecrets =>
        ProxyCredential?.GetCredential(Proxy ?? AnyProxy, "Basic") is { } credential
            ? [credential.Password, Basic(credential)]
            : [];

    /// <summary>Whether any certificate is taken: for a server of one's own with a certificate that nobody signed.</summary>
    public bool SkipCertificateCheck { get; set; }

    /// <summary>The first back-off before jitter; each further one doubles it.</summary>
    internal TimeSpan InitialRetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>This machine's clock, by which a token's end is judged.</summary>
    internal Func<DateTimeOffset> UtcNow { get; set; } = () => DateTimeOffset.UtcNow;

    /// <summary>Creates the session's redactor; a test can replace it.</summary>
    internal Func<SecretRedactor> CreateRedactor { get; set; } = () => new();

    /// <summary>The most that is read of one response, after decompression.</summary>
    internal int MaxResponseBytes { get; set; } = 32 * 1024 * 1024;

    // As the runtime sends it.
    private static string Basic(NetworkCredential credential)
    {
        var domain = string.IsNullOrEmpty(credential.Domain) ? "" : credential.Domain + "\\";
        return Convert.ToBase64String(Encoding.UTF8.GetBytes($"{domain}{credential.UserName}:{credential.Password}"));
    }
}
