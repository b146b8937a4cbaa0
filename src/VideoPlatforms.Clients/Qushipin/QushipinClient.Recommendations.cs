using System.Globalization;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>The calls for recommendations.</summary>
public sealed partial class QushipinClient
{
    /// <summary>Gets recommended videos (<c>getRecommendVideos</c>).</summary>
    /// <returns>Batches in the list's order.</returns>
    /// <exception cref="PlatformException">A page could not be read; earlier batches remain valid.</exception>
    public IAsyncEnumerable<Batch<QushipinVideo>> ListRecommendationsAsync(
        QushipinVideoFilter filter, ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default) =>
        ListAsync("getRecommendVideos", filter, options, observer, cancellationToken);

    /// <summary>Gets a recommended video (<c>getRecommendVideoById</c>).</summary>
    /// <exception cref="PlatformException">There is no recommendation with this id, or it could not be read.</exception>
    public Task<QushipinVideo> GetRecommendationAsync(string videoId, ICallObserver observer, CancellationToken cancellationToken = default) =>
        GetAsync(ById("getRecommendVideoById", videoId), QushipinErrors.RecommendationNotFound, observer, cancellationToken);

    /// <summary>Recommends a video (<c>recommendVideo</c>).</summary>
    /// <exception cref="PlatformException">The server rejected it, or the outcome is unknown.</exception>
    public Task<VideoOperationResult> RecommendAsync(QushipinRecommendation recommendation, ICallObserver observer, CancellationToken cancellationToken = default)
    {
        var parameters = new ApiParameters
        {
            { "title", recommendation.Title },
            { "videoId", recommendation.VideoId },
            { "userId", recommendation.UserId },
            { "description", recommendation.Description },
            { "duration", recommendation.Duration?.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) },
            { "coverUrl", recommendation.CoverUrl },
            { "size", recommendation.Size },
            { "tags", recommendation.Tags is null ? null : string.Join(",", recommendation.Tags) },
            { "cateId", recommendation.CategoryId },
            { "cateName", recommendation.CategoryName },
            { "firstFrameUrl", recommendation.FirstFrameUrl },
            { "transcodeStatus", recommendation.TranscodeStatus },
            { "snapshotStatus", recommendation.SnapshotStatus },
            { "censorStatus", recommendation.CensorStatus },
            { "isNarrow", Text(recommendation.Narrowband) },
            { "isCache", Text(recommendation.Preheat) },
        };
        return WriteAsync("recommendVideo", HttpMethod.Post, CallSemantics.NonIdempotent, recommendation.VideoId, parameters, observer, cancellationToken);
    }

    /// <summary>Ensures that a recommendation with exactly this id exists before it is removed.</summary>
    /// <exception cref="PlatformException">There is no such recommendation, or it could not be read.</exception>
    public async Task EnsureRecommendationExistsAsync(string videoId, ICallObserver observer, CancellationToken cancellationToken = default) =>
        EnsureExactMatch(
            await GetRecommendationAsync(videoId, observer, cancellationToken).ConfigureAwait(false), videoId, "getRecommendVideoById", QushipinErrors.RecommendationNotFound);

    /// <summary>Removes a recommendation (<c>deleteRecommendById</c>).</summary>
    /// <param name="videoId">The video.</param>
    /// <param name="userId">The uploader. The document does not list it, but servers remove nothing without it.</param>
    /// <param name="verify">Whether to verify the removal, since the response proves nothing.</param>
    /// <param name="observer">Receives delays and warnings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="PlatformException">The server rejected it, the recommendation still exists, or the outcome is unknown.</exception>
    public Task<VideoOperationResult> DeleteRecommendationAsync(string videoId, string? userId, bool verify, ICallObserver observer, CancellationToken cancellationToken = default) =>
        DeleteAsync("deleteRecommendById", videoId, userId, verify ? VerifyRecommendationDeletedAsync : null, observer, cancellationToken);

    private async Task<Presence> VerifyRecommendationDeletedAsync(string videoId, ICallObserver observer, CancellationToken cancellationToken)
    {
        var response = await SendByIdAsync(ById("getRecommendVideoById", videoId), observer, cancellationToken).ConfigureAwait(false);
        return response.Data is not { } record ? Presence.Absent : record.VideoId == videoId ? Presence.Present : Presence.NotVerifiable;
    }

    private static string? Text(bool? value) => value switch
    {
        true => "true",
        false => "false",
        null => null,
    };
}
