using System.Globalization;
using System.Text;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Errors;

/// <summary>Creates the messages of errors: what happened, on which item, what the server returned, and the recommended action.</summary>
internal static class ErrorText
{
    private const int MaxDisplayLength = 300;

    /// <summary>Returns the message of an error.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="kind">The kind of error.</param>
    /// <param name="call">The name of the call; null if no call was made.</param>
    /// <param name="target">The item; null if the call concerns none.</param>
    /// <param name="code">The server's code.</param>
    /// <param name="message">The server's message, or what the client detected.</param>
    /// <param name="found">Whether the client detected the message instead of receiving it from the server.</param>
    /// <param name="requestId">The server's ID of the request.</param>
    /// <param name="retryAfter">The delay that the server requested.</param>
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

    /// <summary>Returns the recommended action.</summary>
    public static string Advise(Platform platform, ErrorKind kind) => Find(platform, kind, "Do");

    /// <summary>Returns the beginning of a server's text on one line, without characters that control a terminal.</summary>
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

    // Characters that change the direction of text, so that the displayed text differs from the actual text.
    private static bool IsBidirectionalControl(char character) => character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static string Join(string? code, string? message) =>
        string.Join(" ", new[] { code, message }.Where(text => !string.IsNullOrEmpty(text)).Select(text => SanitizeForDisplay(text!)));

    /// <summary>Returns a text of an error: that of the platform if there is one, or that for all platforms.</summary>
    public static string Find(Platform platform, ErrorKind kind, string part) =>
        Messages.ResourceManager.GetString($"{platform}.{kind.Reason}.{part}", CultureInfo.CurrentUICulture)
        ?? Messages.ResourceManager.GetString($"{kind.Reason}.{part}", CultureInfo.CurrentUICulture)
        ?? kind.Reason;
}
