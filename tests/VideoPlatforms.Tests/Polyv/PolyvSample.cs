using VideoPlatforms.Clients.Polyv;

namespace VideoPlatforms.Tests.Polyv;

/// <summary>Describes Polyv VOD to the tests over all platforms.</summary>
internal static class PolyvSample
{
    /// <summary>The sample.</summary>
    public static readonly PlatformSample Instance = new(PolyvPlatform.Description)
    {
        Success = """{"code":200,"status":"success","message":"success","data":@data}""",
        ListField = "contents",
        Total = "\"totalItems\":@total",
        Paging = "\"pageSize\":@size,\"pageNumber\":1,\"totalItems\":@total",
        ReportsPageSize = true,
        IdField = "vid",
        TitleField = "title",
        Record = typeof(PolyvVideoRecord),
        Rejection = """{"code":"400","status":"error","message":"the sign is not right.","data":""}""",
        RejectionReason = "SignatureRejected",
        TokenCall = null,
        SecretParameters = ["sign"],
        SecretHeaders = [],
        OtherCommands = (_, _) => [],
        Responses = [new("get-by-uploader", "polyv-get-by-uploader"), new("get-by-uploader", "polyv-failure") { HasItems = false }],
        Document = "polyv",
        DocumentSamples = ["polyv-get-by-uploader", "polyv-failure"],
        DocumentedCalls = 1,
    };
}
