using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VideoPlatforms.Clients.Json;

/// <summary>Reads JSON values of any type as text.</summary>
internal static class JsonText
{
    /// <summary>Returns the value as text; objects and arrays as they were received.</summary>
    public static string? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return ReadString(ref reader);
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(Bytes(ref reader));
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            case JsonTokenType.Null:
                return null;
            default:
                using (var document = JsonDocument.ParseValue(ref reader))
                {
                    return document.RootElement.GetRawText();
                }
        }
    }

    /// <summary>Returns whether text that was read is a plain value rather than the JSON of an object or array.</summary>
    public static bool IsPlain(string? text) => text is { Length: > 0 } && text[0] is not ('{' or '[');

    /// <summary>Returns the string value of an element.</summary>
    public static string? Read(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            var raw = element.GetRawText();
            return Unescape(raw.Substring(1, raw.Length - 2));
        }
    }

    private static string? ReadString(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // The string contains an unpaired surrogate, for example because the server truncated a title inside an emoji.
            return Unescape(Encoding.UTF8.GetString(Bytes(ref reader)));
        }
    }

    private static byte[] Bytes(ref Utf8JsonReader reader) => reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray();

    // The reader has validated all escapes; only unpaired surrogates must be replaced.
    private static string Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var at = 0; at < escaped.Length; at++)
        {
            if (escaped[at] != '\\')
            {
                text.Append(escaped[at]);
                continue;
            }

            at++;
            switch (escaped[at])
            {
                case 'u':
                    text.Append((char)int.Parse(escaped.Substring(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    at += 4;
                    break;
                case 'n':
                    text.Append('\n');
                    break;
                case 'r':
                    text.Append('\r');
                    break;
                case 't':
                    text.Append('\t');
                    break;
                case 'b':
                    text.Append('\b');
                    break;
                case 'f':
                    text.Append('\f');
                    break;
                default:
                    text.Append(escaped[at]);
                    break;
            }
        }

        return WithoutHalves(text);
    }

    private static string WithoutHalves(StringBuilder text)
    {
        const char Replacement = '\uFFFD';
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]))
            {
                text[at] = Replacement;
            }
        }

        return text.ToString();
    }
}
