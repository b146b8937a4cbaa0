using VideoPlatforms.AllPlatforms;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Clients.DigitalPerson;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.PolyvLive;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Clients.Registry;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Sandbox.Faults;
using VideoPlatforms.Sandbox.Hosting;
using VideoPlatforms.Sandbox.Log;

namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>A test with clients of all platforms of its own sandbox.</summary>
public abstract class PlatformTest : SandboxTest
{
    private protected PlatformTest(int videoCount = 300)
        : base(videoCount)
    {
    }

    /// <summary>All platforms.</summary>
    public static TheoryData<Platform> Platforms => [.. PlatformRegistry.All.Select(description => description.Platform)];

    /// <summary>What no text may ever hold.</summary>
    private protected string[] Secrets => [.. Sandbox.Platforms.Select(platform => platform.GetSecret())];

    /// <summary>What the sandbox received for one call, in order.</summary>
    private protected List<RequestRecord> Received(string call) => [.. Sandbox.Requests.Where(request => request.Call == call)];

    private protected PolyvLiveClient PolyvLive(string? appId = null, string? appSecret = null, Action<ConnectionOptions>? configure = null) =>
        Keep(new PolyvLiveClient(appId ?? Sandbox.PolyvLive.AppId, Secure(appSecret ?? Sandbox.PolyvLive.GetAppSecret()), Options(Sandbox.PolyvLive.BaseUri, configure)));

    private protected ChanjingClient Chanjing(string? appId = null, string? secretKey = null, Action<ConnectionOptions>? configure = null) =>
        Keep(new ChanjingClient(appId ?? Sandbox.Chanjing.AppId, Secure(secretKey ?? Sandbox.Chanjing.GetSecretKey()), Options(Sandbox.Chanjing.BaseUri, configure)));

    private protected QushipinClient Qushipin(string? userName = null, string? password = null, TimeZoneInfo? timeZone = null, Action<ConnectionOptions>? configure = null) =>
        Keep(new QushipinClient(
            userName ?? Sandbox.Qushipin.UserName, Secure(password ?? Sandbox.Qushipin.GetPassword()), timeZone, Options(Sandbox.Qushipin.BaseUri, configure)));

    private protected DigitalPersonClient DigitalPerson(string? appId = null, string? text = null, string? account = "19999999999", Action<ConnectionOptions>? configure = null) =>
        Keep(new DigitalPersonClient(
            appId ?? Sandbox.DigitalPerson.AppId, Secure(text ?? Sandbox.DigitalPerson.GetAuthorizationText()), account, Options(Sandbox.DigitalPerson.BaseUri, configure)));

    /// <summary>The client of any platform.</summary>
    private protected PlatformClient ClientOf(Platform platform, Action<ConnectionOptions>? configure = null)
    {
        var support = SupportedPlatforms.Of(platform);
        return Keep(support.CreateSandboxClient(Sandbox, Options(support.SandboxOf(Sandbox).BaseUri, configure)));
    }

    /// <summary>The ids that the sandbox lists, in its order.</summary>
    private protected List<string> IdsOf(Platform platform) => [.. SandboxOf(platform).Ids];

    /// <summary>The last word of the path of a platform's list.</summary>
    private protected string ListCallOf(Platform platform) => SandboxOf(platform).ListPath;

    /// <summary>The platform's part of the sandbox.</summary>
    private protected PlatformSandbox SandboxOf(Platform platform) => SupportedPlatforms.Of(platform).SandboxOf(Sandbox);

    /// <summary>Lists as the cmdlets do.</summary>
    private protected async Task<List<T>> ReadAsync<T>(Func<ListOptions, ICallObserver, IAsyncEnumerable<Batch<T>>> list, ListOptions? options = null)
        where T : class
    {
        options ??= OnePage;
        Host.Objects.Clear();
        await ListRunner.RunAsync(list(options, Host), options, Host, default);
        return [.. Host.Written<T>()];
    }

    private protected Task<List<PolyvLivePlayback>> ReadAsync(PolyvLiveClient client, PolyvLivePlaybackFilter? filter = null, ListOptions? options = null) =>
        ReadAsync((options, host) => client.ListPlaybacksAsync(filter ?? new(), options, host), options);

    private protected Task<List<ChanjingVideo>> ReadAsync(ChanjingClient client, ListOptions? options = null) =>
        ReadAsync((options, host) => client.ListVideosAsync(options, host), options);

    private protected Task<List<QushipinVideo>> ReadAsync(QushipinClient client, QushipinVideoFilter? filter = null, ListOptions? options = null) =>
        ReadAsync((options, host) => client.ListVideosAsync(filter ?? new(), options, host), options);

    private protected Task<List<DigitalPersonWork>> ReadAsync(DigitalPersonClient client, DigitalPersonWorkFilter? filter = null, ListOptions? options = null) =>
        ReadAsync((options, host) => client.ListWorksAsync(filter ?? new(), options, host), options);

    private protected Task<List<PlatformVideo>> ReadAnyAsync(PlatformClient client, ListOptions? options = null) =>
        ReadAsync((options, host) => client.ListAsync(options, host), options);

    /// <summary>Expects a failure that says what happened and what to do, and holds no secret.</summary>
    private protected async Task<PlatformException> FailureOf(Func<Task> work)
    {
        var failure = await Assert.ThrowsAsync<PlatformException>(() => work().WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.False(string.IsNullOrWhiteSpace(failure.RecommendedAction));
        Assert.StartsWith(failure.Platform.ToString(), failure.Message, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, failure.ToString() + failure.VendorMessage, StringComparison.Ordinal));
        return failure;
    }

    /// <summary>The next answer to a call, in place of the sandbox's own.</summary>
    private protected void Response(string path, string body, int times = 1, int skip = 0) =>
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Path = path, Body = body, Times = times, Skip = skip });
}
