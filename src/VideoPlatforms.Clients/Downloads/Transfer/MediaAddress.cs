using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>
/// Represents the address of a file of a video on a media server. The query can contain a signature, so errors and messages contain
/// only the host and the path.
/// </summary>
internal sealed class MediaAddress
{
    private const string PlaylistExtension = ".m3u8";

    private MediaAddress(Platform platform, string? target, Uri uri)
    {
        Platform = platform;
        Target = target;
        Uri = uri;
    }

    /// <summary>Gets the platform of the video.</summary>
    public Platform Platform { get; }

    /// <summary>Gets the ID of the video.</summary>
    public string? Target { get; }

    /// <summary>Gets the address.</summary>
    public Uri Uri { get; }

    /// <summary>Gets the host and the path, for errors and messages.</summary>
    public string Display => DisplayOf(Uri);

    /// <summary>Gets a value indicating whether the address refers to a playlist instead of a file.</summary>
    public bool IsPlaylist => Uri.AbsolutePath.EndsWith(PlaylistExtension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Parses an address. Returns null if it is not an http or https address.</summary>
    public static MediaAddress? Parse(Platform platform, string? target, string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? new(platform, target, uri) : null;

    /// <summary>Returns the host and the path of an address.</summary>
    public static string DisplayOf(Uri uri) => uri.Authority + Uri.UnescapeDataString(uri.AbsolutePath);

    /// <summary>Creates an error for a transfer from this address.</summary>
    /// <param name="kind">The kind of error.</param>
    /// <param name="detail">What was detected.</param>
    /// <param name="response">The response; null if there was none.</param>
    /// <param name="inner">The exception of the runtime.</param>
    public PlatformException Fail(ErrorKind kind, string? detail = null, HttpResponseMessage? response = null, Exception? inner = null)
    {
        var status = response is null ? null : (int?)response.StatusCode;
        var code = status is >= 300 ? $"HTTP {status}" : null;
        var retryAfter = response is null ? null : ErrorFactory.RetryAfter(response);
        return new(
            Platform,
            kind,
            ErrorText.Describe(Platform, kind, ErrorText.SanitizeForDisplay(Display), Target, code, detail, detail is not null, null, retryAfter),
            IsOfServer(kind) ? Messages.MediaServerAdvice.With(Uri.Host) : ErrorText.Advise(Platform, kind),
            inner)
        {
            Call = Display,
            Target = Target,
            HttpStatus = status,
            RetryAfter = retryAfter,
        };
    }

    // The advice for these errors is about the session of a platform.
    private static bool IsOfServer(ErrorKind kind) =>
        kind == ErrorKind.ConnectionFailed || kind == ErrorKind.TimedOut || kind == ErrorKind.TooManyRequests || kind == ErrorKind.ServerError || kind == ErrorKind.RequestRejected;
}
