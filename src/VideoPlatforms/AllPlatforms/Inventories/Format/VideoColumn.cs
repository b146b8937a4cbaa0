using System.Text;
using System.Text.Json;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>A column of an inventory: a property that the videos of one or more platforms have.</summary>
internal sealed class VideoColumn
{
    /// <summary>Initializes the column.</summary>
    public VideoColumn(string name, int index)
    {
        Name = name;
        Index = index;
        Utf8Name = Encoding.UTF8.GetBytes(name);
        JsonName = JsonEncodedText.Encode(name);
    }

    /// <summary>Gets the name of the property.</summary>
    public string Name { get; }

    /// <summary>Gets the position among all columns.</summary>
    public int Index { get; }

    /// <summary>Gets the name in UTF-8.</summary>
    public byte[] Utf8Name { get; }

    /// <summary>Gets the name as JSON.</summary>
    public JsonEncodedText JsonName { get; }

    /// <summary>Gets a value indicating whether the values are addresses.</summary>
    public bool IsAddress => Name.EndsWith("Url", StringComparison.Ordinal) || Name.EndsWith("Urls", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
