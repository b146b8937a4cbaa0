using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Qushipin;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Tests.Qushipin;

/// <summary>Describes Qushipin App Server to the tests over all platforms.</summary>
internal static class QushipinSample
{
    private const string TokenCall = "login";

    private static readonly string[] Calls =
    [
        "getVideos", "submitTranscode", "createAudit", "submitTabTranscode", "getVideoById", "getRecommendVideos", "recommendVideo",
        "pushObjectCache", "getRecommendVideoById", "deleteVideoById", "deleteRecommendById", TokenCall, "signOut",
    ];

    /// <summary>The sample.</summary>
    public static readonly PlatformSample Instance = new(QushipinPlatform.Description)
    {
        Success = """{"result":"true","requestId":"r","message":"","code":"200","data":@data}""",
        ListField = "videoList",
        Total = "\"total\":@total",
        Paging = "\"total\":\"@total\"",
        ReportsPageSize = false,
        IdField = "videoId",
        TitleField = "title",
        Record = typeof(QushipinVideoRecord),
        NestedFields = new Dictionary<string, string> { ["userId"] = "user", ["userName"] = "user", ["avatarUrl"] = "user" },
        Rejection = """{"code":"403","status":"error","message":"Please log in the system!","data":""}""",
        RejectionReason = "NotLoggedIn",
        TokenCall = TokenCall,
        RevokeTokens = sandbox => sandbox.Qushipin.RevokeTokens(),
        SecretParameters = ["consoleToken"],
        SecretHeaders = [],
        OtherCommands = (sandbox, client) => OtherCommands(sandbox, (QushipinClient)client),
        Responses =
        [
            new("getVideos", "qushipin-getVideos"),
            new("getRecommendVideos", "qushipin-getRecommendVideos") { UseAsync = (client, host) => ListRecommendationsAsync((QushipinClient)client, new() { PageSize = 20 }, host) },
            Item("getVideoById", (client, host) => client.GetVideoAsync("a", host)),
            Item("getRecommendVideoById", (client, host) => client.GetRecommendationAsync("a", host)),
            new(TokenCall, "qushipin-login") { HasItems = false, UseAsync = (client, host) => client.SignInAsync(host) },
            Item("createAudit", (client, host) => client.AuditAsync("a", new(QushipinAuditStatus.Normal), host)),
        ],
        Document = "qushipin",
        DocumentSamples = [.. Calls.Select(call => "qushipin-" + call)],
        DocumentedCalls = Calls.Length,
        UnloggedParameters = ["consoleToken"],
    };

    private static ResponseSample Item<T>(string call, Func<QushipinClient, ICommandHost, Task<T>> readAsync)
        where T : class =>
        new(call, "qushipin-" + call) { UseAsync = async (client, host) => await host.WriteAsync(await readAsync((QushipinClient)client, host)) };

    private static Task ListRecommendationsAsync(QushipinClient client, ListOptions options, ICommandHost host) =>
        ListRunner.RunAsync(client.ListRecommendationsAsync(new(), options, host), options, host, default);

    private static IEnumerable<Func<ICommandHost, Task>> OtherCommands(SandboxServer sandbox, QushipinClient client)
    {
        var video = sandbox.Qushipin.Videos[^1];
        return
        [
            host => ListRecommendationsAsync(client, new() { First = 1 }, host),
            host => ReadRunner.RunAsync([video.VideoId], id => client.GetVideoAsync(id, host), host),
            host => ReadRunner.RunAsync([video.VideoId], id => client.GetRecommendationAsync(id, host), host),
            host => ChangeAsync(id => client.AuditAsync(id, new(QushipinAuditStatus.Blocked, "4711"), host), host),
            host => ChangeAsync(id => client.StartTranscodeAsync(id, narrowband: false, host), host),
            host => ChangeAsync(id => client.RecommendAsync(new() { VideoId = id, UserId = video.UserId }, host), host),
            host => ChangeAsync(id => client.DeleteRecommendationAsync(id, video.UserId, verify: true, host), host),
            host => ChangeAsync(id => client.DeleteVideoAsync(id, video.UserId, verify: true, host), host),
            async host =>
            {
                var push = new QushipinCachePush(client, passThru: true);
                await push.AddAsync("example.com/1.png", host, default);
                await push.SendAsync(host, default);
            },
        ];

        Task ChangeAsync(Func<string, Task<VideoOperationResult>> change, ICommandHost host) =>
            WriteRunner.RunAsync([video.VideoId], "Change", id => new(id, async () => await change(id)), passThru: true, host);
    }
}
