using System.Reflection;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Fuzz;

/// <summary>
/// Damaged sample responses of the documents: each results in objects whose properties can all be read, or in a typed error,
/// never in another exception, a crash or a hang.
/// </summary>
public sealed class FuzzTests : PlatformTest
{
    private const int Mutants = 200;
    private const string TokenSample = """{"trace_id":"8ff3fcd57b33566048ef28568c6cee96","code":0,"msg":"success","data":{"access_token":"1208CuZcV1Vlzj8MxqbO0kd1Wcl4yxwoHl6pYIzvAGoP3DpwmCCa73zmgR5NCrNu","expire_in":1721289220}}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public FuzzTests()
        : base(videoCount: 3)
    {
    }

    [Theory]
    [InlineData(Platform.Polyv, "get-by-uploader", "polyv-get-by-uploader.json")]
    [InlineData(Platform.Polyv, "get-by-uploader", "polyv-failure.json")]
    [InlineData(Platform.PolyvLive, "playback/list", "polyv-live-playback-list.json")]
    [InlineData(Platform.PolyvLive, "playback/list", "polyv-live-failure-page-size.json")]
    [InlineData(Platform.Chanjing, "video_list", "chanjing-video-list.json")]
    [InlineData(Platform.Chanjing, "access_token", null)]
    [InlineData(Platform.Qushipin, "getVideos", "qushipin-getVideos.json")]
    [InlineData(Platform.Qushipin, "getRecommendVideos", "qushipin-getRecommendVideos.json")]
    [InlineData(Platform.Qushipin, "getVideoById", "qushipin-getVideoById.json")]
    [InlineData(Platform.Qushipin, "getRecommendVideoById", "qushipin-getRecommendVideoById.json")]
    [InlineData(Platform.Qushipin, "login", "qushipin-login.json")]
    [InlineData(Platform.Qushipin, "createAudit", "qushipin-createAudit.json")]
    [InlineData(Platform.DigitalPerson, "workList", "digital-person-work-list.json")]
    public async Task Damaged_response_returns_objects_or_a_typed_error(Platform platform, string call, string? sample)
    {
        var mutator = new Mutator(seed: call.Length * 4711);
        var text = sample is null ? TokenSample : Documents.Read(sample);
        var client = Client(platform);
        await client.SignInAsync(Host);
        var (read, failed) = (0, 0);
        for (var number = 0; number < Mutants; number++)
        {
            var mutant = mutator.Mutate(text);
            Sandbox.Faults.Clear();
            Sandbox.Faults.Add(new()
            {
                Kind = FaultKind.Body,
                Path = call,
                Times = int.MaxValue,
                Bytes = mutant.Bytes,
                ContentType = "application/json",
                Headers = Headers(mutant),
            });

            var exception = await Record.ExceptionAsync(() => UseAsync(call is "login" or "access_token" ? Client(platform) : client, call).WaitAsync(Patience));

            Assert.True(exception is null or PlatformException, $"Mutant {number} of {sample}: {exception}\n{System.Text.Encoding.UTF8.GetString(mutant.Bytes)}");
            failed += exception is null ? 0 : 1;
            read += Host.Objects.Count;
            foreach (var item in Host.Objects)
            {
                ReadAllProperties(item);
            }

            Host.Objects.Clear();
        }

        // Some responses are rejected, and some are accepted.
        Assert.InRange(failed, 1, Mutants);
        if (sample is not null && !sample.Contains("failure", StringComparison.Ordinal) && call != "login")
        {
            Assert.InRange(read, 1, int.MaxValue);
        }
    }

    private static Dictionary<string, string> Headers(Mutant mutant)
    {
        var headers = new Dictionary<string, string> { ["Content-Type"] = mutant.ContentType };
        if (mutant.ContentEncoding is { } encoding)
        {
            headers["Content-Encoding"] = encoding;
        }

        return headers;
    }

    private static void ReadAllProperties(object item)
    {
        foreach (var property in item.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            _ = property.GetValue(item)?.ToString();
        }

        _ = item.ToString();
        _ = (item as PlatformVideo)?.GetAdditionalData();
    }

    private PlatformClient Client(Platform platform) => ClientOf(platform, options => options.MaximumRetryCount = 0);

    private Task UseAsync(PlatformClient client, string call)
    {
        var options = new ListOptions { PageSize = 20 };
        return (client, call) switch
        {
            (_, "login" or "access_token") => client.SignInAsync(Host),
            (QushipinClient qushipin, "getRecommendVideos") => ListRunner.RunAsync(qushipin.ListRecommendationsAsync(new(), options, Host), options, Host, default),
            (QushipinClient qushipin, "getVideoById") => WriteAsync(qushipin.GetVideoAsync("a", Host)),
            (QushipinClient qushipin, "getRecommendVideoById") => WriteAsync(qushipin.GetRecommendationAsync("a", Host)),
            (QushipinClient qushipin, "createAudit") => WriteAsync(qushipin.AuditAsync("a", new(QushipinAuditStatus.Normal), Host)),
            _ => ListRunner.RunAsync(client.ListAsync(options, Host), options, Host, default),
        };
    }

    private async Task WriteAsync<T>(Task<T> reading)
        where T : class => await Host.WriteAsync(await reading);
}
