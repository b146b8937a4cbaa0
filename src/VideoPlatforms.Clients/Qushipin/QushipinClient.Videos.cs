using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>The calls for videos.</summary>
public sealed partial class QushipinClient
{
    /// <summary>Gets videos (<c>getVideos</c>).</summary>
    /// <returns>Batches in the list's order.</returns>
    /// <exception cref="PlatformException">A page could not be read; earlier batches remain valid.</exception>
    public IAsyncEnumerable<Batch<QushipinVideo>> ListVideosAsync(
        QushipinVideoFilter filter, ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default) =>
        ListAsync("getVideos", filter, options, observer, cancellationToken);

    /// <summary>Gets a video (<c>getVideoById</c>).</summary>
    /// <exception cref="PlatformException">There is no video with this id, or it could not be read.</exception>
    public async Task<QushipinVideo> GetVideoAsync(string videoId, ICallObserver observer, CancellationToken cancellationToken = default)
    {
        var call = ById("getVideoById", videoId);
        try
        {
            return await GetAsync(call, QushipinErrors.VideoNotFound, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (PlatformException failure) when (failure.Kind == QushipinErrors.BusinessError)
        {
            // The servers report an unknown id only as this error.
            throw Connection.Fail(QushipinErrors.VideoNotFound, call, failure);
        }
    }

    /// <summary>Ensures that a video with exactly this id exists before it is deleted: the servers report success for any id.</summary>
    /// <exception cref="PlatformException">There is no such video, or it could not be read.</exception>
    public async Task EnsureVideoExistsAsync(string videoId, ICallObserver observer, CancellationToken cancellationToken = default) =>
        EnsureExactMatch(await GetVideoAsync(videoId, observer, cancellationToken).ConfigureAwait(false), videoId, "getVideoById", QushipinErrors.VideoNotFound);

    /// <summary>Deletes a video (<c>deleteVideoById</c>).</summary>
    /// <param name="videoId">The video.</param>
    /// <param name="userId">The uploader. For any other user, the servers delete nothing and report success.</param>
    /// <param name="verify">Whether to verify the deletion, since the response proves nothing.</param>
    /// <param name="observer">Receives delays and warnings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="PlatformException">The server rejected it, the video still exists, or the outcome is unknown.</exception>
    public Task<VideoOperationResult> DeleteVideoAsync(string videoId, string userId, bool verify, ICallObserver observer, CancellationToken cancellationToken = default) =>
        DeleteAsync("deleteVideoById", videoId, userId, verify ? VerifyVideoDeletedAsync : null, observer, cancellationToken);

    /// <summary>Finds a video with exactly this id (<c>getVideoById</c>); null if it certainly does not exist.</summary>
    /// <exception cref="PlatformException">It could not be read.</exception>
    internal async Task<QushipinVideo?> FindVideoAsync(string videoId, ICallObserver observer, CancellationToken cancellationToken)
    {
        try
        {
            if (await GetVideoAsync(videoId, observer, cancellationToken).ConfigureAwait(false) is { } video && video.VideoId == videoId)
            {
                return video;
            }
        }
        catch (PlatformException failure) when (failure.Kind == QushipinErrors.VideoNotFound)
        {
            // The list decides.
        }

        var page = await FetchVerificationPageAsync(videoId, observer, cancellationToken).ConfigureAwait(false);
        return page.Items.FirstOrDefault(video => video?.VideoId == videoId) is { } record ? Video(record)
            : PresenceOn(page, videoId) == Presence.Absent ? null
            : throw Connection.Fail(ErrorKind.UnexpectedResponse, ById("getVideoById", videoId));
    }

    private async Task<Presence> VerifyVideoDeletedAsync(string videoId, ICallObserver observer, CancellationToken cancellationToken) =>
        PresenceOn(await FetchVerificationPageAsync(videoId, observer, cancellationToken).ConfigureAwait(false), videoId);

    // A list with the id as its filter, because getVideoById reports an unknown id and a fault alike, as "500".
    private Task<Page<QushipinVideoRecord?>> FetchVerificationPageAsync(string videoId, ICallObserver observer, CancellationToken cancellationToken) =>
        FetchPageAsync("getVideos", new() { VideoId = videoId }, 1, VerificationPageSize, observer, cancellationToken);

    private static Presence PresenceOn(Page<QushipinVideoRecord?> page, string videoId) =>
        page.Items.Any(video => video?.VideoId == videoId) ? Presence.Present
        : page.Items.Count >= (page.Total ?? page.Items.Count) && page.Items.Count < VerificationPageSize ? Presence.Absent
        : Presence.NotVerifiable;

    private static ApiCall ById(string name, string videoId) =>
        new(name, HttpMethod.Get, "console/vod/" + name) { Target = videoId, Parameters = new() { { "videoId", videoId } } };

    private async Task<QushipinVideo> GetAsync(ApiCall call, ErrorKind notFound, ICallObserver observer, CancellationToken cancellationToken)
    {
        var response = await SendByIdAsync(call, observer, cancellationToken).ConfigureAwait(false);
        return response.Data is { } record ? Video(record) : throw Connection.Fail(notFound, call, response);
    }

    private Task<QushipinVideoResponse> SendByIdAsync(ApiCall call, ICallObserver observer, CancellationToken cancellationToken) =>
        Connection.SendAsync(call, QushipinJson.Default.QushipinVideoResponse, observer, cancellationToken);

    // A database may compare ids case-insensitively; a delete would then affect another video.
    private void EnsureExactMatch(QushipinVideo found, string videoId, string call, ErrorKind notFound)
    {
        if (found.VideoId != videoId)
        {
            throw Connection.Fail(notFound, ById(call, videoId));
        }
    }
}
