using System.Net;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using VideoPlatforms.AllPlatforms;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Sessions;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>A closed session leaves no secret in memory, and a session that is dropped without being closed is garbage-collected.</summary>
[Collection(Measured.Name)]
public sealed class ClosedSessionTests : PlatformTest
{
    private const string ProxyPassword = "proxy-pass-4711-word";

    private readonly SessionStore _store = new();

    public ClosedSessionTests()
        : base(videoCount: 5)
    {
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Videos_of_a_closed_session_reference_no_secret(Platform platform)
    {
        var session = await OpenAsync(platform);
        var client = session.Client;
        object[] kept = [.. await ReadAnyAsync(client), session, client];
        var secrets = SecretsOf(client);
        Assert.All(secrets, secret => Assert.NotEmpty(ObjectGraph.Find([secret], kept)));

        await SessionLifecycle.CloseAsync(session, _store, Host, default);

        Assert.Empty(ObjectGraph.Find(secrets, kept));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Session_closed_during_a_call_references_no_secret_after_the_call(Platform platform)
    {
        var session = await OpenAsync(platform);
        var client = session.Client;
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Path = ListCallOf(platform), Delay = TimeSpan.FromSeconds(30), Before = () => arrived.TrySetResult() });
        var secrets = SecretsOf(client);
        var reading = FailureOf(() => ReadAnyAsync(client));
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(10));

        client.Dispose();

        Assert.Equal($"{platform}.NotConnected", (await reading).ErrorId);
        Assert.Empty(ObjectGraph.Find(secrets, session, client));
    }

    [Fact]
    public async Task Token_received_after_closing_is_not_stored()
    {
        using var tokens = new TokenCache(null);
        tokens.Fetch = (_, _) =>
        {
            tokens.Clear();
            return Task.FromResult(new Token(new Secret("late"), null));
        };

        await tokens.EnsureAsync(Host, default);

        Assert.Null(tokens.Current);
    }

    [Fact]
    public void Cleared_secret_cannot_be_read()
    {
        var secret = new Secret("4711");

        secret.Clear();

        Assert.Throws<ObjectDisposedException>(secret.Reveal);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Client_dropped_without_being_closed_is_collected_with_its_limiter(Platform platform)
    {
        var (client, bucket) = await UseAndDropAsync(platform);

        Assert.True(
            SpinWait.SpinUntil(
                () =>
                {
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                    return !client.IsAlive && !bucket.IsAlive;
                },
                TimeSpan.FromSeconds(10)),
            $"The client is {(client.IsAlive ? "" : "not ")}in memory, its bucket is {(bucket.IsAlive ? "" : "not ")}.");
    }

    private Task<VideoPlatformSession> OpenAsync(Platform platform) =>
        SessionLifecycle.OpenAsync(ClientOf(platform, WithProxyCredential), "default", _store, Host, default);

    private static void WithProxyCredential(ConnectionOptions options) => options.ProxyCredential = new NetworkCredential("ops", ProxyPassword);

    /// <summary>The secret of the account, the token and the password of the proxy.</summary>
    private List<string> SecretsOf(PlatformClient client) =>
        [SandboxOf(client.Platform).GetSecret(), ProxyPassword, .. ObjectGraph.Of<Token>(client).Select(token => token.Value.Reveal())];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<(WeakReference Client, WeakReference Bucket)> UseAndDropAsync(Platform platform)
    {
        // Not registered with the test, which would dispose of it.
        var support = SupportedPlatforms.Of(platform);
        var client = support.CreateSandboxClient(Sandbox, Options(support.SandboxOf(Sandbox).BaseUri, null));
        await foreach (var batch in client.ListAsync(new(), SilentObserver.Instance))
        {
            Assert.NotEmpty(batch.Items);
        }

        return (new(client), new(ObjectGraph.Of<TokenBucketRateLimiter>(client).Single()));
    }
}
