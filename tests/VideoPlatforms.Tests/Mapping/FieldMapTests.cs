using System.Globalization;

namespace VideoPlatforms.Tests.Mapping;

/// <summary>
/// Returns each field of each table alone, with values of every kind, and determines the properties that it sets: exactly those in
/// docs/documents.md.
/// </summary>
public sealed class FieldMapTests : PlatformTest
{
    private static readonly string[] Values =
    [
        "\"Y\"", "\"fail\"", "\"SUCCESS\"", "\"60\"", "30", "1", "1600000000", "1600000000000", "\"20200609100810\"", "\"2020-06-09 10:08:10\"",
        "\"00:00:56\"", "[\"a\"]", "\"[\\\"a\\\"]\"",
    ];

    public FieldMapTests()
        : base(0)
    {
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Each_field_sets_exactly_the_properties_of_its_row(Platform platform)
    {
        var sample = PlatformSamples.Of(platform);
        var type = sample.Description.VideoType;
        var section = DocumentMap.Read().Documents.Single(section => section.Number == sample.Description.Document);
        string[] values = [.. Values, .. section.States.SelectMany(row => DocumentMap.Quoted(row[0])).Select(status => $"\"{status}\"").Except(Values)];
        var client = ClientOf(platform);
        var empty = await ReadOneAsync("{}");
        foreach (var row in section.Responses)
        {
            foreach (var field in DocumentMap.Quoted(row[0]).Where(field => !sample.NestedFields.Values.Contains(field)))
            {
                var changed = new HashSet<string>();
                foreach (var value in values)
                {
                    var json = $$"""{"{{field}}":{{value}}}""";
                    if (await ReadOneAsync(sample.NestedFields.TryGetValue(field, out var parent) ? $$"""{"{{parent}}":{{json}}}""" : json) is { } found)
                    {
                        changed.UnionWith(found.Where(pair => empty![pair.Key] != pair.Value).Select(pair => pair.Key));
                    }
                }

                var named = DocumentMap.Quoted(row[1]).Where(mention => mention.StartsWith(type.Name + ".", StringComparison.Ordinal)).Select(mention => mention.Split('.')[1]);
                Assert.True(changed.SetEquals(named), $"{field}: {string.Join(", ", changed.Order())} instead of {string.Join(", ", named)}");
            }
        }

        // A row can name one of several status fields.
        foreach (var row in section.States)
        {
            var field = row[0].StartsWith('`') ? "status" : row[0].Split(' ')[0];
            foreach (var status in DocumentMap.Quoted(row[0]))
            {
                var found = await ReadOneAsync($$"""{"{{field}}":"{{status}}"}""");
                Assert.Equal((status, DocumentMap.Quoted(row[1]).Single()), (status, found![nameof(PlatformVideo.State)]));
            }
        }

        // Null if the value is not valid for the field.
        async Task<Dictionary<string, string?>?> ReadOneAsync(string json)
        {
            Sandbox.Faults.Clear();
            Response(ListCallOf(platform), sample.Page($"[{json}]", total: 1));
            try
            {
                var video = Assert.Single(await ReadAnyAsync(client, new() { First = 1 }));
                Assert.IsType(type, video);
                return type.GetProperties().ToDictionary(property => property.Name, property => Convert.ToString(property.GetValue(video), CultureInfo.InvariantCulture));
            }
            catch (PlatformException failure) when (failure.Reason == "UnexpectedResponse")
            {
                return null;
            }
        }
    }
}
