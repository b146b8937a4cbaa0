using System.Collections;
using VideoPlatforms.AllPlatforms.Accounts;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Sessions;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.AllPlatforms.Accounts;

/// <summary>The sessions that Connect-VideoPlatform opens.</summary>
public sealed class AccountConnectorTests : PlatformTest, IAsyncLifetime
{
    private readonly SessionStore _store = new();
    private readonly string _path = Path.GetTempFileName();

    public AccountConnectorTests()
        : base(10)
    {
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        File.Delete(_path);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Ten_accounts_with_one_wrong_password_are_nine_sessions_and_one_error()
    {
        WriteTenAccounts();

        await ConnectAsync(wrong: "Qushipin/q2");

        Assert.Equal(9, Host.Objects.Count);
        Assert.Equal(9, _store.All.Count);
        Assert.Equal(
            ["Polyv/p1", "Polyv/p2", "PolyvLive/l1", "PolyvLive/l2", "Chanjing/c1", "Chanjing/c2", "Qushipin/q1", "DigitalPerson/d1", "DigitalPerson/d2"],
            Host.Written<VideoPlatformSession>().Select(session => session.QualifiedName));
        var (failure, target) = Assert.Single(Host.Errors);
        Assert.Equal("Qushipin.LoginRejected", failure.ErrorId);
        Assert.Equal("Qushipin/q2", target);
        Assert.Contains("Account Qushipin/q2, line 9", failure.Message, StringComparison.Ordinal);
        foreach (var session in _store.All)
        {
            Assert.Equal(10, (await ReadAnyAsync(session.Client)).Count);
        }
    }

    [Fact]
    public async Task Accounts_are_connected_side_by_side()
    {
        WriteTenAccounts();

        // The first login is answered when the second one has arrived.
        using var second = new CountdownEvent(2);
        Sandbox.Faults.Add(new() { Kind = FaultKind.None, Path = "login", Times = 2, Before = () => Assert.True(second.Signal() || second.Wait(TimeSpan.FromSeconds(10))) });

        await ConnectAsync();

        Assert.Equal(10, _store.All.Count);
        Assert.Empty(Host.Errors);
    }

    [Fact]
    public async Task Nothing_is_connected_if_the_host_declines()
    {
        WriteTenAccounts();
        Host.Agrees = false;

        await ConnectAsync();

        Assert.Equal(10, Host.Questions.Count);
        Assert.Equal(($"Qushipin/q1 {Sandbox.Qushipin.BaseUri}", "Connect"), Host.Questions.Single(question => question.Target.StartsWith("Qushipin/q1", StringComparison.Ordinal)));
        Assert.Empty(_store.All);
        Assert.Equal(0, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Secret_in_the_file_connects_nothing()
    {
        WriteTenAccounts();
        File.WriteAllText(_path, (await File.ReadAllTextAsync(_path)).Replace("\"name\": \"c2\"", "\"name\": \"c2\", \"secretKey\": \"v-4711\"", StringComparison.Ordinal));

        var failure = await Assert.ThrowsAsync<CommandException>(() => ConnectAsync());

        Assert.Equal("VideoPlatforms.AccountsFileSecret", failure.ErrorId);
        Assert.Contains("Line 7, account 6: secretKey", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("v-4711", failure + failure.RecommendedAction + string.Concat(Host.Lines), StringComparison.Ordinal);
        Assert.Empty(_store.All);
        Assert.Empty(Host.Questions);
        Assert.Equal(0, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Missing_vault_secret_and_missing_credential_are_errors_of_their_accounts()
    {
        WriteTenAccounts();
        var entries = AccountsFile.Read(_path, null);

        await AccountConnector.RunAsync(
            entries,
            entry => $"{entry}" switch
            {
                "Polyv/p1" => throw new CommandException("VideoPlatforms.VaultSecretNotFound", PlatformErrorCategory.ObjectNotFound, "The secret p1 could not be read.", "Check the name."),
                "PolyvLive/l1" => new VaultSecret(new Hashtable()),
                _ => SecretOf(entry),
            },
            _store,
            Host,
            default);

        Assert.Equal(8, _store.All.Count);
        var (vault, vaultTarget) = Assert.Single(Host.CommandErrors);
        Assert.Equal(("VideoPlatforms.VaultSecretNotFound", "Polyv/p1"), (vault.ErrorId, vaultTarget));
        Assert.Contains("line 2", vault.Message, StringComparison.Ordinal);
        var (missing, missingTarget) = Assert.Single(Host.Errors);
        Assert.Equal(("PolyvLive.MissingCredential", "PolyvLive/l1"), (missing.ErrorId, missingTarget));
    }

    [Fact]
    public async Task Failed_account_leaves_the_open_session_of_its_name_as_it_is()
    {
        WriteTenAccounts();
        await ConnectAsync();
        var before = _store.Named(Platform.Qushipin, "q2");
        Host.Objects.Clear();

        await ConnectAsync(wrong: "Qushipin/q2");

        Assert.Same(before, _store.Named(Platform.Qushipin, "q2"));
        Assert.NotSame(before, _store.Named(Platform.Qushipin, "q1"));
        Assert.Equal(10, _store.All.Count);
    }

    [Fact]
    public async Task Cancellation_ends_every_sign_in()
    {
        WriteTenAccounts();
        Sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Path = "login", Delay = TimeSpan.FromMinutes(1), Times = int.MaxValue });
        using var stopping = new CancellationTokenSource();
        var connecting = ConnectAsync(cancellationToken: stopping.Token);
        while (Sandbox.Requests.Count(request => request.Call == "login") < 2)
        {
            await Task.Yield();
        }

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Null(_store.Named(Platform.Qushipin, "q1"));
    }

    private async Task ConnectAsync(string? wrong = null, CancellationToken cancellationToken = default)
    {
        var entries = await AccountConnector.ChooseAsync(_path, null, Host);
        await AccountConnector.RunAsync(entries, entry => $"{entry}" == wrong ? new("ops", Secure("wrong-4711")) : SecretOf(entry), _store, Host, cancellationToken);
    }

    private VaultSecret SecretOf(AccountEntry entry) => entry.Support.Platform switch
    {
        Platform.Polyv => new(Sandbox.Polyv.UserId, Secure(Sandbox.Polyv.GetSecretKey())),
        Platform.PolyvLive => new(Sandbox.PolyvLive.AppId, Secure(Sandbox.PolyvLive.GetAppSecret())),
        Platform.Chanjing => new(Sandbox.Chanjing.AppId, Secure(Sandbox.Chanjing.GetSecretKey())),
        Platform.Qushipin => new(Sandbox.Qushipin.UserName, Secure(Sandbox.Qushipin.GetPassword())),
        Platform.DigitalPerson => new(Sandbox.DigitalPerson.AppId, Secure(Sandbox.DigitalPerson.GetAuthorizationText())),
        var other => throw new InvalidOperationException($"{other}"),
    };

    private void WriteTenAccounts()
    {
        var lines = new[] { "Polyv p", "PolyvLive l", "Chanjing c", "Qushipin q", "DigitalPerson d" }
            .Select(text => text.Split(' '))
            .SelectMany(words => new[] { 1, 2 }.Select(number =>
                $$"""    { "platform": "{{words[0]}}", "name": "{{words[1]}}{{number}}", "baseUri": "{{SandboxOf(Enum.Parse<Platform>(words[0])).BaseUri}}", "requestsPerSecond": 10000 }"""));
        File.WriteAllText(_path, "{ \"accounts\": [\n" + string.Join(",\n", lines) + "\n] }\n");
    }
}
