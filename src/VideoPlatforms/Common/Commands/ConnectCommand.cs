using System.Management.Automation;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Commands;

/// <summary>What every Connect cmdlet takes.</summary>
public abstract class ConnectCommand : AsyncCommand
{
    private readonly ConnectionOptions _options = new();
    private VaultSecret? _vaultSecret;

    /// <summary>
    /// <para type="description">The session's name, unique per platform. A session of the same name is closed and replaced. Default: default.</para>
    /// </summary>
    [Parameter]
    [ValidateNotWhiteSpace]
    [ValidateSessionName]
    public string Name { get; set; } = SessionStore.DefaultName;

    /// <summary>
    /// <para type="description">The server's http or https address; the platform's public one where it has one.</para>
    /// </summary>
    [Parameter]
    [ValidateHttpAddress]
    public virtual Uri? BaseUri
    {
        get => _options.BaseUri;
        set => _options.BaseUri = value;
    }

    /// <summary>
    /// <para type="description">How many seconds one attempt may take, from connecting to the last byte: 1 to 86400. Default 100.</para>
    /// </summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSec
    {
        get => (int)_options.Timeout.TotalSeconds;
        set => _options.Timeout = TimeSpan.FromSeconds(value);
    }

    /// <summary>
    /// <para type="description">How many times a failed attempt may be tried again: 0 (never) to 100. Default 4.</para>
    /// </summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount
    {
        get => _options.MaximumRetryCount;
        set => _options.MaximumRetryCount = value;
    }

    /// <summary>
    /// <para type="description">The session's limit, shared by all who use it: above 0, at most 10000 requests a second. Default: 100 for Polyv, 1 for Chanjing, 20 for the others.</para>
    /// </summary>
    [Parameter]
    [ValidateRange(0.001, 10_000.0)]
    public double RequestsPerSecond
    {
        get => _options.RequestsPerSecond ?? 0;
        set => _options.RequestsPerSecond = value;
    }

    /// <summary>
    /// <para type="description">The proxy's address; the system's proxy where none is given.</para>
    /// </summary>
    [Parameter]
    [ValidateProxyAddress]
    public Uri? Proxy
    {
        get => _options.Proxy;
        set => _options.Proxy = value;
    }

    /// <summary>
    /// <para type="description">What the proxy asks for.</para>
    /// </summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential
    {
        get => null;
        set => _options.ProxyCredential = value?.GetNetworkCredential();
    }

    /// <summary>
    /// <para type="description">Takes any certificate. For a server of your own with a certificate that nobody signed; a warning says so.</para>
    /// </summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck
    {
        get => _options.SkipCertificateCheck;
        set => _options.SkipCertificateCheck = value;
    }

    /// <summary>
    /// <para type="description">Takes what is not given as a parameter from this secret of SecretManagement: a PSCredential (id and secret), a SecureString (the secret), or a hashtable with entries named like the parameters.</para>
    /// </summary>
    [Parameter]
    [ValidateNotWhiteSpace]
    public string? VaultSecretName { get; set; }

    /// <summary>
    /// <para type="description">The vault that holds the secret; SecretManagement's default one where none is given.</para>
    /// </summary>
    [Parameter]
    [ValidateNotWhiteSpace]
    public string? VaultName { get; set; }

    /// <summary>The platform.</summary>
    private protected abstract Platform Platform { get; }

    /// <summary>Makes the platform's client of the parameters.</summary>
    /// <param name="credentials">Finds what was not given as a parameter.</param>
    /// <param name="options">How the server is reached.</param>
    private protected abstract PlatformClient CreateClient(CredentialSource credentials, ConnectionOptions options);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            _vaultSecret = VaultSecretName is null ? null : SecretVault.Read(this, VaultSecretName, VaultName);
        }
        catch (CommandException exception)
        {
            ThrowTerminatingError(ErrorRecords.From(exception));
        }
    }

    /// <inheritdoc/>
    internal override async Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        var client = CreateClient(new(Platform, _vaultSecret), _options);
        var session = await SessionLifecycle.OpenAsync(client, Name, Sessions, host, cancellationToken).ConfigureAwait(false);
        await host.WriteAsync(session).ConfigureAwait(false);
    }
}
