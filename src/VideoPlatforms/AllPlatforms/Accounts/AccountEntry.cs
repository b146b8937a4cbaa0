using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Platforms;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.AllPlatforms.Accounts;

/// <summary>Represents an account of an accounts file.</summary>
/// <param name="support">The platform.</param>
/// <param name="line">The line on which the account begins.</param>
internal sealed class AccountEntry(PlatformSupport support, int line)
{
    /// <summary>Gets the platform.</summary>
    public PlatformSupport Support { get; } = support;

    /// <summary>Gets the line on which the account begins, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Gets or sets the profile that the account belongs to; null if none.</summary>
    public string? Profile { get; set; }

    /// <summary>Gets or sets the name of the session.</summary>
    public string Name { get; set; } = SessionStore.DefaultName;

    /// <summary>Gets or sets the name of the vault's secret that provides the credentials; null to use the environment.</summary>
    public string? VaultSecretName { get; set; }

    /// <summary>Gets or sets the name of the vault; null to search all vaults.</summary>
    public string? VaultName { get; set; }

    /// <summary>Gets the connection options.</summary>
    public ConnectionOptions Options { get; } = new();

    /// <summary>Gets the values of the parameters that only the platform's Connect cmdlet has.</summary>
    public ConnectParameters Parameters { get; } = [];

    /// <summary>Returns the platform and the name of the session, such as <c>Qushipin/night</c>.</summary>
    public override string ToString() => $"{Support.Platform}/{Name}";
}
