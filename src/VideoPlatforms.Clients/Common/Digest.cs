using System.Security.Cryptography;
using System.Text;

namespace VideoPlatforms.Clients.Common;

/// <summary>Computes the digests for the vendors' signatures.</summary>
internal static class Digest
{
    /// <summary>Returns the upper-case hex SHA-1 of a text in UTF-8.</summary>
    public static string Sha1(string text)
    {
#if NET
        return Hex(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#else
        using var sha1 = SHA1.Create();
        return Hex(sha1.ComputeHash(Encoding.UTF8.GetBytes(text)));
#endif
    }

    /// <summary>Returns the upper-case hex MD5 of a text in UTF-8.</summary>
    public static string Md5(string text)
    {
#if NET
        return Hex(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#else
        using var md5 = MD5.Create();
        return Hex(md5.ComputeHash(Encoding.UTF8.GetBytes(text)));
#endif
    }

    /// <summary>Returns the upper-case hex SHA-256 of a text in UTF-8.</summary>
    public static string Sha256(string text)
    {
#if NET
        return Hex(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
#else
        using var sha256 = SHA256.Create();
        return Hex(sha256.ComputeHash(Encoding.UTF8.GetBytes(text)));
#endif
    }

    private static string Hex(byte[] bytes) =>
#if NET
        Convert.ToHexString(bytes);
#else
        BitConverter.ToString(bytes).Replace("-", "");
#endif
}
