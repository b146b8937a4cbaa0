using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Redacts secrets in text from outside. A server may echo the signature, the token or the key that it received: raw, encoded
/// for a URL, HTML or JSON, or hashed; in a message, an HTML page or a header. There is one method for each place where text
/// is shown, so that a test can leave out a single place.
/// </summary>
internal class SecretRedactor
{
    /// <summary>Replaces a secret.</summary>
    public const string Mask = "***";

    // Shorter values would redact ordinary words and hide nothing.
    private const int MinimumSecretLength = 4;

    // The forms of the secrets are computed when a text is first redacted: a list without an error does not need them.
    private List<string> _pending = [];
    private HashSet<string> _secrets = new(StringComparer.OrdinalIgnoreCase);
    private string[] _longestFirst = [];

    // Every form of the secrets, the longest first.
    private string[] LongestFirst
    {
        get
        {
            lock (_secrets)
            {
                if (_pending.Count > 0)
                {
                    foreach (var secret in _pending)
                    {
                        AddForms(secret);
                    }

                    _pending.Clear();
                    _longestFirst = [.. _secrets.OrderByDescending(form => form.Length)];
                }

                return _longestFirst;
            }
        }
    }

    /// <summary>Adds a secret of the account, in every form in which a server may return it.</summary>
    public virtual void AddAccountSecret(string secret) => Add(secret);

    /// <summary>Returns a redactor that also redacts the secrets of a request.</summary>
    public virtual SecretRedactor WithRequestSecrets(IReadOnlyCollection<string> secrets)
    {
        if (secrets.Count == 0)
        {
            return this;
        }

        var redactor = (SecretRedactor)MemberwiseClone();
        redactor._longestFirst = LongestFirst;
        redactor._secrets = new(redactor._longestFirst, StringComparer.OrdinalIgnoreCase);
        redactor._pending = [];
        foreach (var secret in secrets)
        {
            redactor.Add(secret);
        }

        return redactor;
    }

    /// <summary>Clears every secret.</summary>
    public void Clear()
    {
        lock (_secrets)
        {
            _pending.Clear();
            _secrets.Clear();
            _longestFirst = [];
        }
    }

    /// <summary>Redacts the message of a failure.</summary>
    public virtual string? Message(string? text) => Redact(text);

    /// <summary>Redacts the code of a failure.</summary>
    public virtual string? Code(string? text) => Redact(text);

    /// <summary>Redacts the request ID of a failure.</summary>
    public virtual string? RequestId(string? text) => Redact(text);

    /// <summary>Redacts a message or request ID that becomes part of the result of a write.</summary>
    public virtual string? WriteResponse(string? text) => Redact(text);

    /// <summary>Redacts the beginning of a longer text. A secret at its end may be cut off.</summary>
    public virtual string Excerpt(string beginning)
    {
        var text = Redact(beginning)!;
        foreach (var secret in LongestFirst)
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

    /// <summary>Redacts the response to a token request. It may contain a new token, which is not known yet.</summary>
    public virtual string TokenResponse(string beginning) => Mask;

    /// <summary>Redacts a header or parameter of a request in a debug line.</summary>
    public virtual string RequestValue(string value, bool isLoggable) => isLoggable ? value : Mask;

    /// <summary>Redacts a header of a response in a debug line.</summary>
    public virtual string ResponseHeader(string value, bool isLoggable) => isLoggable ? ResponseHeaderText(value) : Mask;

    /// <summary>Redacts the text of a header, or its name: a server may put what it received into either.</summary>
    public virtual string ResponseHeaderText(string text) => Redact(text)!;

    /// <summary>Redacts every known secret.</summary>
    protected string? Redact(string? text) => text is null ? null : LongestFirst.Aggregate(text, Replace);

    /// <summary>Returns the forms of a secret in a URL.</summary>
    protected virtual IEnumerable<string> UrlForms(string secret) => [UrlText.Escape(secret), WebUtility.UrlEncode(secret)!];

    /// <summary>Returns the forms of a secret in HTML.</summary>
    protected virtual IEnumerable<string> HtmlForms(string secret) => [WebUtility.HtmlEncode(secret)!];

    /// <summary>Returns the forms of a secret in JSON.</summary>
    protected virtual IEnumerable<string> JsonForms(string secret) =>
    [
        JavaScriptEncoder.Default.Encode(secret),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret).Replace("/", "\\/"),
    ];

    /// <summary>Returns the digests of a secret.</summary>
    protected virtual IEnumerable<string> Digests(string secret) => [Digest.Md5(secret), Digest.Sha1(secret), Digest.Sha256(secret)];

    private void Add(string secret)
    {
        if (secret.Length < MinimumSecretLength)
        {
            return;
        }

        lock (_secrets)
        {
            _pending.Add(secret);
        }
    }

    private void AddForms(string secret)
    {
        if (_secrets.Add(secret))
        {
            _secrets.UnionWith([.. UrlForms(secret), .. HtmlForms(secret), .. JsonForms(secret), .. Digests(secret)]);
        }
    }

    // In a single pass, because a server may return megabytes of echoes.
    private static string Replace(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return text;
        }

        var redacted = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf(secret, from, StringComparison.OrdinalIgnoreCase))
        {
            redacted.Append(text, from, at - from).Append(Mask);
            from = at + secret.Length;
        }

        return redacted.Append(text, from, text.Length - from).ToString();
    }
}
