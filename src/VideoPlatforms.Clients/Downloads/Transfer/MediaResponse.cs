using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>Represents the response of a media server.</summary>
/// <param name="message">The response without its body.</param>
/// <param name="turn">Disposed of with the response.</param>
internal sealed class MediaResponse(HttpResponseMessage message, IDisposable? turn) : IDisposable
{
    /// <summary>Gets the response.</summary>
    public HttpResponseMessage Message => message;

    /// <summary>Gets the HTTP status.</summary>
    public int Status => (int)message.StatusCode;

    /// <summary>Gets the media type without parameters, in lower case.</summary>
    public string? ContentType => message.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();

    /// <summary>Gets a value indicating whether the end of the body is recognizable: by its length or by its encoding.</summary>
    public bool IsDelimited => message.Content.Headers.ContentLength is not null || message.Headers.TransferEncodingChunked == true || message.Version.Major >= 2;

    /// <summary>Gets a value indicating whether the response says which part of a file of which length it contains.</summary>
    public bool HasRange => message.Content.Headers.ContentRange is { From: not null, To: not null, Length: not null };

    /// <summary>Opens the body.</summary>
    public async Task<MediaBody> OpenAsync(MediaAddress address, TimeSpan idleTimeout, CancellationToken cancellationToken)
    {
        try
        {
#if NET
            return new(address, await message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), idleTimeout, cancellationToken);
#else
            return new(address, await message.Content.ReadAsStreamAsync().ConfigureAwait(false), idleTimeout, cancellationToken);
#endif
        }
        catch (Exception exception) when (TransportErrors.IsTransportError(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw address.Fail(ErrorKind.FileTruncated, Messages.ResponseTruncated, message);
        }
    }

    /// <summary>Returns the error for an unexpected status.</summary>
    public PlatformException Fail(MediaAddress address) => address.Fail(
        Status switch
        {
            401 or 402 or 403 or 407 or 451 => ErrorKind.FileForbidden,
            404 or 410 => ErrorKind.FileNotFound,
            408 => ErrorKind.TimedOut,
            429 => ErrorKind.TooManyRequests,
            >= 500 => ErrorKind.ServerError,
            >= 300 and < 400 => ErrorKind.RedirectRejected,
            _ => ErrorKind.RequestRejected,
        },
        response: message);

    /// <inheritdoc/>
    public void Dispose()
    {
        message.Dispose();
        turn?.Dispose();
    }
}
