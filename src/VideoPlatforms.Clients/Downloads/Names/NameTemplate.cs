using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Downloads.Names;

/// <summary>
/// Makes the path of a file from the properties of a video: <c>{Platform}/{Title} [{Id}]</c>. A slash separates folders; a property can
/// have a format, such as <c>{CreatedAt:yyyy-MM}</c>.
/// </summary>
internal sealed class NameTemplate
{
    /// <summary>The template if none is specified.</summary>
    public const string Default = "{Platform}/{Title} [{Id}]";

    private readonly IReadOnlyList<IReadOnlyList<Segment>> _parts;

    private NameTemplate(string text, IReadOnlyList<IReadOnlyList<Segment>> parts)
    {
        Text = text;
        _parts = parts;
    }

    /// <summary>Gets the template as it was specified.</summary>
    public string Text { get; }

    /// <summary>Parses a template.</summary>
    /// <param name="text">The template.</param>
    /// <param name="videoTypes">The classes whose properties the template can contain.</param>
    /// <exception cref="ArgumentException">The template contains an unknown property or leaves the destination. The message says which.</exception>
    public static NameTemplate Parse(string text, IEnumerable<Type> videoTypes)
    {
        var known = new HashSet<string>(videoTypes.SelectMany(type => type.GetProperties()).Select(property => property.Name), StringComparer.OrdinalIgnoreCase);
        var parts = new List<IReadOnlyList<Segment>>();
        foreach (var part in SplitFolders(text))
        {
            var segments = ParsePart(part, known);
            var literal = segments.Count == 1 ? segments[0].Literal : segments.Count == 0 ? "" : null;
            if (literal is not null && literal.Trim(' ', '.').Length == 0)
            {
                // An empty part at the beginning is an absolute path; dots refer to a folder outside.
                throw new ArgumentException(Messages.TemplateLeaves.With(text));
            }

            parts.Add(segments);
        }

        if (parts.Count > 0 && parts[0].Count > 0 && parts[0][0].Literal is { Length: > 1 } first && first[1] == ':')
        {
            throw new ArgumentException(Messages.TemplateLeaves.With(text));
        }

        return new(text, parts);
    }

    /// <summary>Returns the path for a video without an extension, with <c>/</c> between its parts.</summary>
    public string PathOf(PlatformVideo video)
    {
        var names = _parts.Select((part, index) => NameOf(part, video, FileName.MaxBytes - (index == _parts.Count - 1 ? FileName.SuffixBytes : 0)));
        return string.Join("/", names);
    }

    // Not within a property, whose format may contain a slash.
    private static IEnumerable<string> SplitFolders(string text)
    {
        var part = new StringBuilder();
        var depth = 0;
        foreach (var character in text)
        {
            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            if (depth <= 0 && character is '/' or '\\')
            {
                yield return part.ToString();
                part.Clear();
            }
            else
            {
                part.Append(character);
            }
        }

        yield return part.ToString();
    }

    private static List<Segment> ParsePart(string part, HashSet<string> known)
    {
        var segments = new List<Segment>();
        for (var at = 0; at < part.Length;)
        {
            var open = part.IndexOf('{', at);
            var literal = part.Substring(at, (open < 0 ? part.Length : open) - at);
            if (literal.IndexOf('}') >= 0)
            {
                throw new ArgumentException(Messages.TemplateBraces.With(part));
            }

            if (literal.Length > 0)
            {
                segments.Add(new(literal, null, null));
            }

            if (open < 0)
            {
                break;
            }

            var close = part.IndexOf('}', open);
            if (close < 0)
            {
                throw new ArgumentException(Messages.TemplateBraces.With(part));
            }

            var content = part.Substring(open + 1, close - open - 1).Split([':'], 2);
            var name = content[0].Trim();
            if (!known.Contains(name))
            {
                throw new ArgumentException(Messages.TemplateProperty.With(name, string.Join(", ", known.OrderBy(property => property, StringComparer.Ordinal))));
            }

            segments.Add(new(null, name, content.Length > 1 ? content[1] : null));
            at = close + 1;
        }

        return segments;
    }

    // The longest value is cut, so that the ID at the end of a long title remains.
    private static string NameOf(IReadOnlyList<Segment> part, PlatformVideo video, int maxBytes)
    {
        // An underscore may be added in front.
        maxBytes--;
        var texts = part.Select(segment => FileName.Clean(segment.Literal ?? ValueOf(video, segment.Property!, segment.Format))).ToArray();
        for (var excess = Bytes(string.Concat(texts)) - maxBytes; excess > 0;)
        {
            var longest = Enumerable.Range(0, texts.Length).OrderByDescending(index => part[index].Property is null ? 0 : Bytes(texts[index])).First();
            if (part[longest].Property is null || texts[longest].Length == 0)
            {
                break;
            }

            texts[longest] = FileName.Cut(texts[longest], Math.Max(0, Bytes(texts[longest]) - excess)).TrimEnd(' ');
            excess = Bytes(string.Concat(texts)) - maxBytes;
        }

        return FileName.Finish(FileName.Cut(string.Concat(texts), maxBytes));
    }

    private static string ValueOf(PlatformVideo video, string name, string? format)
    {
        var property = video.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        var value = property?.GetValue(video);
        return value switch
        {
            null => "",
            string text => text,
            DateTimeOffset time when format is null => time.ToString("yyyy-MM-dd HH-mm-ss", CultureInfo.InvariantCulture),
            TimeSpan span when format is null => span.ToString(@"hh\-mm\-ss", CultureInfo.InvariantCulture),
            IFormattable formattable => Format(formattable, format),
            IEnumerable items => string.Join(" ", items.Cast<object?>()),
            _ => value.ToString() ?? "",
        };
    }

    private static string Format(IFormattable value, string? format)
    {
        try
        {
            return value.ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            // The property of another platform can have the same name and another type.
            return value.ToString(null, CultureInfo.InvariantCulture);
        }
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    private sealed record Segment(string? Literal, string? Property, string? Format);
}
