using System.Collections;
using System.Net;
using System.Security;

namespace VideoPlatforms.Common.Credentials;

/// <summary>
/// A secret as a vault keeps it: a credential (id and secret), a lone secret, or a table with entries named like the
/// parameters that they stand for.
/// </summary>
internal sealed class VaultSecret
{
    private readonly string? _id;
    private readonly SecureString? _secret;
    private readonly Dictionary<string, object> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a credential apart: its user name stands for the account's id.</summary>
    public VaultSecret(string id, SecureString secret)
    {
        _id = id;
        _secret = secret;
    }

    /// <summary>Takes a lone secret: the account's id comes from elsewhere.</summary>
    public VaultSecret(SecureString secret) => _secret = secret;

    /// <summary>Takes a table: strings and SecureStrings by parameter name.</summary>
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

    /// <summary>What it holds for a parameter that is shown: the table's entry of that name, or the credential's user name where the parameter is the account's id.</summary>
    public string? Text(string parameter, bool isAccount) =>
        _entries.TryGetValue(parameter, out var entry)
            ? entry as string ?? (entry is SecureString secret ? new NetworkCredential("", secret).Password : entry.ToString())
            : isAccount ? _id : null;

    /// <summary>What it holds for a parameter that is secret: the table's entry of that name, or the credential's secret where the parameter is the account's.</summary>
    public SecureString? Secret(string parameter, bool isAccounts) =>
        _entries.TryGetValue(parameter, out var entry)
            ? entry as SecureString ?? new NetworkCredential("", entry.ToString()).SecurePassword
            : isAccounts ? _secret : null;
}
