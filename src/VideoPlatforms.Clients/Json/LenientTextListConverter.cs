using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoPlatforms.Clients.Json;

/// <summary>Reads a list of strings. A single string is read as a list with one item, an empty string as an empty list.</summary>
internal sealed class LenientTextListConverter : JsonConverter<TextList?>
{
    public override TextList? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(ReadItems(ref reader));

    public override void Write(Utf8JsonWriter writer, TextList? value, JsonSerializerOptions options) => throw new NotSupportedException();

    /// <summary>Returns the strings that are not white space.</summary>
    internal static List<string> ReadItems(ref Utf8JsonReader reader)
    {
        var items = new List<string>();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Add(items, JsonText.Read(ref reader));
            return items;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Add(items, JsonText.Read(ref reader));
        }

        return items;
    }

    private static void Add(List<string> items, string? item)
    {
        if (!string.IsNullOrWhiteSpace(item))
        {
            items.Add(item!);
        }
    }
}
