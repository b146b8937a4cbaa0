using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoPlatforms.Clients.Json;

/// <summary>A list of strings; a single string is a list of one, an empty one is none.</summary>
internal sealed class LenientTextListConverter : JsonConverter<TextList?>
{
    public override TextList? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(ReadItems(ref reader));

    public override void Write(Utf8JsonWriter writer, TextList? value, JsonSerializerOptions options) => throw new NotSupportedException();

    /// <summary>The texts that stand there, without blank ones.</summary>
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
