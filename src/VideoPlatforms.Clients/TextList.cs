using System.Collections;

namespace VideoPlatforms;

/// <summary>A list of strings that prints joined by <c>;</c>, so that it survives a CSV.</summary>
public sealed class TextList : IReadOnlyList<string>
{
    private static readonly TextList Empty = new([]);
    private readonly string[] _items;

    internal TextList(IEnumerable<string> items) => _items = [.. items];

    /// <summary>How many there are.</summary>
    public int Count => _items.Length;

    /// <summary>One of them, from 0.</summary>
    public string this[int index] => _items[index];

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>All of them, joined by <c>;</c>.</summary>
    public override string ToString() => string.Join(";", _items);

    /// <summary>The parts of a text between separators, trimmed; blank ones are none.</summary>
    internal static TextList Split(string? text, char separator) =>
        string.IsNullOrWhiteSpace(text) ? Empty : new(text!.Split(separator).Select(part => part.Trim()).Where(part => part.Length > 0));
}
