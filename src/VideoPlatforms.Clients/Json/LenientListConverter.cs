using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VideoPlatforms.Clients.Json;

/// <summary>
/// Reads a list of records. An element that is not a record is read as null; a value that is not a list, or a list of other values,
/// is read as null.
/// </summary>
internal sealed class LenientListConverter<T> : JsonConverter<List<T?>?>
    where T : class
{
    public override List<T?>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        var converter = (JsonConverter<T>)((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T))).Converter;
        var records = new List<T?>();
        var others = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                records.Add(converter.Read(ref reader, typeof(T), options));
            }
            else
            {
                others += reader.TokenType == JsonTokenType.Null ? 0 : 1;
                reader.Skip();
                records.Add(null);
            }
        }

        return others > 0 && records.TrueForAll(record => record is null) ? null : records;
    }

    public override void Write(Utf8JsonWriter writer, List<T?>? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
