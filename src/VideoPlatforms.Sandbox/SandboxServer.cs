using System.Collections.Concurrent;
using System.Net;
using VideoPlatforms.Sandbox.Chanjing;
using VideoPlatforms.Sandbox.Data;
using VideoPlatforms.Sandbox.DigitalPerson;
using VideoPlatforms.Sandbox.Faults;
using VideoPlatforms.Sandbox.Hosting;
using VideoPlatforms.Sandbox.Http;
using VideoPlatforms.Sandbox.Log;
using VideoPlatforms.Sandbox.Media;
using VideoPlatforms.Sandbox.Polyv;
using VideoPlatforms.Sandbox.PolyvLive;
using VideoPlatforms.Sandbox.Qushipin;

namespace VideoPlatforms.Sandbox;

/// <summary>Represents a local test server that simulates all platforms on one loopback port in this process.</summary>
public sealed class SandboxServer : IDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(1);

    private readonly SandboxListener _listener;
    private readonly Lazy<SandboxListener> _otherHost;
    private readonly TimeSpan _latency;
    private readonly SandboxClock _clock = new();
    private readonly List<PlatformSandbox> _platforms = [];
    private readonly Redaction _redaction;
    private readonly ConcurrentDictionary<string, bool> _clients = new();
    private readonly ConcurrentDictionary<string, SlidingWindowLimiter> _addressLimits = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stopped;
    private int _activeRequests;

    private SandboxServer(SandboxListener listener, SandboxOptions options)
    {
        _listener = listener;
        _latency = options.Latency;
        _stopped = _stopping.Token;
        _otherHost = new(StartOtherHost);
        Media = new(RootUri, _clock, () => _otherHost.Value.Root);
        var host = new SandboxHost(RootUri, options.VideoCount, _clock, Media);
        Polyv = Add(new PolyvSandbox(host));
        PolyvLive = Add(new PolyvLiveSandbox(host));
        Chanjing = Add(new ChanjingSandbox(host));
        Qushipin = Add(new QushipinSandbox(host));
        DigitalPerson = Add(new DigitalPersonSandbox(host));
        _redaction = new(_platforms.SelectMany(platform => platform.SecretNames));

        _ = Task.Run(() => AcceptAsync(_listener));
    }

    /// <summary>
    /// Gets the root address of the server: <c>http://127.0.0.1:PORT/</c>, or <c>http://localhost:PORT/</c> if Windows allows only
    /// administrators to listen on 127.0.0.1.
    /// </summary>
    public Uri RootUri => _listener.Root;

    /// <summary>Gets the port.</summary>
    public int Port => _listener.Port;

    /// <summary>Gets the Polyv VOD platform.</summary>
    public PolyvSandbox Polyv { get; }

    /// <summary>Gets the Polyv Live platform.</summary>
    public PolyvLiveSandbox PolyvLive { get; }

    /// <summary>Gets the Chanjing platform.</summary>
    public ChanjingSandbox Chanjing { get; }

    /// <summary>Gets the Qushipin platform.</summary>
    public QushipinSandbox Qushipin { get; }

    /// <summary>Gets the digital-person platform.</summary>
    public DigitalPersonSandbox DigitalPerson { get; }

    /// <summary>Gets the file servers of all platforms, with their settings.</summary>
    public MediaSandbox Media { get; }

    /// <summary>Gets all platforms.</summary>
    public IReadOnlyList<PlatformSandbox> Platforms => _platforms.AsReadOnly();

    /// <summary>Gets the faults to inject.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>Gets the requests that the server received.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>
    /// Gets or sets how far the server's clock is ahead of the system clock. It affects timestamp checks and the Date header of
    /// every response.
    /// </summary>
    public TimeSpan ClockSkew
    {
        get => _clock.Skew;
        set => _clock.Skew = value;
    }

    /// <summary>Gets or sets a value indicating whether responses are compressed for clients that accept gzip.</summary>
    public bool Compress { get; set; } = true;

    /// <summary>
    /// Gets or sets the number of requests per second that each client address can send; 0 for no limit. At a higher rate, requests are
    /// rejected with HTTP 429 and <c>Retry-After: 1</c>. Every address that begins with 127 is a loopback address.
    /// </summary>
    public int RequestsPerSecondPerAddress { get; set; }

    /// <summary>Gets the number of requests that are being handled.</summary>
    public int ActiveRequests => Volatile.Read(ref _activeRequests);

    /// <summary>Gets the number of TCP connections with requests since the start or the last <see cref="Reset"/>.</summary>
    public int Connections => _clients.Count;

    /// <summary>Starts a server.</summary>
    /// <param name="options">The options; null for a free port and the default data.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="InvalidOperationException">The specified port is already in use.</exception>
    public static SandboxServer Start(SandboxOptions? options = null) => Start(options ?? new(), SandboxListener.Open);

    /// <summary>Restores the initial data, tokens, settings, faults, log and clock.</summary>
    public void Reset()
    {
        foreach (var platform in _platforms)
        {
            platform.Reset();
        }

        Media.Reset();
        Faults.Clear();
        Requests.Clear();
        _clients.Clear();
        ClockSkew = TimeSpan.Zero;
        Compress = true;
        RequestsPerSecondPerAddress = 0;
    }

    /// <summary>Stops listening and cancels the requests that are being handled.</summary>
    public void Dispose()
    {
        if (_stopped.IsCancellationRequested)
        {
            return;
        }

        _stopping.Cancel();
        SpinWait.SpinUntil(() => ActiveRequests == 0, StopTimeout);
        _listener.Dispose();
        if (_otherHost.IsValueCreated)
        {
            _otherHost.Value.Dispose();
        }

        _stopping.Dispose();
    }

    /// <inheritdoc/>
    public override string ToString() => RootUri.ToString();

    internal static SandboxServer Start(SandboxOptions options, Func<string, HttpListener> open)
        => new(SandboxListener.Start(options.Port, [SandboxListener.LoopbackAddress, SandboxListener.LocalHost], open), options);

    private SandboxListener StartOtherHost()
    {
        var listener = SandboxListener.Start(0, [SandboxListener.LocalHost], SandboxListener.Open);
        _ = Task.Run(() => AcceptAsync(listener));
        return listener;
    }

    private T Add<T>(T platform)
        where T : PlatformSandbox
    {
        _platforms.Add(platform);
        return platform;
    }

    private Task AcceptAsync(SandboxListener listener) => listener.AcceptAsync(
        context =>
        {
            Interlocked.Increment(ref _activeRequests);
            _ = Task.Run(() => ServeAsync(context));
        },
        _stopped);

    private async Task ServeAsync(HttpListenerContext context)
    {
        var exchange = new Exchange(context, _clock, Compress, _stopped);
        try
        {
            _clients.TryAdd(context.Request.RemoteEndPoint.ToString(), true);
            var request = await SandboxRequest.ReadAsync(context.Request).ConfigureAwait(false);
            await RespondAsync(exchange, request, $"{context.Request.RemoteEndPoint.Address}").ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await exchange.FailAsync(e).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _activeRequests);
        }
    }

    private async Task RespondAsync(Exchange exchange, SandboxRequest request, string address)
    {
        var media = request.Path.StartsWith(MediaSandbox.PathPrefix, StringComparison.Ordinal);
        var (platform, route) = media ? default : Find(request);
        var record = new RequestRecord(request, media ? "Media" : platform?.Platform ?? "", media ? "media" : route?.Call ?? "", _redaction);
        exchange.OnStatus = status => record.Status = status;
        exchange.OnSending = record.AddBytesSent;
        Requests.Add(record);
        if (RequestsPerSecondPerAddress is > 0 and var limit && !_addressLimits.GetOrAdd(address, _ => new()).TryAcquire(limit))
        {
            await exchange.SendAsync(SandboxResponse.TooManyRequests()).ConfigureAwait(false);
            return;
        }

        await exchange.DelayAsync(_latency).ConfigureAwait(false);

        request.Fault = Faults.Next(request.Path);
        try
        {
            request.Fault?.Before?.Invoke();
        }
        catch (Exception e)
        {
            await exchange.SendAsync(SandboxResponse.Broken(e)).ConfigureAwait(false);
            return;
        }

        if (request.Fault is { Kind: FaultKind.ShiftList } shift)
        {
            platform?.ShiftList(shift.Count);
        }

        if (media && request.Fault is { Kind: FaultKind.ChangeMedia })
        {
            Media.Change(request.Path);
        }

        await (request.Fault is null ? exchange.SendAsync(Handle()) : FaultInjector.InjectAsync(request.Fault, exchange, Handle))
            .ConfigureAwait(false);

        SandboxResponse Handle()
        {
            try
            {
                if (media)
                {
                    return Media.Respond(request);
                }

                platform?.Advance();
                return route?.Response(request) ?? SandboxResponse.NotFound(request.Path);
            }
            catch (Exception e)
            {
                return SandboxResponse.Broken(e);
            }
        }
    }

    private (PlatformSandbox? Platform, Route? Route) Find(SandboxRequest request)
    {
        foreach (var platform in _platforms)
        {
            foreach (var route in platform.Routes)
            {
                if (route.Match(request.Path) is { } values)
                {
                    request.PathValues = values;
                    return (platform, route);
                }
            }
        }

        return (null, null);
    }
}
