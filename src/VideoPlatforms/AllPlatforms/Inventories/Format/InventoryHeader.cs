using System.Text.Json;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Deserialization;
using VideoPlatforms.Clients.Registry;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>The first line of an inventory in JSON Lines.</summary>
/// <param name="Version">The version of the format.</param>
/// <param name="Sessions">The sessions by their text.</param>
internal sealed record InventoryHeader(long Version, IReadOnlyDictionary<string, VideoPlatformSession> Sessions)
{
    /// <summary>The version that is written, and the latest one that can be read.</summary>
    public const long CurrentVersion = 1;

    private const string FormatName = "VideoPlatformInventory";

    /// <summary>Writes a header.</summary>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset createdAt, IEnumerable<VideoPlatformSession> sessions)
    {
        writer.WriteStartObject();
        writer.WriteString("Format", FormatName);
        writer.WriteNumber(nameof(Version), CurrentVersion);
        writer.WriteString("CreatedAt", createdAt);
        writer.WriteStartArray(nameof(Sessions));
        foreach (var session in sessions)
        {
            writer.WriteStartObject();
            writer.WriteString("Session", session.ToString());
            writer.WriteString("Platform", session.Platform.ToString());
            writer.WriteString("Name", session.Reference.Name);
            if (session is { Account: { } account, BaseUri: { } server })
            {
                writer.WriteString("Account", account);
                writer.WriteString("BaseUri", server.AbsoluteUri);
                writer.WriteString("ConnectedAt", session.ConnectedAt);
                if (session.ExpiresAt is { } expiresAt)
                {
                    writer.WriteString("ExpiresAt", expiresAt);
                }
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads a header; null if the line is none.</summary>
    public static InventoryHeader? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("Format", out var format) && format.ValueKind == JsonValueKind.String && format.GetString() == FormatName
                && root.TryGetProperty(nameof(Version), out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var version) && version > 0
                    ? new(version, ReadSessions(root))
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Dictionary<string, VideoPlatformSession> ReadSessions(JsonElement root)
    {
        var sessions = new Dictionary<string, VideoPlatformSession>(StringComparer.Ordinal);
        if (root.TryGetProperty(nameof(Sessions), out var entries) && entries.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in entries.EnumerateArray())
            {
                if (Text(entry, "Session") is { } text && Text(entry, "Platform") is { } name && PlatformRegistry.Find(name) is { } platform)
                {
                    sessions[text] = SessionReader.Read(new(property => Text(entry, property))) ?? new(platform, SessionReference.Parse(text));
                }
            }
        }

        return sessions;
    }

    private static string? Text(JsonElement entry, string property) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
