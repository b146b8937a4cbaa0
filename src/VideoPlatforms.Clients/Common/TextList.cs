using System.Collections.ObjectModel;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Represents a list of strings. Its text form joins them with <c>;</c>, so that a CSV file contains all of them.</summary>
public sealed class TextList : ReadOnlyCollection<string>
{
    internal static readonly TextList None = new([]);

    private string? _text;

    internal TextList(IEnumerable<string> items)
        : base([.. items])
    {
    }

    /// <summary>Returns the strings, joined with <c>;</c>.</summary>
    public override string ToString() => Count == 1 ? this[0] : _text ??= string.Join(";", this);

    /// <summary>Splits a text at a separator. The parts are trimmed, and empty parts are removed.</summary>
    internal static TextList Split(string? text, char separator)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return None;
        }

        var parts = new List<string>();
        for (int start = 0, end; start <= text!.Length; start = end + 1)
        {
            end = text.IndexOf(separator, start);
            end = end < 0 ? text.Length : end;
            var part = text.Substring(start, end - start).Trim();
            if (part.Length > 0)
            {
                parts.Add(part);
            }
        }

        return new(parts);
    }
}
