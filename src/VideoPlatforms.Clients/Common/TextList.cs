using System.Collections.ObjectModel;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Represents a list of strings. Its text form joins them with <c>;</c>, so that a CSV file contains all of them.</summary>
public sealed class TextList : ReadOnlyCollection<string>
{
    internal static readonly TextList None = new([]);

    internal TextList(IEnumerable<string> items)
        : base([.. items])
    {
    }

    /// <summary>Returns the strings, joined with <c>;</c>.</summary>
    public override string ToString() => string.Join(";", this);

    /// <summary>Splits a text at a separator. The parts are trimmed, and empty parts are removed.</summary>
    internal static TextList Split(string? text, char separator) =>
        string.IsNullOrWhiteSpace(text) ? None : new(text!.Split(separator).Select(part => part.Trim()).Where(part => part.Length > 0));
}
