using System.Net;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Masks what must not be shown in a text that came from outside: a server may echo the signature, the token or
/// the key that it was sent, raw or URL-encoded, in a message, an HTML page or a header.
/// </summary>
internal sealed class SecretMask
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mask = "***";

    // Shorter ones would mask ordinary words and hide nothing.
    private const int ShortestSecret = 4;

    private readonly HashSet<string> _secrets = new(StringComparer.OrdinalIgnoreCase);
    private string[] _longestFirst = [];

    /// <summary>A mask that also knows what one attempt carries.</summary>
    public SecretMask With(IEnumerable<string> secrets)
    {
        var mask = new SecretMask();
        foreach (var secret in _longestFirst.Concat(secrets))
        {
            mask.Add(secret);
        }

        return mask;
    }

    /// <summary>Learns a secret in the forms in which it may come back.</summary>
    public void Add(string secret)
    {
        if (secret.Length < ShortestSecret)
        {
            return;
        }

        lock (_secrets)
        {
            if (_secrets.Add(secret))
            {
                _secrets.Add(Uri.EscapeDataString(secret));
                _secrets.Add(WebUtility.UrlEncode(secret)!);
                _secrets.Add(WebUtility.HtmlEncode(secret)!);
                _longestFirst = [.. _secrets.OrderByDescending(form => form.Length)];
            }
        }
    }

    /// <summary>The beginning of a longer text with every known secret masked, also one of which only the first part is left.</summary>
    public string ApplyToBeginning(string beginning)
    {
        var text = Apply(beginning)!;
        foreach (var secret in _longestFirst)
        {
            for (var length = Math.Min(secret.Length - 1, text.Length); length >= ShortestSecret; length--)
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
    public string? Apply(string? text)
    {
        if (text is null)
        {
            return null;
        }

        foreach (var secret in _longestFirst)
        {
            for (var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(secret, at + Mask.Length, StringComparison.OrdinalIgnoreCase))
            {
                text = text.Substring(0, at) + Mask + text.Substring(at + secret.Length);
                if (at + Mask.Length >= text.Length)
                {
                    break;
                }
            }
        }

        return text;
    }
}
