using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>What the two deletes have in common. The servers always report success, so a lookup verifies each delete.</summary>
public sealed partial class QushipinClient
{
    // A server whose database is case-insensitive may return a few videos for one id.
    private const int VerificationPageSize = 10;

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
        PlatformException? unknown = null;
        try
        {
            response = await SendAsync(call, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (PlatformException failure) when (lookUp is not null && failure.Kind == ErrorKind.OutcomeUnknown)
        {
            // The lookup shows whether the delete was processed.
            unknown = failure;
        }

        switch (lookUp is null ? Presence.Absent : await VerifyAsync(lookUp, videoId, observer, cancellationToken).ConfigureAwait(false))
        {
            case Presence.Absent:
                return response is null
                    ? new(Platform.Qushipin, name, videoId, Messages.DeletionVerified, unknown?.RequestId, Session)
                    : Result(call, videoId, response);
            case Presence.Present:
                throw unknown ?? Connection.Fail(QushipinErrors.NotDeleted, call, response!);
            default:
                throw unknown ?? Connection.Fail(ErrorKind.OutcomeUnknown, call, Messages.DeletionNotVerifiable, response!);
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
            // Neither the response to the delete nor a failed lookup proves anything.
            throw failure.OutcomeUnknown();
        }
    }

    /// <summary>The result of a lookup after a delete.</summary>
    private enum Presence
    {
        /// <summary>The server returned exactly this id.</summary>
        Present,

        /// <summary>The server returned all items that can match, and the id is not among them.</summary>
        Absent,

        /// <summary>The server ignores the requested id: it returned other items and has more.</summary>
        NotVerifiable,
    }
}
