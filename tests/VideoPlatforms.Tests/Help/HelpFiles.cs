using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Commands;

namespace VideoPlatforms.Tests.Help;

/// <summary>The committed help of the module, and the items that it must document.</summary>
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

    /// <summary>The cmdlet classes by cmdlet name.</summary>
    public static IReadOnlyDictionary<string, Type> Cmdlets { get; } =
        (from type in typeof(AsyncCommand).Assembly.GetTypes()
         where !type.IsAbstract
         from attribute in type.GetCustomAttributesData()
         where attribute.AttributeType.Name == CmdletAttribute
         select (Name: $"{attribute.ConstructorArguments[0].Value}-{attribute.ConstructorArguments[1].Value}", type))
        .ToDictionary(cmdlet => cmdlet.Name, cmdlet => cmdlet.type);

    // They concern one item or one file.
    private static readonly string[] ItemIds =
    [
        "VideoPlatforms.NotAVideo", "VideoPlatforms.PlatformMissing",
        "VideoPlatforms.FileNotRead", "VideoPlatforms.InventoryFormat", "VideoPlatforms.InventoryVersion", "VideoPlatforms.InventoryTruncated",
        "VideoPlatforms.InventoryRecord",
    ];

    /// <summary>Every error id of the code.</summary>
    public static IReadOnlyCollection<string> ErrorIds => [.. SharedReasons.SelectMany(OfEveryPlatform), .. PlatformIds, .. ModuleIds];

    /// <summary>The reasons of errors that all platforms have.</summary>
    public static IEnumerable<string> SharedReasons => KindsOf(typeof(ErrorKind)).Select(kind => kind.Reason).Distinct();

    /// <summary>The ids of errors that only one platform has.</summary>
    public static IEnumerable<string> PlatformIds => PlatformKinds.Keys;

    /// <summary>The ids of errors that belong to no platform.</summary>
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

    /// <summary>Whether an error with this id, or with this reason on any platform, ends the pipeline.</summary>
    public static bool EndsPipeline(string id) =>
        KindsOf(typeof(ErrorKind)).FirstOrDefault(kind => kind.Reason == id)?.EndsPipeline
        ?? (PlatformKinds.TryGetValue(id, out var own) ? own.EndsPipeline : ModuleIds.Except(ItemIds).Contains(id));

    public static string InModule(string culture, string file) => Path.Combine(Repository.Root, culture, file);

    public static string InDocs(string culture, string file) => Path.Combine(Repository.Root, "docs", culture, file);

    public static XElement Page(string culture, string cmdlet) =>
        Documents[culture].Value.Descendants(Command + "command").Single(command => command.Descendants(Command + "name").First().Value == cmdlet);

    public static IEnumerable<string> PagesOf(string culture) =>
        Documents[culture].Value.Descendants(Command + "command").Select(command => command.Descendants(Command + "name").First().Value);

    /// <summary>The parameters that the class, its attribute and its base classes declare.</summary>
    public static IEnumerable<string> ParametersOf(Type cmdlet)
    {
        var named = cmdlet.GetCustomAttributesData().Single(attribute => attribute.AttributeType.Name == CmdletAttribute).NamedArguments;
        return DeclaredBy(cmdlet)
            .Select(property => property.Name)
            .Concat(Supports("SupportsPaging") ? ["First", "Skip", "IncludeTotalCount"] : [])
            .Concat(Supports("SupportsShouldProcess") ? ["WhatIf", "Confirm"] : []);

        bool Supports(string name) => named.Any(argument => argument.MemberName == name && argument.TypedValue.Value is true);
    }

    /// <summary>The parameters that the class and its base classes declare.</summary>
    public static IEnumerable<PropertyInfo> DeclaredBy(Type cmdlet) => cmdlet.GetProperties().Where(property => Attributes(property, "ParameterAttribute").Any());

    /// <summary>The pipeline input of a parameter as Get-Help displays it.</summary>
    public static string PipelineInputOf(PropertyInfo parameter)
    {
        var ways = new[] { ("ValueFromPipeline", "ByValue"), ("ValueFromPipelineByPropertyName", "ByPropertyName") }
            .Where(way => Attributes(parameter, "ParameterAttribute").SelectMany(attribute => attribute.NamedArguments).Any(argument => argument.MemberName == way.Item1 && argument.TypedValue.Value is true))
            .Select(way => way.Item2)
            .ToList();
        return ways.Count == 0 ? "false" : $"true ({string.Join(", ", ways)})";
    }

    /// <summary>The aliases of a parameter as Get-Help displays them.</summary>
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
