using System.Globalization;
using System.Text;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Errors;

/// <summary>Puts a failure into words: what happened, on which item, what the server said, and what to do next.</summary>
internal static class ErrorText
{
    private const int MaxDisplayLength = 300;

    /// <summary>Tells what happened.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="kind">What it means.</param>
    /// <param name="call">The call.</param>
    /// <param name="target">The item.</param>
    /// <param name="code">The server's code.</param>
    /// <param name="message">The server's message, or what was found out.</param>
    /// <param name="found">Whether the message was found out and is not the server's.</param>
    /// <param name="requestId">The server's id of the request.</param>
    /// <param name="retryAfter">How long the server asks to wait.</param>
    public static string Describe(
        Platform platform, ErrorKind kind, string? call, string? target, string? code, string? message, bool found, string? requestId, TimeSpan? retryAfter)
    {
        var text = new StringBuilder();
        text.Append(platform);
        if (call is not null)
        {
            text.Append(' ').Append(call);
        }

        if (!string.IsNullOrEmpty(target))
        {
            text.Append(" (").Append(SanitizeForDisplay(target!)).Append(')');
        }

        text.Append(": ").Append(Find(platform, kind, "What"));
        if (!string.IsNullOrEmpty(code) || !string.IsNullOrEmpty(message))
        {
            text.Append(' ').Append((found ? Messages.Details : Messages.ServerSaid).With(Join(code, message)));
        }

        if (retryAfter is { } wait)
        {
            text.Append(' ').Append(Messages.ServerAsksToWait.With(Math.Ceiling(wait.TotalSeconds)));
        }

        if (!string.IsNullOrEmpty(requestId))
        {
            text.Append(' ').Append(Messages.RequestIdIs.With(SanitizeForDisplay(requestId!)));
        }

        return text.ToString();
    }

    /// <summary>Tells what to do next.</summary>
    public static string Advise(Platform platform, ErrorKind kind) => Find(platform, kind, "Do");

    /// <summary>The beginning of what a server sent, on one line and without what would move a terminal's cursor.</summary>
    public static string SanitizeForDisplay(string text, int longest = MaxDisplayLength)
    {
        var quote = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var character in text)
        {
            if (quote.Length >= longest && !char.IsLowSurrogate(character))
            {
                return quote.Append('…').ToString();
            }

            var blank = char.IsControl(character) || char.IsWhiteSpace(character) || IsBidirectionalControl(character);
            if (!blank || (quote.Length > 0 && quote[quote.Length - 1] != ' '))
            {
                quote.Append(blank ? ' ' : character);
            }
        }

        return quote.ToString().TrimEnd();
    }

    // What makes text run from right to left, so that it reads as something else than it is.
    private static bool IsBidirectionalControl(char character) => character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static string Join(string? code, string? message) =>
        string.Join(" ", new[] { code, message }.Where(text => !string.IsNullOrEmpty(text)).Select(text => SanitizeForDisplay(text!)));

    /// <summary>One of a failure's texts: the platform's own, or the one that all platforms share.</summary>
    public static string Find(Platform platform, ErrorKind kind, string part) =>
        Messages.ResourceManager.GetString($"{platform}.{kind.Reason}.{part}", CultureInfo.CurrentUICulture)
        ?? Messages.ResourceManager.GetString($"{kind.Reason}.{part}", CultureInfo.CurrentUICulture)
        ?? kind.Reason;
}
