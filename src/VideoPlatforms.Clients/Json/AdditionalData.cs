using System.Text.Json;

namespace VideoPlatforms.Clients.Json;

/// <summary>Converts fields that the documents do not list to plain values, so that no JSON types appear in the output.</summary>
internal static class AdditionalData
{
    private static readonly Dictionary<string, object?> None = [];

    /// <summary>Returns the unlisted fields as plain values.</summary>
    public static IReadOnlyDictionary<string, object?> ToPlain(Dictionary<string, JsonElement>? fields) =>
        fields is null ? None : fields.ToDictionary(field => field.Key, field => ToPlain(field.Value));

    private static object? ToPlain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => JsonText.Read(element),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(ToPlain).ToArray(),
        JsonValueKind.Object => element.EnumerateObject().GroupBy(field => field.Name).ToDictionary(same => same.Key, same => ToPlain(same.Last().Value)),
        _ => null,
    };
}
