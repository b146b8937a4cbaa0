using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoPlatforms.Clients.Json;

/// <summary>A number in quotes is a number; anything else, such as an empty string or an object, reads as null.</summary>
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

        // 12.0 is twelve; 12.5 is no whole number of anything. A double holds whole numbers up to 2^53 only.
        var number = LenientDoubleConverter.ReadDouble(ref reader);
        return number is { } value && Math.Abs(value) <= 1L << 53 && Math.Floor(value).Equals(value) ? (long)value : null;
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
