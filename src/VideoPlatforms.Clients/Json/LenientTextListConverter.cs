using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoPlatforms.Clients.Json;

/// <summary>A list of strings; a single string is a list of one, an empty one is none.</summary>
internal sealed class LenientTextListConverter : JsonConverter<TextList?>
{
    private static readonly LenientStringConverter Text = new();

    public override TextList? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var items = new List<string>();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Add(Text.Read(ref reader, typeof(string), options));
            return new(items);
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                Add(Text.Read(ref reader, typeof(string), options));
            }
        }

        return new(items);

        void Add(string? item)
        {
            if (!string.IsNullOrWhiteSpace(item))
            {
                items.Add(item!);
            }
        }
    }

    public override void Write(Utf8JsonWriter writer, TextList? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
