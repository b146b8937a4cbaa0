using System.Globalization;
using System.Text;

namespace VideoPlatforms.Clients.Downloads.Names;

/// <summary>Makes the name of a file or folder that every system accepts, Windows included.</summary>
internal static class FileName
{
    /// <summary>The most bytes of UTF-8 that a name has, with its extension. Chinese titles otherwise exceed what Linux allows.</summary>
    public const int MaxBytes = 200;

    /// <summary>The bytes that are left for a number and an extension.</summary>
    public const int SuffixBytes = 24;

    private const char Replacement = '_';
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>Replaces the characters of a value that a name cannot contain.</summary>
    public static string Clean(string text)
    {
        var name = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (char.IsHighSurrogate(character) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                // Outside the basic plane, only the tag characters are invisible.
                if (CharUnicodeInfo.GetUnicodeCategory(text, at) != UnicodeCategory.Format)
                {
                    name.Append(character).Append(text[at + 1]);
                }

                at++;
            }
            else if (char.IsSurrogate(character) || "<>:\"/\\|?*".IndexOf(character) >= 0)
            {
                name.Append(Replacement);
            }
            else if (char.IsControl(character) || char.IsWhiteSpace(character))
            {
                name.Append(' ');
            }
            else if (character is ZeroWidthJoiner or ZeroWidthNonJoiner || CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format)
            {
                // The joiners belong to emoji and to Indic scripts; the other invisible characters change how a name reads.
                name.Append(character);
            }
        }

        return Normalize(name.ToString());
    }

    /// <summary>Makes a name of clean text: not empty, not reserved, without a dot or blank at its end.</summary>
    public static string Finish(string clean)
    {
        var name = clean.Trim(' ').TrimEnd('.', ' ');
        if (name.Length == 0)
        {
            return Replacement.ToString();
        }

        var stem = name.Split('.')[0].TrimEnd(' ');
        return stem.Length == 0 || Reserved.Contains(stem) ? Replacement + name : name;
    }

    /// <summary>Returns the beginning of text that fits into a number of bytes of UTF-8, cut between characters.</summary>
    public static string Cut(string text, int maxBytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= maxBytes)
        {
            return text;
        }

        // A text element is what people see as one character: combining marks and the parts of an emoji stay together.
        var elements = StringInfo.GetTextElementEnumerator(text);
        var end = 0;
        var bytes = 0;
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            bytes += Encoding.UTF8.GetByteCount(element);
            if (bytes > maxBytes)
            {
                break;
            }

            end = elements.ElementIndex + element.Length;
        }

        return text.Substring(0, end);
    }

    private static string Normalize(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Noncharacters, such as U+FFFF, are no valid Unicode text.
            return string.Concat(text.Select(character => char.IsSurrogate(character) || character is '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') ? Replacement : character))
                .Normalize(NormalizationForm.FormC);
        }
    }
}
