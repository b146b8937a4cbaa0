using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Common.Commands;

namespace VideoPlatforms.Tests.Chanjing;

/// <summary>Describes Chanjing to the tests over all platforms.</summary>
internal static class ChanjingSample
{
    private const string TokenCall = "access_token";
    private const string Token = """{"trace_id":"8ff3fcd57b33566048ef28568c6cee96","code":0,"msg":"success","data":{"access_token":"1208CuZcV1Vlzj8MxqbO0kd1Wcl4yxwoHl6pYIzvAGoP3DpwmCCa73zmgR5NCrNu","expire_in":1721289220}}""";

    /// <summary>The sample.</summary>
    public static readonly PlatformSample Instance = new(ChanjingPlatform.Description)
    {
        Success = """{"trace_id":"t","code":0,"msg":"","data":@data}""",
        ListField = "List",
        Total = "\"PageInfo\":{\"total_count\":@total}",
        Paging = "\"PageInfo\":{\"page\":1,\"size\":@size,\"total_count\":@total,\"total_page\":1}",
        ReportsPageSize = true,
        IdField = "id",
        TitleField = null,
        Record = typeof(ChanjingVideoRecord),
        Rejection = """{"code":"10400","status":"error","message":"","data":""}""",
        RejectionReason = "TokenRejected",
        TokenCall = TokenCall,
        RevokeTokens = sandbox => sandbox.Chanjing.RevokeTokens(),
        SecretParameters = [],
        SecretHeaders = ["access_token"],
        OtherCommands = (sandbox, client) =>
        [
            host => ReadRunner.RunAsync([sandbox.Chanjing.Videos[0].Id], id => ((ChanjingClient)client).GetVideoAsync(id, host), host),
        ],
        Responses =
        [
            new("video_list", "chanjing-video-list"),
            new(TokenCall, "access_token", Token) { HasItems = false, UseAsync = (client, host) => client.SignInAsync(host) },
        ],
        Document = "chanjing",
        DocumentSamples = ["chanjing-video-list"],
        DocumentedCalls = 1,
        UnloggedParameters = ["secret_key"],
    };
}
