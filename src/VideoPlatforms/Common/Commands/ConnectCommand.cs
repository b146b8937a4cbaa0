using System.Management.Automation;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Common.Platforms;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Commands;

/// <summary>Provides the common parameters of the Connect cmdlets.</summary>
public abstract class ConnectCommand : AsyncCommand
{
    private readonly ConnectionOptions _options = new();
    private VaultSecret? _vaultSecret;

    /// <summary>
    /// Specifies the name of the session, unique per platform. An open session with that name is closed and replaced. The default
    /// is default.
    /// </summary>
    [Parameter]
    [ValidateNotWhiteSpace]
    [ValidateSessionName]
    public string Name { get; set; } = SessionStore.DefaultName;

    /// <summary>Specifies the http or https address of the server. The default is the platform's public address, if it has one.</summary>
    [Parameter]
    [ValidateHttpAddress]
    public virtual Uri? BaseUri
    {
        get => _options.BaseUri;
        set => _options.BaseUri = value;
    }

    /// <summary>
    /// Specifies the time-out of a single request attempt in seconds, from connecting to the last byte: 1 to 86400. The default is
    /// 100.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSec
    {
        get => (int)_options.Timeout.TotalSeconds;
        set => _options.Timeout = TimeSpan.FromSeconds(value);
    }

    /// <summary>Specifies how many times a failed request attempt is retried: 0 (never) to 100. The default is 4.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount
    {
        get => _options.MaximumRetryCount;
        set => _options.MaximumRetryCount = value;
    }

    /// <summary>
    /// Specifies the maximum number of requests per second of the session, shared by all runspaces that use it: 0.001 to 10000. The
    /// default is 100 for Polyv, 1 for Chanjing and 20 for the others.
    /// </summary>
    [Parameter]
    [ValidateRange(0.001, 10_000.0)]
    public double RequestsPerSecond
    {
        get => _options.RequestsPerSecond ?? 0;
        set => _options.RequestsPerSecond = value;
    }

    /// <summary>Specifies the address of the proxy server. The default is the system's proxy.</summary>
    [Parameter]
    [ValidateProxyAddress]
    public Uri? Proxy
    {
        get => _options.Proxy;
        set => _options.Proxy = value;
    }

    /// <summary>Specifies the user name and password for the proxy server.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential
    {
        get => null;
        set => _options.ProxyCredential = value?.GetNetworkCredential();
    }

    /// <summary>
    /// Skips certificate validation, for your own server with an untrusted certificate. A warning is written at every connect.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck
    {
        get => _options.SkipCertificateCheck;
        set => _options.SkipCertificateCheck = value;
    }

    /// <summary>
    /// Specifies the name of a SecretManagement secret that provides the values that are not specified as parameters: a
    /// PSCredential (account ID and secret), a SecureString (the secret) or a hashtable with entries named like the parameters.
    /// </summary>
    [Parameter]
    [ValidateNotWhiteSpace]
    public string? VaultSecretName { get; set; }

    /// <summary>
    /// Specifies the vault that contains the secret of <see cref="VaultSecretName"/>. If it is omitted, Get-Secret searches the default
    /// vault first and then the other vaults.
    /// </summary>
    [Parameter]
    [ValidateNotWhiteSpace]
    public string? VaultName { get; set; }

    /// <summary>Gets the platform.</summary>
    private protected abstract PlatformSupport Support { get; }

    /// <summary>Gets the values of the parameters that only this cmdlet has.</summary>
    private protected abstract ConnectParameters Own { get; }

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
        var client = Support.CreateClient(Own, new(Support.Platform, _vaultSecret), _options);
        var session = await SessionLifecycle.OpenAsync(client, Name, Sessions, host, cancellationToken).ConfigureAwait(false);
        await host.WriteAsync(session).ConfigureAwait(false);
    }
}
