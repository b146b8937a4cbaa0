using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Platforms;

namespace VideoPlatforms.AllPlatforms.Accounts;

/// <summary>The keys of an account: those of every platform, and the parameters that only one platform's Connect cmdlet has.</summary>
internal static class AccountSettings
{
    /// <summary>The key of the profile.</summary>
    public const string Profile = "profile";

    /// <summary>The key of the platform.</summary>
    public const string Platform = "platform";

    private const string Name = "name";
    private const string VaultSecretName = "vaultSecretName";
    private const string VaultName = "vaultName";

    private static readonly Dictionary<string, Action<AccountEntry, AccountValue>> Common = new()
    {
        [Profile] = (entry, value) => entry.Profile = value.Text,
        [Platform] = (_, _) => { },
        [Name] = (entry, value) => entry.Name = InputRules.SessionName.Allows(value.Text) ? value.Text : throw new ArgumentException(InputRules.SessionName.Sentence),
        [VaultSecretName] = (entry, value) => entry.VaultSecretName = value.Text,
        [VaultName] = (entry, value) => entry.VaultName = value.Text,
    };

    private static readonly Dictionary<string, Action<ConnectionOptions, AccountValue>> Connection = new()
    {
        ["baseUri"] = (options, value) => options.BaseUri = value.Address,
        ["timeoutSec"] = (options, value) => options.Timeout = TimeSpan.FromSeconds(value.Whole),
        ["maximumRetryCount"] = (options, value) => options.MaximumRetryCount = value.Whole,
        ["requestsPerSecond"] = (options, value) => options.RequestsPerSecond = value.Number,
        ["proxy"] = (options, value) => options.Proxy = value.Address,
        ["skipCertificateCheck"] = (options, value) => options.SkipCertificateCheck = value.Flag,
    };

    /// <summary>Returns the keys of an account of a platform.</summary>
    public static IEnumerable<string> KeysOf(PlatformSupport platform) =>
        [.. Common.Keys, .. Connection.Keys, .. platform.AccountParameters.Keys.Select(ToKey)];

    /// <summary>Applies a value to an account.</summary>
    /// <returns>Whether the platform has such a key.</returns>
    /// <exception cref="ArgumentException">The value is invalid.</exception>
    public static bool Apply(AccountEntry entry, AccountValue value)
    {
        if (Common.TryGetValue(value.Name, out var common))
        {
            common(entry, value);
        }
        else if (Connection.TryGetValue(value.Name, out var connection))
        {
            connection(entry.Options, value);
        }
        else if (entry.Support.AccountParameters.Keys.FirstOrDefault(name => ToKey(name) == value.Name) is { } parameter)
        {
            entry.Parameters.Add(parameter, entry.Support.AccountParameters[parameter](value.Text));
        }
        else
        {
            return false;
        }

        return true;
    }

    private static string ToKey(string parameter) => char.ToLowerInvariant(parameter[0]) + parameter.Substring(1);
}
