using System.Text.Json;
using VideoPlatforms.Clients.Json;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>
/// A list as a CSV cell: its items joined by <c>;</c>. A list whose items could not be read back from that is a JSON array.
/// </summary>
internal static class ListText
{
    private const char Separator = ';';
    private const char ArrayStart = '[';

    /// <summary>Joins the items.</summary>
    public static string Join(TextList items) =>
        items[0].Length > 0 && items[0][0] == ArrayStart || items.Any(item => item.Length == 0 || item.IndexOf(Separator) >= 0 || item.Trim().Length != item.Length)
            ? PlainJson.ToText(items)
            : items.ToString();

    /// <summary>Returns the items.</summary>
    public static TextList Split(string text) => text.Length > 0 && text[0] == ArrayStart && ReadArray(text) is { } items ? items : TextList.Split(text, Separator);

    private static TextList? ReadArray(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                ? new(document.RootElement.EnumerateArray().Select(item => item.GetString()!))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
