using System.Security.Cryptography;
using System.Text;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Polyv;

/// <summary>Polyv VOD's signature, as document 001 describes it.</summary>
internal static class PolyvSignature
{
    /// <summary>
    /// Upper-case hex SHA-1 over the UTF-8 of <c>name=value</c> joined by <c>&amp;</c>, names in ordinal order, values raw,
    /// and the secret key at the end.
    /// </summary>
    public static string Sign(IEnumerable<KeyValuePair<string, string>> parameters, Secret secretKey)
    {
        var pairs = parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}");
        return Hex.Upper(Digest(Encoding.UTF8.GetBytes(string.Join("&", pairs) + secretKey.Reveal())));
    }

    private static byte[] Digest(byte[] text)
    {
#if NET
        return SHA1.HashData(text);
#else
        using var sha1 = SHA1.Create();
        return sha1.ComputeHash(text);
#endif
    }
}
