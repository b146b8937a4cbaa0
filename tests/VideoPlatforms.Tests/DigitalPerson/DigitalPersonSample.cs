using VideoPlatforms.Clients.DigitalPerson;

namespace VideoPlatforms.Tests.DigitalPerson;

/// <summary>Describes digital-person works to the tests over all platforms.</summary>
internal static class DigitalPersonSample
{
    /// <summary>The sample.</summary>
    public static readonly PlatformSample Instance = new(DigitalPersonPlatform.Description)
    {
        Success = """{"code":200,"requestId":"r","resultMsg":"执行成功","data":@data}""",
        ListField = "content",
        Total = "\"totalElements\":@total",
        Paging = "\"pageable\":{\"pageNumber\":0,\"pageSize\":@size},\"totalElements\":@total",
        ReportsPageSize = true,
        IdField = "digitalPersonWorksId",
        TitleField = "name",
        Record = typeof(DigitalPersonWorkRecord),
        Rejection = """{"code":"401","status":"error","message":"","data":""}""",
        RejectionReason = "Unauthorized",
        TokenCall = null,
        SecretParameters = [],
        SecretHeaders = ["authorization"],
        OtherCommands = (_, _) => [],
        Responses = [new("workList", "digital-person-work-list")],
        Document = "digital-person",
        DocumentSamples = ["digital-person-work-list"],
        DocumentedCalls = 1,
    };
}
