using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoPlatforms.Clients.Json;

/// <summary>Reads tags separated by commas, as documented, or an array of tags.</summary>
internal sealed class LenientTagsConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartArray ? string.Join(",", LenientTextListConverter.ReadItems(ref reader)) : JsonText.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
