using VideoPlatforms.AllPlatforms;
using VideoPlatforms.AllPlatforms.Inventories.Comparison;
using VideoPlatforms.AllPlatforms.Inventories.Writing;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Sessions;
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
    private readonly string _folder = Directory.CreateTempSubdirectory("secrets").FullName;

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
    public IEnumerable<object?> Shown => [.. Host.Objects, .. Host.Errors.Select(error => error.Failure), .. Host.CommandErrors.Select(error => error.Failure), .. Host.Lines, .. Host.Questions, .. _thrown, .. _seen];

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
        foreach (var command in PlatformSamples.Of(session.Platform).OtherCommands(_sandbox, session.Client))
        {
            await TryAsync(() => command(Host));
        }

        await TryAsync(() => ExportAndCompareAsync(session));
        await TryAsync(() => SessionLifecycle.CloseAsync(session, _store, Host, default));
        _seen.Add(session);
    }

    public void Dispose()
    {
        foreach (var session in _store.All)
        {
            _store.Close(session);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task ExportAndCompareAsync(VideoPlatformSession session)
    {
        var path = Path.Combine(_folder, $"{session.Platform}.jsonl");
        using (var exporter = (await InventoryExporter.StartAsync(new(path, ForSpreadsheet: false, Force: true), Host))!)
        {
            await exporter.RunAsync([session], Host, default);
        }

        _seen.Add(await File.ReadAllTextAsync(path));
        using var comparer = new InventoryComparer(new(["*"], null));
        await comparer.ReadReferenceAsync([new(path, null)], Host, default);
        await comparer.CompareAsync(_store, Host, default);
        await comparer.EndAsync(Host, default);
    }

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
