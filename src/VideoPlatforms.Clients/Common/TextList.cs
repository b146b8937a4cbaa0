using System.Collections.ObjectModel;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>A list of strings that prints joined by <c>;</c>, so that it survives a CSV.</summary>
public sealed class TextList : ReadOnlyCollection<string>
{
    internal static readonly TextList None = new([]);

    internal TextList(IEnumerable<string> items)
        : base([.. items])
    {
    }

    /// <summary>All of them, joined by <c>;</c>.</summary>
    public override string ToString() => string.Join(";", this);

    /// <summary>The parts of a text between separators, trimmed; blank ones are none.</summary>
    internal static TextList Split(string? text, char separator) =>
        string.IsNullOrWhiteSpace(text) ? None : new(text!.Split(separator).Select(part => part.Trim()).Where(part => part.Length > 0));
}
