using System.Text.Json;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Json;
using VideoPlatforms.Clients.Registry;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>Reads videos from lines of JSON.</summary>
/// <param name="sessions">The sessions of the inventory.</param>
internal sealed class JsonVideoReader(SessionTable sessions)
{
    private readonly VideoValues _values = new();

    /// <summary>Reads a video; null if the line contains none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="problem">What is wrong with the line.</param>
    public PlatformVideo? Read(ReadOnlySpan<byte> line, out string? problem)
    {
        _values.Clear();
        try
        {
            ReadValues(line);
        }
        catch (JsonException)
        {
            problem = CommandMessages.LineNotJson;
            return null;
        }

        if (_values[VideoColumns.Platform] is not string name || PlatformRegistry.Find(name) is not { } platform)
        {
            problem = CommandMessages.ValueUnreadable.With(VideoColumns.Platform, _values[VideoColumns.Platform]);
            return null;
        }

        var shape = VideoColumns.Of(platform);
        foreach (var property in shape.Properties)
        {
            if (_values[property.Column] is { } json)
            {
                if (!property.TryConvert(json, out var value))
                {
                    problem = CommandMessages.ValueUnreadable.With(property.Column, json);
                    return null;
                }

                _values[property.Column] = value;
            }
        }

        if (_values[VideoColumns.Session] is string session)
        {
            _values[VideoColumns.Session] = sessions.Find(platform, session);
        }

        problem = null;
        return _values.Create(shape);
    }

    private void ReadValues(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        var next = 0;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = VideoColumns.Find(reader.ValueSpan, next);
            reader.Read();
            if (column is null)
            {
                reader.Skip();
                continue;
            }

            _values[column] = ReadValue(ref reader);
            next = column.Index + 1;
        }

        if (reader.Read())
        {
            throw new JsonException();
        }
    }

    private static object? ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True:
            case JsonTokenType.False:
                return reader.GetBoolean();
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var whole) ? (object)whole : reader.GetDouble();
            case JsonTokenType.String:
                return JsonText.Read(ref reader);
            case JsonTokenType.StartArray:
                return ReadItems(ref reader);
            default:
                return JsonElement.ParseValue(ref reader);
        }
    }

    private static List<string> ReadItems(ref Utf8JsonReader reader)
    {
        var items = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(JsonText.Read(ref reader) ?? "");
        }

        return items;
    }
}
