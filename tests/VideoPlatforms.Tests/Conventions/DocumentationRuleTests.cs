using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using VideoPlatforms.Commands;
using VideoPlatforms.Sandbox;
using VideoPlatforms.Sandbox.Hosting;

namespace VideoPlatforms.Tests.Conventions;

/// <summary>Every cmdlet is documented, tested and supported by the sandbox. For each rule, a violation is detected.</summary>
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
        PlatformSandbox[] platforms = [sandbox.Polyv, sandbox.PolyvLive, sandbox.Chanjing, sandbox.Qushipin, sandbox.DigitalPerson];

        // A synopsis contains the documented calls in parentheses.
        bool IsServed(CmdletFacts cmdlet)
        {
            var calls = Regex.Matches(Synopsis(cmdlet.Type), @"\((?:\w+/)?([\w-]+)\)").Select(match => match.Groups[1].Value).ToList();
            var served = platforms.Where(platform => cmdlet.Noun.StartsWith(platform.Platform, StringComparison.Ordinal)).SelectMany(CallsOf);
            return calls.All(served.Contains) && (calls.Count > 0 || !cmdlet.Calls || cmdlet.Noun == "PlatformVideo");
        }

        Rule(IsServed, typeof(WrongList));
    }

    // The routes of the sandbox are not public, so they are read by reflection.
    private static IEnumerable<string> CallsOf(PlatformSandbox platform) =>
        ((IEnumerable)typeof(PlatformSandbox).GetProperty("Routes", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(platform)!)
            .Cast<object>()
            .Select(route => (string)route.GetType().GetProperty("Call")!.GetValue(route)!);

    private static string Synopsis(Type type) => string.Join(' ', Comments[$"T:{type.FullName!.Replace('+', '.')}"].Elements("summary").Select(summary => summary.Value.Trim()));

    private static bool IsDocumented(Type type) => Synopsis(type).Length > 0;

    // A parameter can inherit the description of the parameter that it overrides.
    private static bool IsDescribed(PropertyInfo parameter)
    {
        var getter = parameter.GetMethod!;
        return new[] { parameter.DeclaringType!, getter.GetBaseDefinition().DeclaringType! }
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)
            .SelectMany(type => Comments[$"P:{type.FullName}.{parameter.Name}"])
            .Any(comment => comment.Descendants("para").Any(text => text.Value.Length > 10));
    }

    private static void Rule(Func<CmdletFacts, bool> isKept, Type wrong)
    {
        Assert.Empty(CmdletFacts.All.Where(cmdlet => !isKept(cmdlet)).Select(cmdlet => cmdlet.Name));
        Assert.False(isKept(new(wrong)), $"The rule does not see what is wrong with {wrong.Name}.");
    }
}
