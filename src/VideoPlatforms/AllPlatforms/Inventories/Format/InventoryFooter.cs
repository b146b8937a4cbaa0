using System.Text.Json;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>The last line of an inventory in JSON Lines.</summary>
/// <param name="Count">The number of videos.</param>
/// <param name="IsComplete">Whether the inventory contains all videos of its sessions; null if it is unknown.</param>
/// <param name="Sessions">The sessions.</param>
internal sealed record InventoryFooter(long Count, bool? IsComplete, IReadOnlyList<InventoryFooter.SessionCount> Sessions)
{
    /// <summary>Writes a footer.</summary>
    public static void Write(Utf8JsonWriter writer, InventoryFooter footer)
    {
        writer.WriteStartObject();
        writer.WriteNumber(nameof(Count), footer.Count);
        WriteFlag(writer, footer.IsComplete);
        writer.WriteStartArray(nameof(Sessions));
        foreach (var session in footer.Sessions)
        {
            writer.WriteStartObject();
            if (session.Session is { } text)
            {
                writer.WriteString("Session", text);
            }

            writer.WriteNumber(nameof(Count), session.Count);
            WriteFlag(writer, session.IsComplete);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads a footer; null if the line is none.</summary>
    public static InventoryFooter? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && !root.TryGetProperty("Platform", out _)
                && root.TryGetProperty(nameof(Count), out var number) && number.TryGetInt64(out var count)
                && root.TryGetProperty(nameof(Sessions), out var sessions)
                    ? new(count, ReadFlag(root), [.. sessions.EnumerateArray().Select(ReadSession)])
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static SessionCount ReadSession(JsonElement entry) =>
        new(
            entry.TryGetProperty("Session", out var session) ? session.GetString() : null,
            entry.TryGetProperty(nameof(Count), out var count) && count.TryGetInt64(out var number) ? number : 0,
            ReadFlag(entry));

    private static bool? ReadFlag(JsonElement entry) =>
        entry.TryGetProperty(nameof(IsComplete), out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False ? flag.GetBoolean() : null;

    private static void WriteFlag(Utf8JsonWriter writer, bool? flag)
    {
        if (flag is { } value)
        {
            writer.WriteBoolean(nameof(IsComplete), value);
        }
        else
        {
            writer.WriteNull(nameof(IsComplete));
        }
    }

    /// <summary>The number of videos of a session.</summary>
    /// <param name="Session">The text of the session; null for videos without a session.</param>
    /// <param name="Count">The number of videos.</param>
    /// <param name="IsComplete">Whether these are all videos of the session; null if it is unknown.</param>
    internal sealed record SessionCount(string? Session, long Count, bool? IsComplete);
}
