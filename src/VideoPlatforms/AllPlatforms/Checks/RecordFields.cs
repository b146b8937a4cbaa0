using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using VideoPlatforms.Clients.Json;

namespace VideoPlatforms.AllPlatforms.Checks;

/// <summary>Represents how the fields of the records of a list differ from the documented ones.</summary>
/// <param name="Missing">The documented fields that no record contains.</param>
/// <param name="Unlisted">The fields that no document lists.</param>
internal sealed record RecordFields(IReadOnlyList<string> Missing, IReadOnlyList<string> Unlisted)
{
    /// <summary>The maximum number of names of each kind.</summary>
    public const int MaxNames = 20;

    /// <summary>Compares the records of a response with the class that they are read as.</summary>
    /// <param name="json">The response.</param>
    /// <param name="type">The class, whose properties have the names of the documented fields.</param>
    public static RecordFields Compare(byte[] json, Type type)
    {
        using var document = JsonDocument.Parse(json, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in Records(document.RootElement))
        {
            Collect(record, type, "", found);
        }

        var documented = Documented(type, "").ToList();
        return new(
            [.. documented.Where(field => !field.IsOptional && !field.Names.Any(found.Contains)).Select(field => field.Names[0]).Take(MaxNames)],
            [.. found.Except(documented.SelectMany(field => field.Names)).OrderBy(name => name, StringComparer.Ordinal).Take(MaxNames)]);
    }

    // In every document, data is the page, and the only list of objects in it contains the records.
    private static IEnumerable<JsonElement> Records(JsonElement response)
    {
        if (response.ValueKind != JsonValueKind.Object || !response.TryGetProperty("data", out var page) || page.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return page.EnumerateObject()
            .Select(member => member.Value)
            .Where(value => value.ValueKind == JsonValueKind.Array)
            .Select(list => list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).ToList())
            .FirstOrDefault(records => records.Count > 0) ?? [];
    }

    private static void Collect(JsonElement record, Type type, string prefix, HashSet<string> found)
    {
        foreach (var member in record.EnumerateObject())
        {
            found.Add(prefix + member.Name);
            if (member.Value.ValueKind == JsonValueKind.Object && PropertyOf(type, member.Name) is { } property && Documented(property.PropertyType, "").Any())
            {
                Collect(member.Value, property.PropertyType, $"{prefix}{member.Name}.", found);
            }
        }
    }

    private static IEnumerable<(string[] Names, bool IsOptional)> Documented(Type type, string prefix)
    {
        var properties = type.GetProperties().Where(property => NameOf(property) is not null).ToList();
        foreach (var property in properties.Where(property => property.GetCustomAttribute<SpellingOfAttribute>() is null))
        {
            var name = NameOf(property)!;
            var spellings = properties.Where(other => other.GetCustomAttribute<SpellingOfAttribute>()?.Name == name).Select(other => prefix + NameOf(other));
            yield return ([prefix + name, .. spellings], property.GetCustomAttribute<NotInListsAttribute>() is not null);
            foreach (var inner in Documented(property.PropertyType, $"{prefix}{name}."))
            {
                yield return inner;
            }
        }
    }

    private static PropertyInfo? PropertyOf(Type type, string name) => type.GetProperties().FirstOrDefault(property => NameOf(property) == name);

    private static string? NameOf(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name;
}
