using System.Management.Automation;
using VideoPlatforms.AllPlatforms.Accounts;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Opens the sessions that an accounts file lists, side by side.</summary>
[Cmdlet(VerbsCommunications.Connect, "VideoPlatform", SupportsShouldProcess = true)]
[OutputType(typeof(VideoPlatformSession))]
public sealed class ConnectVideoPlatformCommand : AsyncCommand
{
    private readonly Dictionary<AccountEntry, Func<VaultSecret?>> _secrets = [];
    private IReadOnlyList<AccountEntry> _entries = [];

    /// <summary>Specifies the path of the accounts file. The default is the environment variable VIDEOPLATFORMS_ACCOUNTS.</summary>
    [Parameter(Position = 0)]
    [ValidateNotWhiteSpace]
    public string? Path { get; set; }

    /// <summary>Specifies the profile whose accounts are connected. The default is all accounts of the file.</summary>
    [Parameter(Position = 1)]
    [ValidateNotWhiteSpace]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var given = Path is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        Run(async (host, _) => _entries = await AccountConnector.ChooseAsync(AccountsFile.Find(given), ProfileName, host).ConfigureAwait(false));
        foreach (var entry in _entries)
        {
            _secrets[entry] = ReadSecret(entry);
        }

        Run(RunAsync);
    }

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken) =>
        AccountConnector.RunAsync(_entries, entry => _secrets[entry](), Sessions, host, cancellationToken);

    // The vault is read on the pipeline thread; what is wrong with one secret is an error of its account.
    private Func<VaultSecret?> ReadSecret(AccountEntry entry)
    {
        try
        {
            var secret = entry.VaultSecretName is null ? null : SecretVault.Read(this, entry.VaultSecretName, entry.VaultName);
            return () => secret;
        }
        catch (CommandException failure)
        {
            return () => throw failure;
        }
    }
}
