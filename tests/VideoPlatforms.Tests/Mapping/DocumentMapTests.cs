using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Tests.Mapping;

/// <summary>Compares docs/documents.md with the vendors' documents and with the code, in both directions.</summary>
public sealed partial class DocumentMapTests
{
    private static readonly DocumentMap Map = DocumentMap.Read();

    private static readonly IReadOnlyDictionary<string, PlatformSample> Samples =
        new SortedDictionary<string, PlatformSample>(PlatformSamples.All.ToDictionary(sample => sample.Description.Document), StringComparer.Ordinal);

    public static TheoryData<string> Numbers => [.. Samples.Keys];

    [Fact]
    public void Each_document_has_a_section() => Assert.Equal(Samples.Keys, Map.Documents.Select(section => section.Number!));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_documented_call_has_a_row(string number)
    {
        var published = Published(number).Calls;

        Assert.NotEmpty(published);
        Assert.Equal(Samples[number].DocumentedCalls, published.Count);
        var rows = DocumentMap.Section.Names(Section(number).Calls).Select(call => call.Split(' ')[1]).ToHashSet();
        Assert.Empty(published.Except(rows));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_documented_name_has_a_row(string number)
    {
        var published = Published(number);
        var (requests, responses) = (DocumentMap.Section.Names(Section(number).Requests), DocumentMap.Section.Names(Section(number).Responses));

        Assert.True(published.Names.Count > 10, $"{published.Names.Count} names");
        Assert.Empty(published.Names.Except(requests.Union(responses)));
        Assert.True(published.SampleFields.Count > 10, $"{published.SampleFields.Count} fields");
        Assert.Empty(published.SampleFields.Except(responses));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_row_is_a_name_in_the_document_or_the_code(string number)
    {
        var published = Published(number);
        var rows = DocumentMap.Section.Names(Section(number).Requests).Union(DocumentMap.Section.Names(Section(number).Responses));

        Assert.Empty(rows.Except(published.Names).Except(published.SampleFields).Except(FieldsRead(number)).Except(ParametersSent(number)));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_field_read_by_the_code_has_a_row(string number) =>
        Assert.Empty(FieldsRead(number).Except(DocumentMap.Section.Names(Section(number).Responses)));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Only_fields_read_by_the_code_have_a_property(string number)
    {
        var read = FieldsRead(number);

        foreach (var row in Section(number).Responses)
        {
            var names = DocumentMap.Quoted(row[0]).ToList();
            Assert.True(names.TrueForAll(read.Contains) == !row[1].StartsWith("not needed", StringComparison.Ordinal) || row[1] == "paging", $"{row[0]}: {row[1]}");
        }
    }

    [Fact]
    public void Every_row_has_a_description()
    {
        foreach (var row in Map.Documents.SelectMany(section => section.Calls.Concat(section.Requests).Concat(section.Responses)))
        {
            Assert.True(row.Length == 2 && row[0].StartsWith('`'), string.Join(" | ", row));
            Assert.True(
                DocumentMap.Quoted(row[1]).Any() || OtherDescription().IsMatch(row[1]),
                $"{row[0]}: {row[1]}");
        }
    }

    [Fact]
    public void Every_named_cmdlet_parameter_and_property_exists()
    {
        var types = typeof(PlatformVideo).Assembly.GetExportedTypes().ToDictionary(type => type.Name);
        var documented = PublishedDocument.All.SelectMany(document => document.Names.Concat(document.SampleFields)).ToHashSet();
        var checkedMentions = 0;
        foreach (var mention in Map.Mentions)
        {
            if (CmdletAndParameter().Match(mention) is { Success: true } cmdlet)
            {
                Assert.True(Cmdlets.ByName.TryGetValue(cmdlet.Groups["cmdlet"].Value, out var type), mention);
                Assert.True(!cmdlet.Groups["parameter"].Success || Cmdlets.ParametersOf(type).Contains(cmdlet.Groups["parameter"].Value), mention);
                checkedMentions++;
            }
            else if (TypeAndProperty().Match(mention) is { Success: true } property && !mention.Contains(' ', StringComparison.Ordinal))
            {
                var (name, member) = (property.Groups["type"].Value, property.Groups["member"].Value);
                Assert.True(
                    types.TryGetValue(name, out var type) ? type.GetProperty(member) is not null || type.GetMethod(member) is not null : IsError(mention),
                    mention);
                checkedMentions++;
            }
        }

        Assert.True(checkedMentions > 250, $"{checkedMentions} checked");

        static bool IsError(string mention) => Errors().Contains(mention);
    }

    [Fact]
    public void Every_property_of_every_video_is_named()
    {
        var named = Map.Mentions.ToHashSet();
        var everywhere = new[] { nameof(PlatformVideo.Platform), nameof(PlatformVideo.Session) };
        Assert.All(everywhere, name => Assert.Contains($"`{name}`", Map.Common.Text, StringComparison.Ordinal));

        var missing = from type in typeof(PlatformVideo).Assembly.GetExportedTypes()
                      where type.IsSubclassOf(typeof(PlatformVideo))
                      from property in type.GetProperties()
                      where !everywhere.Contains(property.Name)
                      let mention = $"{type.Name}.{property.Name}"
                      where !named.Contains(mention)
                      select mention;

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_parameter_of_every_cmdlet_is_named()
    {
        var named = Map.Mentions.ToHashSet();
        var common = Common();

        var missing = from cmdlet in Cmdlets.ByName
                      where !cmdlet.Key.Contains("VideoPlatform", StringComparison.Ordinal)
                      from parameter in Cmdlets.ParametersOf(cmdlet.Value)
                      where !common.Any(kind => kind.Cmdlets.Contains(cmdlet.Key) && kind.Parameters.Contains(parameter))
                      let mention = $"{cmdlet.Key} -{parameter}"
                      where !named.Contains(mention)
                      select mention;

        Assert.Empty(missing);
    }

    [Fact]
    public void Common_parameters_exist_in_every_cmdlet_of_their_kind()
    {
        var kinds = Common();
        var verbs = Cmdlets.ByName.Keys.Where(name => !name.Contains("VideoPlatform", StringComparison.Ordinal)).ToLookup(name => name.Split('-')[0]);
        var (connects, disconnects, lists) = (verbs["Connect"].Count(), verbs["Disconnect"].Count(), verbs["Get"].Count());
        var (waits, files, inventories) = (verbs["Wait"].Count(), verbs["Save"].Count() + verbs["Test"].Count(), Cmdlets.ByName.Keys.Count(name => name.EndsWith("-PlatformInventory", StringComparison.Ordinal)) + verbs["Measure"].Count());
        var reports = Cmdlets.ByName.Keys.Count(name => name.EndsWith("Report", StringComparison.Ordinal));
        Assert.Equal([PlatformSamples.All.Count, PlatformSamples.All.Count], [connects, disconnects]);
        Assert.Equal([connects, disconnects, lists, verbs.Sum(verb => verb.Count()) - connects - disconnects - lists - waits - files - inventories - reports, waits, files, inventories, reports], kinds.Select(kind => kind.Cmdlets.Count));

        foreach (var (cmdlets, parameters) in kinds)
        {
            foreach (var name in cmdlets)
            {
                var type = Cmdlets.ByName[name];
                var actual = Cmdlets.ParametersOf(type)
                    .Concat(Cmdlets.SupportsPaging(type) ? ["First", "Skip", "IncludeTotalCount"] : [])
                    .Concat(Cmdlets.SupportsShouldProcess(type) ? ["WhatIf", "Confirm"] : []);
                Assert.Empty(parameters.Except(actual));
            }
        }

        var all = kinds.SelectMany(kind => kind.Cmdlets).ToHashSet();
        Assert.Empty(Cmdlets.ByName.Keys.Where(name => !name.Contains("VideoPlatform", StringComparison.Ordinal)).Except(all));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_error_row_matches_the_error_map(string number)
    {
        var table = Samples[number].Description.Errors;
        var rows = Section(number).Errors.Select(row => (Code: Unquoted(row[0]), Message: Unquoted(row[1]), Error: Unquoted(row[2]))).ToList();

        foreach (var (code, message, error) in rows)
        {
            var found = table.Find(code, message == "any" ? "whatever" : message, 200);
            Assert.Equal(error, $"{Samples[number].Platform}.{found.Reason}");
        }

        Assert.Empty(table.Kinds.Select(kind => $"{Samples[number].Platform}.{kind.Reason}").Except(rows.Select(row => row.Error)));
        Assert.Empty(Published(number).Messages.Except(rows.Select(row => row.Message)));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_platform_specific_error_is_named(string number)
    {
        var kinds = Samples[number].Description.ErrorType
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<ErrorKind>();

        Assert.Empty(kinds.Select(kind => $"{Samples[number].Platform}.{kind.Reason}").Except(Map.Mentions));
    }

    [Fact]
    public void Every_state_is_a_VideoState()
    {
        foreach (var row in Map.Documents.SelectMany(section => section.States))
        {
            Assert.True(Enum.TryParse<VideoState>(Unquoted(row[1]), out _), row[1]);
        }
    }

    private static string Unquoted(string cell) => DocumentMap.Quoted(cell).FirstOrDefault() ?? cell;

    private static DocumentMap.Section Section(string number) => Map.Documents.Single(section => section.Number == number);

    private static PublishedDocument Published(string number) => PublishedDocument.All.Single(document => document.Number == number);

    private static HashSet<string> Errors() =>
    [
        .. from sample in Samples.Values
           from type in new[] { typeof(ErrorKind), sample.Description.ErrorType }
           from entry in type.GetFields(BindingFlags.Public | BindingFlags.Static)
           let kind = entry.GetValue(null) as ErrorKind
           where kind is not null
           select $"{sample.Platform}.{kind.Reason}",
    ];

    /// <summary>Every [JsonPropertyName] of the platform's classes, including those that it shares with another platform.</summary>
    private static HashSet<string> FieldsRead(string number) =>
    [
        .. from type in typeof(PlatformVideo).Assembly.GetTypes()
           where type.Namespace == Samples[number].Record.Namespace || Samples[number].SharedRecords.Contains(type)
           from property in type.GetProperties()
           let name = property.GetCustomAttribute<JsonPropertyNameAttribute>()
           where name is not null
           select name.Name,
    ];

    /// <summary>The parameters and headers that the code sends, including those that only other pages of the vendor document.</summary>
    private static IEnumerable<string> ParametersSent(string number) => Samples[number].Description.LoggableNames.Concat(Samples[number].UnloggedParameters);

    private static List<(List<string> Cmdlets, List<string> Parameters)> Common() =>
    [
        .. from row in Map.Common.Cmdlets
           let names = DocumentMap.Quoted(row[0])
           select (
               names.SelectMany(name => name.EndsWith('*') ? Cmdlets.ByName.Keys.Where(key => key.StartsWith(name[..^1], StringComparison.Ordinal)) : [name]).ToList(),
               DocumentMap.Quoted(row[1]).Select(parameter => parameter[1..]).ToList()),
    ];

    [GeneratedRegex("^(paging|signed|not needed: |contains the fields below$|kept in the session, never displayed$|success or failure, like the code$)")]
    private static partial Regex OtherDescription();

    [GeneratedRegex("^(?<cmdlet>[A-Z][a-z]+-[A-Z][A-Za-z]+)( -(?<parameter>[A-Za-z]+))?$")]
    private static partial Regex CmdletAndParameter();

    [GeneratedRegex(@"^(?<type>[A-Z][A-Za-z]+)\.(?<member>[A-Z][A-Za-z]+)(\(\))?$")]
    private static partial Regex TypeAndProperty();
}
