using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Masks what must not be shown in a text that came from outside: a server may echo the signature, the token or the key
/// that it was sent, raw, encoded for a URL, a page or JSON, or hashed, in a message, an HTML page or a header.
/// </summary>
/// <param name="redactions">Which forms of a secret are known.</param>
internal sealed class SecretRedactor(Redactions redactions = Redactions.All)
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mask = "***";

    // Shorter ones would mask ordinary words and hide nothing.
    private const int MinimumSecretLength = 4;

    private readonly HashSet<string> _secrets = new(StringComparer.OrdinalIgnoreCase);
    private string[] _longestFirst = [];

    /// <summary>A mask that also knows what one attempt carries.</summary>
    public SecretRedactor With(IEnumerable<string> secrets)
    {
        var mask = new SecretRedactor(redactions);
        mask._secrets.UnionWith(_longestFirst);
        mask._longestFirst = _longestFirst;
        foreach (var secret in secrets)
        {
            mask.Add(secret);
        }

        return mask;
    }

    /// <summary>Learns a secret in the forms in which it may come back.</summary>
    public void Add(string secret)
    {
        if (secret.Length < MinimumSecretLength)
        {
            return;
        }

        lock (_secrets)
        {
            if (_secrets.Add(secret))
            {
                _secrets.UnionWith(FormsOf(secret));
                _longestFirst = [.. _secrets.OrderByDescending(form => form.Length)];
            }
        }
    }

    /// <summary>Forgets every secret.</summary>
    public void Forget()
    {
        lock (_secrets)
        {
            _secrets.Clear();
            _longestFirst = [];
        }
    }

    /// <summary>The beginning of a longer text with every known secret masked, also one of which only the first part is left.</summary>
    public string ApplyToBeginning(string beginning)
    {
        var text = Apply(beginning)!;
        foreach (var secret in _longestFirst)
        {
            for (var length = Math.Min(secret.Length - 1, text.Length); length >= MinimumSecretLength; length--)
            {
                if (text.EndsWith(secret.Substring(0, length), StringComparison.OrdinalIgnoreCase))
                {
                    return text.Substring(0, text.Length - length) + Mask;
                }
            }
        }

        return text;
    }

    /// <summary>The text with every known secret masked.</summary>
    public string? Apply(string? text) => text is null ? null : _longestFirst.Aggregate(text, Replace);

    private IEnumerable<string> FormsOf(string secret)
    {
        if (redactions.HasFlag(Redactions.UrlForms))
        {
            yield return UrlText.Escape(secret);
            yield return WebUtility.UrlEncode(secret)!;
        }

        if (redactions.HasFlag(Redactions.PageForms))
        {
            yield return WebUtility.HtmlEncode(secret)!;
        }

        if (redactions.HasFlag(Redactions.JsonForms))
        {
            yield return JavaScriptEncoder.Default.Encode(secret);
            yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret);
            yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret).Replace("/", "\\/");
        }

        if (redactions.HasFlag(Redactions.Digests))
        {
            yield return Digest.Md5(secret);
            yield return Digest.Sha1(secret);
            yield return Digest.Sha256(secret);
        }
    }

    // In one go, however often it is there: a server may send nothing but echoes.
    private static string Replace(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return text;
        }

        var masked = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf(secret, from, StringComparison.OrdinalIgnoreCase))
        {
            masked.Append(text, from, at - from).Append(Mask);
            from = at + secret.Length;
        }

        return masked.Append(text, from, text.Length - from).ToString();
    }
}
