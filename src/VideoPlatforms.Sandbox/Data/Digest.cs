using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VideoPlatforms.Sandbox.Data;

/// <summary>Computes digests of UTF-8 text as upper-case hex.</summary>
internal static class Digest
{
    public static string Sha1(string text)
    {
        using var algorithm = SHA1.Create();
        return Hex(algorithm, text);
    }

    public static string Md5(string text)
    {
        using var algorithm = MD5.Create();
        return Hex(algorithm, text);
    }

    /// <summary>Derives a reproducible ID from a name.</summary>
    public static string Id(string name) => Md5(name).ToLowerInvariant();

    private static string Hex(HashAlgorithm algorithm, string text)
        => string.Concat(algorithm.ComputeHash(Encoding.UTF8.GetBytes(text))
            .Select(value => value.ToString("X2", CultureInfo.InvariantCulture)));
}
