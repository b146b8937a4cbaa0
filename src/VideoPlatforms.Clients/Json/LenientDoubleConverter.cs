using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoPlatforms.Clients.Json;

/// <summary>Reads a number with or without quotes. Any other value, such as an empty string or an object, is read as null.</summary>
internal sealed class LenientDoubleConverter : JsonConverter<double?>
{
    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadDouble(ref reader);

    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options) => throw new NotSupportedException();

    internal static double? ReadDouble(ref Utf8JsonReader reader)
    {
        double number = 0;
        var read = false;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                read = reader.TryGetDouble(out number);
                break;
            case JsonTokenType.String:
                read = double.TryParse(JsonText.Read(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
                break;
            default:
                reader.Skip();
                break;
        }

        return read && !double.IsNaN(number) && !double.IsInfinity(number) ? number : null;
    }
}
