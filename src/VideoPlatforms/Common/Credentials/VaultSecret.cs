using System.Collections;
using System.Net;
using System.Security;

namespace VideoPlatforms.Common.Credentials;

/// <summary>
/// Represents a secret from a vault: a credential (account ID and secret), a single secret, or a hashtable with entries named like
/// the parameters.
/// </summary>
internal sealed class VaultSecret
{
    private readonly string? _id;
    private readonly SecureString? _secret;
    private readonly Dictionary<string, object> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Initializes the secret from a credential, whose user name is the account ID.</summary>
    public VaultSecret(string id, SecureString secret)
    {
        _id = id;
        _secret = secret;
    }

    /// <summary>Initializes the secret from a single secret. The account ID is specified elsewhere.</summary>
    public VaultSecret(SecureString secret) => _secret = secret;

    /// <summary>Initializes the secret from a hashtable of strings and SecureStrings by parameter name.</summary>
    public VaultSecret(IDictionary entries)
    {
        foreach (DictionaryEntry entry in entries)
        {
            if (entry.Value is not null)
            {
                _entries[entry.Key.ToString()!] = entry.Value;
            }
        }
    }

    /// <summary>
    /// Returns the value of a parameter that is not secret: the hashtable entry with that name, or the credential's user name if
    /// the parameter is the account ID.
    /// </summary>
    public string? Text(string parameter, bool isAccount) =>
        _entries.TryGetValue(parameter, out var entry)
            ? entry as string ?? (entry is SecureString secret ? new NetworkCredential("", secret).Password : entry.ToString())
            : isAccount ? _id : null;

    /// <summary>
    /// Returns the value of a secret parameter: the hashtable entry with that name, or the credential's password if the parameter
    /// is the account's secret.
    /// </summary>
    public SecureString? Secret(string parameter, bool isAccounts) =>
        _entries.TryGetValue(parameter, out var entry)
            ? entry as SecureString ?? new NetworkCredential("", entry.ToString()).SecurePassword
            : isAccounts ? _secret : null;
}
