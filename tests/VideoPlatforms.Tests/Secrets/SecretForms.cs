using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Web;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>The forms in which a secret may show: as it is, encoded, escaped and hashed. Upper and lower case count as the same.</summary>
internal static class SecretForms
{
    // So much of a secret must not be left at the end of a quote.
    private const int Beginning = 12;

    /// <summary>How many there are.</summary>
    public static int Count { get; } = Of("").Count;

    /// <summary>All of them.</summary>
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

    /// <summary>All that must not be found: every form, and the first part of a long secret.</summary>
    public static IEnumerable<string> Traces(string secret) => secret.Length > Beginning ? [.. Of(secret), secret[..Beginning]] : Of(secret);
}
