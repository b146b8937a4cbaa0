#if !NET
using System.Text;
#endif

namespace VideoPlatforms.Clients.Http;

/// <summary>Percent-encodes text for a query or a form.</summary>
internal static class UrlText
{
#if NET
    /// <summary>Returns the text as UTF-8, with all characters except unreserved ones percent-encoded.</summary>
    public static string Escape(string text) => Uri.EscapeDataString(text);
#else
    // Uri.EscapeDataString of .NET Framework rejects longer text.
    private const int MaxPartLength = 32_000;

    /// <summary>Returns the text as UTF-8, with all characters except unreserved ones percent-encoded.</summary>
    public static string Escape(string text)
    {
        if (text.Length <= MaxPartLength)
        {
            return Uri.EscapeDataString(text);
        }

        var escaped = new StringBuilder(text.Length * 2);
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(MaxPartLength, text.Length - start);

            // Both halves of a surrogate pair are escaped together.
            length -= char.IsHighSurrogate(text[start + length - 1]) && start + length < text.Length ? 1 : 0;
            escaped.Append(Uri.EscapeDataString(text.Substring(start, length)));
            start += length;
        }

        return escaped.ToString();
    }
#endif
}
