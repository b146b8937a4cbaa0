using System.Net;
using System.Security;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>A test with a sandbox of its own, spoken to over real HTTP, and a host that records.</summary>
public abstract class SandboxTest : IDisposable
{
    private readonly List<IDisposable> _clients = [];

    private protected SandboxTest(int videoCount = 300) => Sandbox = SandboxServer.Start(new() { VideoCount = videoCount });

    private protected SandboxServer Sandbox { get; }

    /// <summary>The whole list in one request.</summary>
    private protected static ListOptions OnePage => new() { PageSize = 1000 };

    private protected RecordingHost Host { get; } = new();

    public virtual void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        Sandbox.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A client of the sandbox's Polyv, quick to try again.</summary>
    private protected PolyvClient Polyv(string? userId = null, string? secretKey = null, Action<ConnectionOptions>? configure = null) =>
        Keep(new PolyvClient(userId ?? Sandbox.Polyv.UserId, Secure(secretKey ?? Sandbox.Polyv.GetSecretKey()), Options(Sandbox.Polyv.BaseUri, configure)));

    /// <summary>Lists as the cmdlet does.</summary>
    private protected async Task<List<PolyvVideo>> ListAsync(
        PolyvClient client, PolyvVideoFilter? filter = null, ListOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        await ListRunner.RunAsync(client.ListVideosAsync(filter ?? new(), options, Host, cancellationToken), options, Host, cancellationToken);
        return [.. Host.Written<PolyvVideo>()];
    }

    /// <summary>Lists, and expects it to end in an error that says what happened and what to do.</summary>
    private protected async Task<PlatformException> FailAsync(PolyvClient client, PolyvVideoFilter? filter = null, ListOptions? options = null)
    {
        var failure = await Assert.ThrowsAsync<PlatformException>(() => ListAsync(client, filter, options));
        Assert.Empty(Host.Errors);
        Assert.False(string.IsNullOrWhiteSpace(failure.RecommendedAction));
        return failure;
    }

    private protected static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;

    private protected T Keep<T>(T client)
        where T : IDisposable
    {
        _clients.Add(client);
        return client;
    }

    private protected static ConnectionOptions Options(Uri address, Action<ConnectionOptions>? configure)
    {
        var options = new ConnectionOptions { BaseUri = address, RequestsPerSecond = 10_000, InitialRetryDelay = TimeSpan.FromMilliseconds(1) };
        configure?.Invoke(options);
        return options;
    }
}
