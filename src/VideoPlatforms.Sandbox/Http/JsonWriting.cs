using System.Text.Json;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Provides extension methods for Utf8JsonWriter.</summary>
internal static class JsonWriting
{
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
