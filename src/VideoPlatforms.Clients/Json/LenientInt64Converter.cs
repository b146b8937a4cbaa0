using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoPlatforms.Clients.Json;

/// <summary>Reads an integer with or without quotes. Any other value, such as an empty string or an object, is read as null.</summary>
internal sealed class LenientInt64Converter : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var whole))
        {
            return whole;
        }

        if (reader.TokenType == JsonTokenType.String && long.TryParse(JsonText.Read(ref reader), NumberStyles.Integer, CultureInfo.InvariantCulture, out whole))
        {
            return whole;
        }

        // 12.0 is read as 12; 12.5 is not an integer. A double represents integers exactly only up to 2^53.
        var number = LenientDoubleConverter.ReadDouble(ref reader);
        return number is { } value && Math.Abs(value) <= 1L << 53 && Math.Floor(value).Equals(value) ? (long)value : null;
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
