using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Web;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>The forms in which a secret can appear: raw, encoded, escaped and hashed. The comparison ignores case.</summary>
internal static class SecretForms
{
    // A truncated quote must not end in a longer part of a secret.
    private const int PrefixLength = 12;

    /// <summary>The number of forms.</summary>
    public static int Count { get; } = Of("").Count;

    /// <summary>All forms of a secret.</summary>
    public static IReadOnlyList<string> Of(string secret) =>
    [
        secret,
        Uri.EscapeDataString(secret),
        HttpUtility.UrlEncode(secret),
        WebUtility.HtmlEncode(secret),
        JavaScriptEncoder.Default.Encode(secret),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret).Replace("/", "\\/", StringComparison.Ordinal),
        Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(secret))),
        Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(secret))),
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret))),
    ];

    /// <summary>The strings that must not appear: every form, and the prefix of a long secret.</summary>
    public static IEnumerable<string> Traces(string secret) => secret.Length > PrefixLength ? [.. Of(secret), secret[..PrefixLength]] : Of(secret);
}
