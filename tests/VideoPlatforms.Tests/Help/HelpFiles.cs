using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Commands;

namespace VideoPlatforms.Tests.Help;

/// <summary>The module's help as it is committed, and what it has to speak of.</summary>
internal static partial class HelpFiles
{
    private const string CmdletAttribute = "CmdletAttribute";

    public static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    public static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    public static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static readonly string[] Cultures = ["en-US", "zh-CN"];

    public static readonly string[] Topics = ["about_VideoPlatforms", "about_VideoPlatforms_Errors", "about_VideoPlatforms_Sandbox"];

    private static readonly Dictionary<string, Lazy<XDocument>> Documents =
        Cultures.ToDictionary(culture => culture, culture => new Lazy<XDocument>(() => XDocument.Load(InModule(culture, "VideoPlatforms.dll-Help.xml"))));

    /// <summary>The cmdlets' classes by the cmdlets' names.</summary>
    public static IReadOnlyDictionary<string, Type> Cmdlets { get; } =
        (from type in typeof(AsyncCommand).Assembly.GetTypes()
         where !type.IsAbstract
         from attribute in type.GetCustomAttributesData()
         where attribute.AttributeType.Name == CmdletAttribute
         select (Name: $"{attribute.ConstructorArguments[0].Value}-{attribute.ConstructorArguments[1].Value}", type))
        .ToDictionary(cmdlet => cmdlet.Name, cmdlet => cmdlet.type);

    /// <summary>Every error id that the code can bring about.</summary>
    public static IReadOnlyCollection<string> ErrorIds => [.. SharedReasons.SelectMany(OfEveryPlatform), .. PlatformIds, .. ModuleIds];

    /// <summary>What can happen on every platform.</summary>
    public static IEnumerable<string> SharedReasons => KindsOf(typeof(ErrorKind)).Select(kind => kind.Reason).Distinct();

    /// <summary>What can happen on one platform only.</summary>
    public static IEnumerable<string> PlatformIds => PlatformKinds.Keys;

    /// <summary>What has nothing to do with any platform.</summary>
    public static IEnumerable<string> ModuleIds =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "VideoPlatforms"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => ModuleId().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct();

    private static IReadOnlyDictionary<string, ErrorKind> PlatformKinds { get; } =
        (from type in typeof(ErrorKind).Assembly.GetTypes()
         where type.Name.EndsWith("Errors", StringComparison.Ordinal)
         from kind in KindsOf(type)
         where !SharedReasons.Contains(kind.Reason)
         select (Id: $"{type.Name[..^"Errors".Length]}.{kind.Reason}", kind))
        .ToDictionary(row => row.Id, row => row.kind);

    /// <summary>Whether nothing follows an error of this id, or of this reason on whatever platform.</summary>
    public static bool EndsPipeline(string id) =>
        KindsOf(typeof(ErrorKind)).FirstOrDefault(kind => kind.Reason == id)?.EndsPipeline
        ?? (PlatformKinds.TryGetValue(id, out var own) ? own.EndsPipeline : ModuleIds.Contains(id));

    public static string InModule(string culture, string file) => Path.Combine(Repository.Root, culture, file);

    public static string InDocs(string culture, string file) => Path.Combine(Repository.Root, "docs", culture, file);

    public static XElement Page(string culture, string cmdlet) =>
        Documents[culture].Value.Descendants(Command + "command").Single(command => command.Descendants(Command + "name").First().Value == cmdlet);

    public static IEnumerable<string> PagesOf(string culture) =>
        Documents[culture].Value.Descendants(Command + "command").Select(command => command.Descendants(Command + "name").First().Value);

    /// <summary>The parameters that the class itself, its attribute and its bases declare.</summary>
    public static IEnumerable<string> ParametersOf(Type cmdlet)
    {
        var named = cmdlet.GetCustomAttributesData().Single(attribute => attribute.AttributeType.Name == CmdletAttribute).NamedArguments;
        return DeclaredBy(cmdlet)
            .Select(property => property.Name)
            .Concat(Supports("SupportsPaging") ? ["First", "Skip", "IncludeTotalCount"] : [])
            .Concat(Supports("SupportsShouldProcess") ? ["WhatIf", "Confirm"] : []);

        bool Supports(string name) => named.Any(argument => argument.MemberName == name && argument.TypedValue.Value is true);
    }

    /// <summary>The parameters that the class and its bases declare.</summary>
    public static IEnumerable<PropertyInfo> DeclaredBy(Type cmdlet) => cmdlet.GetProperties().Where(property => Attributes(property, "ParameterAttribute").Any());

    /// <summary>What Get-Help says of a parameter and the pipeline.</summary>
    public static string PipelineInputOf(PropertyInfo parameter)
    {
        var ways = new[] { ("ValueFromPipeline", "ByValue"), ("ValueFromPipelineByPropertyName", "ByPropertyName") }
            .Where(way => Attributes(parameter, "ParameterAttribute").SelectMany(attribute => attribute.NamedArguments).Any(argument => argument.MemberName == way.Item1 && argument.TypedValue.Value is true))
            .Select(way => way.Item2)
            .ToList();
        return ways.Count == 0 ? "false" : $"true ({string.Join(", ", ways)})";
    }

    /// <summary>What Get-Help says of a parameter's other names.</summary>
    public static string AliasesOf(PropertyInfo parameter)
    {
        var aliases = Attributes(parameter, "AliasAttribute")
            .SelectMany(attribute => (IEnumerable<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)
            .Select(alias => alias.Value);
        return string.Join(", ", aliases) is { Length: > 0 } names ? names : "none";
    }

    public static string Text(XElement? element) => string.Join('\n', element?.Elements(Maml + "para").Select(paragraph => paragraph.Value) ?? []).Trim();

    private static IEnumerable<CustomAttributeData> Attributes(PropertyInfo property, string name) =>
        property.GetCustomAttributesData().Where(attribute => attribute.AttributeType.Name == name);

    private static IEnumerable<string> OfEveryPlatform(string reason) => Enum.GetNames<Platform>().Select(platform => $"{platform}.{reason}");

    private static IEnumerable<ErrorKind> KindsOf(Type type) =>
        type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(ErrorKind))
            .Select(field => (ErrorKind)field.GetValue(null)!);

    [GeneratedRegex(@"""((?:VideoPlatforms|Sandbox)\.[A-Z]\w+)""")]
    private static partial Regex ModuleId();
}
