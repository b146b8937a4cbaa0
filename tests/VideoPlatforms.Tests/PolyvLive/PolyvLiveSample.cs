using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Clients.PolyvLive;

namespace VideoPlatforms.Tests.PolyvLive;

/// <summary>Describes Polyv Live to the tests over all platforms.</summary>
internal static class PolyvLiveSample
{
    /// <summary>The sample.</summary>
    public static readonly PlatformSample Instance = new(PolyvLivePlatform.Description)
    {
        Success = """{"code":200,"status":"success","message":"","data":@data}""",
        ListField = "contents",
        Total = "\"totalItems\":@total",
        Paging = "\"pageSize\":@size,\"pageNumber\":1,\"totalItems\":@total",
        ReportsPageSize = true,
        IdField = "videoId",
        TitleField = "title",
        Record = typeof(PolyvLivePlaybackRecord),
        Rejection = """{"code":"403","status":"error","message":"invalid signature.","data":""}""",
        RejectionReason = "SignatureRejected",
        TokenCall = null,
        SecretParameters = ["sign"],
        SecretHeaders = [],
        OtherCommands = (_, _) => [],
        Responses =
        [
            new("playback/list", "polyv-live-playback-list"),
            new("playback/list", "polyv-live-failure-page-size") { HasItems = false },
        ],
        Document = "polyv-live",
        DocumentSamples = ["polyv-live-playback-list", "polyv-live-failure-app-id"],
        DocumentedCalls = 1,
        SharedRecords = [typeof(PolyvResponse), typeof(PolyvPage<>)],
    };
}
