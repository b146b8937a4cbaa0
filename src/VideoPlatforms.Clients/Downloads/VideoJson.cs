using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VideoPlatforms.Clients.Json;

namespace VideoPlatforms.Clients.Downloads;

/// <summary>Writes a video as JSON: every property, and the fields that no document lists.</summary>
internal static class VideoJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns the JSON. It does not depend on the culture.</summary>
    public static string Write(PlatformVideo video)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            foreach (var property in video.GetType().GetProperties())
            {
                json.WritePropertyName(property.Name);
                PlainJson.Write(json, property.GetValue(video));
            }

            json.WritePropertyName("AdditionalData");
            PlainJson.Write(json, video.GetAdditionalData());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()).Replace("\r\n", "\n") + "\n";
    }
}
