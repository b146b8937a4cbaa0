using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VideoPlatforms.Clients.Json;

/// <summary>Reads an object. Any other value is read as null, because failed calls return <c>"data": ""</c> instead of an object.</summary>
internal sealed class LenientObjectConverter<T> : JsonConverter<T?>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            var shape = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
            var start = reader;
            try
            {
                return ((JsonConverter<T>)shape.Converter).Read(ref reader, typeof(T), options);
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                // Deserializes the text again, because the serializer adds the position of the error to the exception.
                reader = start;
                return JsonSerializer.Deserialize(ref reader, shape);
            }
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, (JsonTypeInfo<T?>)options.GetTypeInfo(typeof(T)));
}
