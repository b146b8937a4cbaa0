using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>The calls that start a task on the server: transcoding, review and caching.</summary>
public sealed partial class QushipinClient
{
    /// <summary>Starts transcoding (<c>submitTranscode</c>), or narrowband transcoding (<c>submitTabTranscode</c>).</summary>
    /// <exception cref="PlatformException">The server rejected it, or the outcome is unknown.</exception>
    public Task<VideoOperationResult> StartTranscodeAsync(string videoId, bool narrowband, ICallObserver observer, CancellationToken cancellationToken = default) =>
        WriteAsync(
            narrowband ? "submitTabTranscode" : "submitTranscode", HttpMethod.Get, CallSemantics.NonIdempotent, videoId, new() { { "mediaId", videoId } }, observer, cancellationToken);

    /// <summary>Sets the review result of a video (<c>createAudit</c>).</summary>
    /// <exception cref="PlatformException">The server rejected it, or the outcome is unknown.</exception>
    public Task<VideoOperationResult> AuditAsync(string videoId, QushipinAudit audit, ICallObserver observer, CancellationToken cancellationToken = default)
    {
        var parameters = new ApiParameters
        {
            { "mediaId", videoId },
            { "status", audit.Status.ToString() },
            { "reason", audit.Reason },
            { "comment", audit.Comment },
        };
        return WriteAsync("createAudit", HttpMethod.Get, CallSemantics.Idempotent, videoId, parameters, observer, cancellationToken);
    }

    /// <summary>Pushes objects to the cache (<c>pushObjectCache</c>), all in one call.</summary>
    /// <param name="addresses">Their addresses, such as <c>example.com/image/1.png</c>.</param>
    /// <param name="observer">Receives delays and warnings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="PlatformException">The server rejected them, or the outcome is unknown.</exception>
    public async Task<IReadOnlyList<VideoOperationResult>> PushCacheAsync(IReadOnlyList<string> addresses, ICallObserver observer, CancellationToken cancellationToken = default)
    {
        var call = new ApiCall("pushObjectCache", HttpMethod.Post, "console/vod/pushObjectCache")
        {
            Semantics = CallSemantics.Idempotent,
            Target = addresses.Count == 1 ? addresses[0] : Messages.ManyAddresses.With(addresses.Count, addresses[0]),
            Parameters = new() { { "objectPath", string.Join("\n", addresses) } },
        };
        var response = await SendAsync(call, observer, cancellationToken).ConfigureAwait(false);
        return [.. addresses.Select(address => Result(call, address, response))];
    }
}
