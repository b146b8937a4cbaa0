using VideoPlatforms.AllPlatforms;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Sessions;
using VideoPlatforms.Qushipin;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>Calls every command of a platform as the cmdlets do, and records everything that a user can see.</summary>
internal sealed class SecretUser : IDisposable
{
    private readonly SandboxServer _sandbox;
    private readonly WireTap _tap;
    private readonly Redaction? _left;
    private readonly SessionStore _store = new();
    private readonly List<Exception> _thrown = [];
    private readonly List<object> _seen = [];

    public SecretUser(SandboxServer sandbox, WireTap tap, Redaction? left = null)
    {
        _sandbox = sandbox;
        _tap = tap;
        _left = left;
        sandbox.Reset();
        tap.Clear();
    }

    public RecordingHost Host { get; } = new();

    /// <summary>Everything that a user can see.</summary>
    public IEnumerable<object?> Shown => [.. Host.Objects, .. Host.Errors.Select(error => error.Failure), .. Host.Lines, .. Host.Questions, .. _thrown, .. _seen];

    /// <summary>All secrets: keys, passwords and those of the recorded traffic.</summary>
    public IEnumerable<string> Secrets =>
    [
        .. _sandbox.Platforms.Select(platform => platform.GetSecret()),
        Echo.FreshToken,
        .. _tap.AttachedSecrets,
    ];

    /// <summary>Opens a session.</summary>
    public async Task<VideoPlatformSession?> ConnectAsync(Platform platform)
    {
        var client = Client(platform);
        await TryAsync(() => SessionLifecycle.OpenAsync(client, "default", _store, Host, default));
        var session = _store.Named(platform, "default");
        _seen.Add(client);
        _seen.AddRange(new object?[] { session }.OfType<object>());
        return session;
    }

    /// <summary>Calls every command of the platform, and closes the session.</summary>
    public async Task UseAsync(VideoPlatformSession session)
    {
        var options = new ListOptions { PageSize = 100, First = 5 };
        await TryAsync(() => ListRunner.RunAsync(session, options, Host, default));
        await TryAsync(() => MultiPlatformLister.RunAsync([session], options, Host, default));
        switch (session.Client)
        {
            case ChanjingClient chanjing:
                await TryAsync(() => ReadRunner.RunAsync([_sandbox.Chanjing.Videos[0].Id], id => chanjing.GetVideoAsync(id, Host), Host));
                break;
            case QushipinClient qushipin:
                await ChangeAsync(qushipin);
                break;
        }

        await TryAsync(() => SessionLifecycle.CloseAsync(session, _store, Host, default));
        _seen.Add(session);
    }

    public void Dispose()
    {
        foreach (var session in _store.All)
        {
            _store.Close(session);
        }
    }

    private async Task ChangeAsync(QushipinClient client)
    {
        var video = _sandbox.Qushipin.Videos[^1];
        await TryAsync(() => ListRunner.RunAsync(client.ListRecommendationsAsync(new(), new() { First = 1 }, Host), new() { First = 1 }, Host, default));
        await TryAsync(() => ReadRunner.RunAsync([video.VideoId], id => client.GetVideoAsync(id, Host), Host));
        await TryAsync(() => ReadRunner.RunAsync([video.VideoId], id => client.GetRecommendationAsync(id, Host), Host));
        await ChangeAsync(video.VideoId, id => client.AuditAsync(id, new(QushipinAuditStatus.Blocked, "4711"), Host));
        await ChangeAsync(video.VideoId, id => client.StartTranscodeAsync(id, narrowband: false, Host));
        await ChangeAsync(video.VideoId, id => client.RecommendAsync(new() { VideoId = id, UserId = video.UserId }, Host));
        await ChangeAsync(video.VideoId, id => client.DeleteRecommendationAsync(id, video.UserId, verify: true, Host));
        await ChangeAsync(video.VideoId, id => client.DeleteVideoAsync(id, video.UserId, verify: true, Host));
        var push = new QushipinCachePush(client, passThru: true);
        await TryAsync(async () =>
        {
            await push.AddAsync("example.com/1.png", Host, default);
            await push.SendAsync(Host, default);
        });
    }

    private Task ChangeAsync(string id, Func<string, Task<VideoOperationResult>> change) =>
        TryAsync(() => WriteRunner.RunAsync([id], "Change", target => new(target, async () => await change(target)), passThru: true, Host));

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work().WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (PlatformException failure)
        {
            _thrown.Add(failure);
        }
    }

    private PlatformClient Client(Platform platform)
    {
        var support = SupportedPlatforms.Of(platform);
        return support.CreateSandboxClient(_sandbox, At(support.SandboxOf(_sandbox).BaseUri));
    }

    private ConnectionOptions At(Uri address) => new()
    {
        BaseUri = _tap.For(address),
        RequestsPerSecond = 10_000,
        InitialRetryDelay = TimeSpan.FromMilliseconds(1),
        MaximumRetryCount = 1,
        CreateRedactor = () => _left is { } left ? new LeakyRedactor(left) : new SecretRedactor(),
    };
}
