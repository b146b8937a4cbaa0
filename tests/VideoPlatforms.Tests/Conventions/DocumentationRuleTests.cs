using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using VideoPlatforms.Commands;
using VideoPlatforms.Sandbox;
using VideoPlatforms.Sandbox.Hosting;
using VideoPlatforms.Tests.Mapping;

namespace VideoPlatforms.Tests.Conventions;

/// <summary>Every cmdlet is documented, tested and served by the sandbox. Each test also shows that its rule detects a wrong cmdlet.</summary>
public sealed class DocumentationRuleTests
{
    private static readonly Assembly[] Assemblies = [typeof(AsyncCommand).Assembly, typeof(VideoPlatformSession).Assembly, typeof(SandboxServer).Assembly];

    private static readonly ILookup<string, XElement> Comments = Assemblies
        .Select(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")))
        .SelectMany(document => document.Descendants("member"))
        .ToLookup(member => member.Attribute("name")!.Value);

    private static readonly string PesterFiles =
        string.Join('\n', Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Pester"), "*.Tests.ps1").Select(File.ReadAllText));

    [Fact]
    public void Every_public_type_is_documented()
    {
        var types = Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).ToList();
        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.True(IsDocumented(type), type.FullName));
        Assert.False(IsDocumented(typeof(DocumentationRuleTests)));
    }

    [Fact]
    public void Every_cmdlet_has_a_synopsis_in_its_comment() =>
        Rule(cmdlet => Synopsis(cmdlet.Type).Length > 20, typeof(WrongList));

    [Fact]
    public void Every_parameter_is_described_in_its_comment() =>
        Rule(cmdlet => cmdlet.Parameters.All(IsDescribed), typeof(WrongSecret));

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public void Every_cmdlet_has_help(string culture)
    {
        var help = XDocument.Load(Path.Combine(Path.GetDirectoryName(Repository.ModuleManifest)!, culture, "VideoPlatforms.dll-Help.xml"));
        var names = help.Descendants().Where(element => element.Name.LocalName == "details").Select(details => details.Elements().First().Value).ToHashSet();
        Rule(cmdlet => names.Contains(cmdlet.Name), typeof(WrongList));
    }

    [Fact]
    public void Every_cmdlet_is_used_in_a_Pester_file() =>
        Rule(cmdlet => Regex.IsMatch(PesterFiles, $@"\b{cmdlet.Name}\b"), typeof(WrongList));

    [Fact]
    public void Every_call_is_supported_by_the_sandbox()
    {
        using var sandbox = SandboxServer.Start(new() { VideoCount = 0 });
        Rule(cmdlet => AreCallsServed(cmdlet, sandbox.Platforms), typeof(WrongList));
        Assert.False(AreCallsServed(new(typeof(GetPolyvVideoCommand)), [sandbox.Qushipin]), "The rule does not detect a call that the sandbox does not serve.");
    }

    // The calls of a cmdlet are the rows of docs/documents.md that name it.
    private static bool AreCallsServed(CmdletFacts cmdlet, IEnumerable<PlatformSandbox> platforms)
    {
        var calls = DocumentMap.Read().Documents
            .SelectMany(document => document.Calls)
            .Where(row => DocumentMap.Quoted(row[1]).Any(mention => mention.Split(' ')[0] == cmdlet.Name))
            .SelectMany(row => DocumentMap.Quoted(row[0]))
            .Select(call => call.Split('/').Last(segment => segment[0] != '{'))
            .ToList();
        var served = platforms
            .Where(platform => cmdlet.Noun is "PlatformVideo" or "PlatformInventory" or "PlatformVideoReport" || cmdlet.Noun.StartsWith(platform.Platform, StringComparison.Ordinal))
            .SelectMany(CallsOf)
            .ToHashSet();
        return calls.All(served.Contains) && (calls.Count > 0 || !cmdlet.Calls);
    }

    // The routes are internal to the sandbox.
    private static IEnumerable<string> CallsOf(PlatformSandbox platform) =>
        ((IEnumerable)typeof(PlatformSandbox).GetProperty("Routes", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(platform)!)
            .Cast<object>()
            .Select(route => (string)route.GetType().GetProperty("Call")!.GetValue(route)!);

    private static string Synopsis(Type type) => string.Join(' ', Comments[$"T:{type.FullName!.Replace('+', '.')}"].Elements("summary").Select(summary => summary.Value.Trim()));

    private static bool IsDocumented(Type type) => Synopsis(type).Length > 0;

    // An overridden parameter can inherit its description.
    private static bool IsDescribed(PropertyInfo parameter)
    {
        var getter = parameter.GetMethod!;
        return new[] { parameter.DeclaringType!, getter.GetBaseDefinition().DeclaringType! }
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)
            .SelectMany(type => Comments[$"P:{type.FullName}.{parameter.Name}"])
            .Any(comment => comment.Elements("summary").Any(summary => summary.Value.Trim().Length > 10));
    }

    private static void Rule(Func<CmdletFacts, bool> isKept, Type wrong)
    {
        Assert.Empty(CmdletFacts.All.Where(cmdlet => !isKept(cmdlet)).Select(cmdlet => cmdlet.Name));
        Assert.False(isKept(new(wrong)), $"The rule does not detect {wrong.Name}.");
    }
}
