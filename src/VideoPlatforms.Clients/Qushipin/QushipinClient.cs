using System.Security;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>Makes the calls of a Qushipin App Server (document 003): its sessions here, its videos, recommendations and tasks in files of their own.</summary>
public sealed partial class QushipinClient : PlatformClient
{
    // The response has no expiration time. The public servers issue tokens for 30 days.
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromDays(30);

    private readonly TokenCache _tokens;
    private readonly string _userName;
    private readonly Secret? _password;
    private readonly TimeZoneInfo _timeZone;

    /// <summary>Initializes a client that logs in when a token is needed. Nothing is sent yet.</summary>
    /// <param name="userName">The user who logs in.</param>
    /// <param name="password">The password.</param>
    /// <param name="timeZone">The server's time zone; null for China Standard Time.</param>
    /// <param name="options">The connection to the server; the base address is required.</param>
    /// <exception cref="ArgumentException">The name is empty, or there is no base address.</exception>
    public QushipinClient(string userName, SecureString password, TimeZoneInfo? timeZone, ConnectionOptions options)
        : this(InputRules.NotWhiteSpace.Check(userName, nameof(userName))!, new Secret(password), new TokenCache(null, QushipinErrors.NotLoggedIn), timeZone, options) =>
        _tokens.Fetch = LogInAsync;

    /// <summary>Initializes a client that uses an existing token, which it cannot renew.</summary>
    /// <param name="consoleToken">The token.</param>
    /// <param name="timeZone">The server's time zone; null for China Standard Time.</param>
    /// <param name="options">The connection to the server; the base address is required.</param>
    /// <exception cref="ArgumentException">There is no base address.</exception>
    public QushipinClient(SecureString consoleToken, TimeZoneInfo? timeZone, ConnectionOptions options)
        : this("console token", null, new TokenCache(new(new Secret(consoleToken), null), QushipinErrors.NotLoggedIn), timeZone, options)
    {
    }

    private QushipinClient(string userName, Secret? password, TokenCache tokens, TimeZoneInfo? timeZone, ConnectionOptions options)
        : base(new QushipinProtocol(userName, password, tokens), new SessionClock(), options)
    {
        _userName = userName;
        _password = password;
        _tokens = tokens;
        _tokens.UtcNow = options.UtcNow;
        _timeZone = timeZone ?? QushipinTime.China;
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<Batch<PlatformVideo>> ListAsync(ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default) =>
        AsPlatformVideosAsync(ListVideosAsync(new(), options, observer, cancellationToken), cancellationToken);

    /// <summary>Ends the session on the server (<c>signOut</c>). The document lists name and password, the server reads the token; all that is known is sent.</summary>
    public override async Task SignOutAsync(ICallObserver observer, CancellationToken cancellationToken = default)
    {
        if (_tokens.Current is { } token)
        {
            var call = new ApiCall("signOut", HttpMethod.Post, "console/user/signOut")
            {
                IsAnonymous = true,
                IsBestEffort = true,
                Semantics = CallSemantics.Idempotent,
                Parameters = new()
                {
                    { "userName", _password is null ? null : _userName },
                    { "password", _password?.Reveal() },
                    { "consoleToken", token.Reveal() },
                },
            };
            await SendAsync(call, observer, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Token> LogInAsync(ICallObserver observer, CancellationToken cancellationToken)
    {
        var call = new ApiCall("login", HttpMethod.Post, "console/user/login")
        {
            IsAnonymous = true,
            Target = _userName,
            Parameters = new() { { "userName", _userName }, { "password", _password!.Reveal() } },
        };
        var response = await Connection.SendAsync(call, QushipinJson.Default.QushipinLoginResponse, observer, cancellationToken).ConfigureAwait(false);
        return response.Data is { ConsoleToken: { Length: > 0 } token }
            ? new(new Secret(token), _tokens.UtcNow() + TokenLifetime)
            : throw Connection.Fail(QushipinErrors.LoginWithoutToken, call, response);
    }

    private Task<QushipinResponse> SendAsync(ApiCall call, ICallObserver observer, CancellationToken cancellationToken) =>
        Connection.SendAsync(call, QushipinJson.Default.QushipinResponse, observer, cancellationToken);

    private async Task<VideoOperationResult> WriteAsync(
        string name, HttpMethod method, CallSemantics semantics, string target, ApiParameters parameters, ICallObserver observer, CancellationToken cancellationToken)
    {
        var call = new ApiCall(name, method, "console/vod/" + name) { Semantics = semantics, Target = target, Parameters = parameters };
        return Result(call, target, await SendAsync(call, observer, cancellationToken).ConfigureAwait(false));
    }

    private VideoOperationResult Result(ApiCall call, string target, QushipinResponse response) =>
        new(Platform.Qushipin, call.Name, target, response.Message, response.RequestId, Session);

    private QushipinVideo Video(QushipinVideoRecord record) => new(record, _timeZone, Session);
}
