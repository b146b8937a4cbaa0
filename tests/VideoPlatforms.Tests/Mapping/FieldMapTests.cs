using System.Globalization;
using System.Text.Json;

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

    private static readonly string[] UserFields = ["userId", "userName", "avatarUrl"];

    public FieldMapTests()
        : base(0)
    {
    }

    [Theory]
    [InlineData("000", Platform.Chanjing, typeof(ChanjingVideo))]
    [InlineData("001", Platform.Polyv, typeof(PolyvVideo))]
    [InlineData("002", Platform.PolyvLive, typeof(PolyvLivePlayback))]
    [InlineData("003", Platform.Qushipin, typeof(QushipinVideo))]
    [InlineData("004", Platform.DigitalPerson, typeof(DigitalPersonWork))]
    public async Task Each_field_sets_exactly_the_properties_of_its_row(string number, Platform platform, Type type)
    {
        var section = DocumentMap.Read().Documents.Single(section => section.Number == number);
        var client = ClientOf(platform);
        var empty = await ReadOneAsync("{}");
        foreach (var row in section.Responses)
        {
            foreach (var field in DocumentMap.Quoted(row[0]).Where(field => field != "user"))
            {
                var changed = new HashSet<string>();
                foreach (var value in Values)
                {
                    var json = $$"""{"{{field}}":{{value}}}""";
                    if (await ReadOneAsync(number == "003" && UserFields.Contains(field) ? $$"""{"user":{{json}}}""" : json) is { } found)
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
            Response(ListCallOf(platform), Page(platform, json));
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

    private static string Page(Platform platform, string item) => JsonSerializer.Serialize(platform switch
    {
        Platform.Chanjing => new { code = 0, data = new { List = Items(item) } },
        Platform.Qushipin => new { code = "200", data = new { videoList = Items(item) } },
        Platform.DigitalPerson => new { code = 200, data = new { content = Items(item) } },
        _ => (object)new { code = 200, status = "success", data = new { contents = Items(item) } },
    });

    private static JsonElement[] Items(string item) => [JsonDocument.Parse(item).RootElement];
}
