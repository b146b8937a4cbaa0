using System.Text.Json;
using VideoPlatforms.Clients.Json;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>The fields that no document lists.</summary>
internal sealed class AdditionalDataProperty(VideoColumn column) : VideoProperty(column)
{
    /// <inheritdoc/>
    public override object? Get(PlatformVideo video) => video.GetAdditionalData() is { Count: > 0 } fields ? PlainJson.ToText(fields) : null;

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, PlatformVideo video)
    {
        if (video.GetAdditionalData() is { Count: > 0 } fields)
        {
            writer.WritePropertyName(Column.JsonName);
            PlainJson.Write(writer, fields);
        }
    }

    /// <inheritdoc/>
    public override void WriteCsv(CsvRowWriter row, PlatformVideo video) => row.Write((string?)Get(video));

    /// <inheritdoc/>
    public override bool TryWriteJson(Utf8JsonWriter writer, string cell)
    {
        if (!TryParse(cell, out var fields))
        {
            return false;
        }

        writer.WriteStartObject(Column.JsonName);
        foreach (var field in (Dictionary<string, JsonElement>)fields!)
        {
            writer.WritePropertyName(field.Key);
            field.Value.WriteTo(writer);
        }

        writer.WriteEndObject();
        return true;
    }

    /// <inheritdoc/>
    public override bool TryConvert(object json, out object? value) =>
        (value = json is JsonElement { ValueKind: JsonValueKind.Object } fields ? Fields(fields) : null) is not null;

    /// <inheritdoc/>
    public override bool TryParse(string cell, out object? value)
    {
        try
        {
            using var document = JsonDocument.Parse(cell);
            return TryConvert(document.RootElement.Clone(), out value);
        }
        catch (JsonException)
        {
            value = null;
            return false;
        }
    }

    private static Dictionary<string, JsonElement> Fields(JsonElement fields)
    {
        var read = new Dictionary<string, JsonElement>();
        foreach (var field in fields.EnumerateObject())
        {
            read[field.Name] = field.Value;
        }

        return read;
    }
}
