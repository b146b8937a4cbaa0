using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoPlatforms.Clients.Json;

/// <summary>
/// Reads a string with or without quotes: <c>61</c> as <c>"61"</c>, <c>true</c> as <c>"true"</c>, an object or array as its JSON.
/// An unexpected value does not affect the other fields.
/// </summary>
internal sealed class LenientStringConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonText.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
