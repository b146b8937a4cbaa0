namespace VideoPlatforms.AllPlatforms.Accounts;

/// <summary>Recognizes keys that name a secret.</summary>
internal static class SecretKeys
{
    private static readonly string[] Words = ["secret", "password", "passwd", "passphrase", "pwd", "token", "credential", "authorization", "signature"];

    /// <summary>Returns whether a key names a secret, such as secretKey, app_secret or PASSWORD. The name of a vault's secret is none.</summary>
    public static bool Contains(string key)
    {
        var letters = string.Concat(key.Where(char.IsLetter)).ToLowerInvariant();
        return letters is not ("vaultsecretname" or "vaultname") && (letters.EndsWith("key", StringComparison.Ordinal) || Words.Any(letters.Contains));
    }
}
