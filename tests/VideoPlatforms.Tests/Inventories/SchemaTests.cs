using System.Text.Json;
using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Inventories;

/// <summary>Compares docs/inventory.schema.json with the code. Inventories.Tests.ps1 validates whole inventories.</summary>
public sealed class SchemaTests : InventoryTest
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "inventory.schema.json"))).RootElement;

    private static readonly Dictionary<Type, string> Types = new()
    {
        [typeof(string)] = "string",
        [typeof(long?)] = "integer",
        [typeof(double?)] = "number",
        [typeof(bool?)] = "boolean",
        [typeof(DateTimeOffset?)] = "time",
        [typeof(TimeSpan?)] = "duration",
        [typeof(TextList)] = "list",
        [typeof(Platform)] = "const",
        [typeof(VideoState)] = "state",
        [typeof(VideoPlatformSession)] = "session",
    };

    public static TheoryData<Platform> All => [.. Enum.GetValues<Platform>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Schema_lists_the_properties_of_every_platform(Platform platform)
    {
        var video = Definition($"{platform}");

        Assert.Equal(VideoColumns.Of(platform).Properties.Select(property => property.Column.Name), PropertiesOf(video).Keys);
        Assert.Equal($"{platform}", PropertiesOf(video)["Platform"].GetProperty("const").GetString());
        Assert.False(video.GetProperty("additionalProperties").GetBoolean());
        Assert.All(
            VideoColumns.Of(platform).Description.VideoType.GetProperties(),
            property => Assert.Equal(Types[property.PropertyType], TypeOf(PropertiesOf(video)[property.Name])));
    }

    [Fact]
    public void Schema_lists_the_lines_and_words()
    {
        Assert.Equal(
            ["header", .. Enum.GetNames<Platform>(), "footer"],
            Schema.GetProperty("oneOf").EnumerateArray().Select(line => line.GetProperty("$ref").GetString()!["#/$defs/".Length..]));
        Assert.Equal(Enum.GetNames<VideoState>(), Definition("state").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
    }

    [Fact]
    public async Task Header_and_footer_have_the_properties_of_the_schema()
    {
        ConnectAll();
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 400, Times = 1 });
        await ExportAsync("a.jsonl");
        var lines = (await File.ReadAllLinesAsync(PathOf("a.jsonl"))).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        AssertProperties(lines[0], Definition("header"));
        AssertProperties(lines[^1], Definition("footer"));
        AssertSessions(lines[0], Definition("header"));
        AssertSessions(lines[^1], Definition("footer"));
    }

    private static void AssertProperties(JsonElement line, JsonElement definition)
    {
        Assert.Equal(PropertiesOf(definition).Keys, line.EnumerateObject().Select(property => property.Name));
        Assert.Equal(PropertiesOf(definition).Keys, definition.GetProperty("required").EnumerateArray().Select(name => name.GetString()!));
    }

    // The sessions of the tests have no token that expires.
    private static void AssertSessions(JsonElement line, JsonElement definition) =>
        Assert.Equal(
            PropertiesOf(PropertiesOf(definition)["Sessions"].GetProperty("items")).Keys.Except(["ExpiresAt"]).Order(StringComparer.Ordinal),
            line.GetProperty("Sessions").EnumerateArray().SelectMany(session => session.EnumerateObject()).Select(property => property.Name).Distinct().Order(StringComparer.Ordinal));

    private static JsonElement Definition(string name) => Schema.GetProperty("$defs").GetProperty(name);

    private static Dictionary<string, JsonElement> PropertiesOf(JsonElement definition) =>
        definition.GetProperty("properties").EnumerateObject().ToDictionary(property => property.Name, property => property.Value);

    private static string TypeOf(JsonElement property) =>
        property.TryGetProperty("type", out var type) ? type.GetString()!
        : property.TryGetProperty("$ref", out var reference) ? reference.GetString()!["#/$defs/".Length..]
        : "const";
}
