using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>The two deletes. The servers report success whatever they did, so each is verified by a look-up.</summary>
public sealed partial class QushipinClient
{
    // A server whose database compares without case may return a few videos for one id.
    private const int VerificationPageSize = 10;

    /// <summary>Deletes a video (<c>deleteVideoById</c>).</summary>
    /// <param name="videoId">The video.</param>
    /// <param name="userId">Its uploader: for any other, the servers delete nothing and claim success.</param>
    /// <param name="verify">Whether the video is looked up afterwards, since the response alone proves nothing.</param>
    /// <param name="observer">Hears of waits.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PlatformException">The server refused it, it is still there, or nobody knows.</exception>
    public Task<VideoOperationResult> DeleteVideoAsync(string videoId, string userId, bool verify, ICallObserver observer, CancellationToken cancellationToken = default) =>
        DeleteAsync("deleteVideoById", videoId, userId, verify ? VerifyVideoDeletedAsync : null, observer, cancellationToken);

    /// <summary>Withdraws a recommendation (<c>deleteRecommendById</c>).</summary>
    /// <param name="videoId">The video.</param>
    /// <param name="userId">Its uploader; the document does not list it, but servers delete nothing without it.</param>
    /// <param name="verify">Whether the recommendation is looked up afterwards, since the response alone proves nothing.</param>
    /// <param name="observer">Hears of waits.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PlatformException">The server refused it, it is still there, or nobody knows.</exception>
    public Task<VideoOperationResult> DeleteRecommendationAsync(string videoId, string? userId, bool verify, ICallObserver observer, CancellationToken cancellationToken = default) =>
        DeleteAsync("deleteRecommendById", videoId, userId, verify ? VerifyRecommendationDeletedAsync : null, observer, cancellationToken);

    /// <summary>Makes sure that there is a video of an id before it is deleted: the servers report the deletion of any id.</summary>
    /// <exception cref="PlatformException">There is none of exactly this id, or it could not be read.</exception>
    public async Task EnsureVideoExistsAsync(string videoId, ICallObserver observer, CancellationToken cancellationToken = default) =>
        EnsureExactMatch(await GetVideoAsync(videoId, observer, cancellationToken).ConfigureAwait(false), videoId, "getVideoById", QushipinErrors.VideoNotFound);

    /// <summary>Makes sure that there is a recommendation of an id before it is deleted.</summary>
    /// <exception cref="PlatformException">There is none of exactly this id, or it could not be read.</exception>
    public async Task EnsureRecommendationExistsAsync(string videoId, ICallObserver observer, CancellationToken cancellationToken = default) =>
        EnsureExactMatch(
            await GetRecommendationAsync(videoId, observer, cancellationToken).ConfigureAwait(false), videoId, "getRecommendVideoById", QushipinErrors.RecommendationNotFound);

    // A database may compare without case; a delete would then hit the other video.
    private void EnsureExactMatch(QushipinVideo found, string videoId, string call, ErrorKind notFound)
    {
        if (found.VideoId != videoId)
        {
            throw Connection.Fail(notFound, ById(call, videoId));
        }
    }

    private async Task<VideoOperationResult> DeleteAsync(
        string name, string videoId, string? userId, Func<string, ICallObserver, CancellationToken, Task<Presence>>? lookUp, ICallObserver observer, CancellationToken cancellationToken)
    {
        var call = new ApiCall(name, HttpMethod.Post, "console/vod/" + name)
        {
            Semantics = CallSemantics.Idempotent,
            Target = videoId,
            Parameters = new() { { "videoId", videoId }, { "userId", userId } },
        };
        QushipinResponse? response = null;
        PlatformException? unanswered = null;
        try
        {
            response = await SendAsync(call, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (PlatformException failure) when (lookUp is not null && failure.Kind == ErrorKind.OutcomeUnknown)
        {
            // The look-up shows whether it was carried out.
            unanswered = failure;
        }

        switch (lookUp is null ? Presence.Absent : await VerifyAsync(lookUp, videoId, observer, cancellationToken).ConfigureAwait(false))
        {
            case Presence.Absent:
                return response is null
                    ? new(Platform.Qushipin, name, videoId, Messages.DeletionVerified, unanswered?.RequestId, Session)
                    : Result(call, videoId, response);
            case Presence.Present:
                throw unanswered ?? Connection.Fail(QushipinErrors.NotDeleted, call, response!);
            default:
                throw unanswered ?? Connection.Fail(ErrorKind.OutcomeUnknown, call, Messages.DeletionNotVerifiable, response!);
        }
    }

    private static async Task<Presence> VerifyAsync(
        Func<string, ICallObserver, CancellationToken, Task<Presence>> lookUp, string videoId, ICallObserver observer, CancellationToken cancellationToken)
    {
        try
        {
            return await lookUp(videoId, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (PlatformException failure)
        {
            // The delete was answered, which proves nothing, and the look-up proves nothing either.
            throw failure.OutcomeUnknown();
        }
    }

    // A list with the id as its filter, because getVideoById answers "500" both to an unknown id and to a fault.
    private async Task<Presence> VerifyVideoDeletedAsync(string videoId, ICallObserver observer, CancellationToken cancellationToken)
    {
        var page = await FetchPageAsync("getVideos", new() { VideoId = videoId }, 1, VerificationPageSize, observer, cancellationToken).ConfigureAwait(false);
        return page.Items.Any(video => video?.VideoId == videoId) ? Presence.Present
            : page.Items.Count >= (page.Total ?? page.Items.Count) && page.Items.Count < VerificationPageSize ? Presence.Absent
            : Presence.Unproved;
    }

    private async Task<Presence> VerifyRecommendationDeletedAsync(string videoId, ICallObserver observer, CancellationToken cancellationToken)
    {
        var response = await SendByIdAsync(ById("getRecommendVideoById", videoId), observer, cancellationToken).ConfigureAwait(false);
        return response.Data is not { } record ? Presence.Absent : record.VideoId == videoId ? Presence.Present : Presence.Unproved;
    }

    /// <summary>What a look-up proves.</summary>
    private enum Presence
    {
        /// <summary>The server returned the very id.</summary>
        Present,

        /// <summary>The server returned everything that can match, and the id is not among it.</summary>
        Absent,

        /// <summary>The server returned others and holds more: it ignores the id that it was asked for.</summary>
        Unproved,
    }
}
