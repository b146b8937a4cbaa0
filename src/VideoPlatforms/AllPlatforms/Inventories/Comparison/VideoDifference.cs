using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.Clients.Json;

namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>Compares the properties of two videos.</summary>
internal static class VideoDifference
{
    /// <summary>Returns one change per property that differs. What a partial video does not contain is not compared.</summary>
    public static IEnumerable<InventoryChange> Find(
        (PlatformVideo Video, bool IsPartial) reference, (PlatformVideo Video, bool IsPartial) difference, ComparedProperties properties)
    {
        foreach (var property in VideoColumns.Of(difference.Video.Platform).Properties)
        {
            if (!properties.Includes(property.Column))
            {
                continue;
            }

            var (before, after) = (property.Get(reference.Video), property.Get(difference.Video));
            if (!(reference.IsPartial && IsMissing(before)) && !(difference.IsPartial && IsMissing(after))
                && !AreEqual(property.Column, before, after, reference.Video, difference.Video, properties))
            {
                yield return new(InventoryChangeKind.Changed, difference.Video, property.Column.Name, before, after);
            }
        }
    }

    private static bool IsMissing(object? value) => value is null or VideoState.Unknown or TextList { Count: 0 };

    private static bool AreEqual(VideoColumn column, object? before, object? after, PlatformVideo reference, PlatformVideo difference, ComparedProperties properties)
    {
        var withoutQuery = !properties.IncludesQuery(column);
        if (column == VideoColumns.AdditionalData && withoutQuery)
        {
            return Equals(WithoutQueries(reference.GetAdditionalData()), WithoutQueries(difference.GetAdditionalData()));
        }

        return (before, after) switch
        {
            (TextList one, TextList other) => one.Select(Text).SequenceEqual(other.Select(Text)),

            // A CSV that a spreadsheet program saved does not distinguish empty text from no value.
            (null or string, null or string) => Text((string?)before) == Text((string?)after),
            _ => Equals(before, after),
        };

        string Text(string? value) => column.IsAddress && withoutQuery ? AddressText.WithoutQuery(value ?? "") : value ?? "";
    }

    private static string WithoutQueries(IReadOnlyDictionary<string, object?> fields) => PlainJson.ToText(WithoutQuery(fields));

    private static object? WithoutQuery(object? value) => value switch
    {
        string text when AddressText.IsAddress(text) => AddressText.WithoutQuery(text),
        IReadOnlyDictionary<string, object?> fields => fields.OrderBy(field => field.Key, StringComparer.Ordinal).ToDictionary(field => field.Key, field => WithoutQuery(field.Value)),
        object?[] items => items.Select(WithoutQuery).ToArray(),
        _ => value,
    };
}
