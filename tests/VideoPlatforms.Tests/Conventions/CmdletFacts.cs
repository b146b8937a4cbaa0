using System.Management.Automation;
using System.Reflection;
using VideoPlatforms.Commands;

namespace VideoPlatforms.Tests.Conventions;

/// <summary>The properties of a cmdlet, determined by reflection.</summary>
internal sealed class CmdletFacts(Type type)
{
    private static readonly string[] ReadingVerbs = ["Get", "Wait", "Test"];

    private static readonly string[] Prefixes = [.. Enum.GetNames<Platform>(), "Platform", "VideoPlatform"];

    // From the metadata, because the attributes of the reference assembly store no values.
    private readonly CustomAttributeData _attribute = Of<CmdletAttribute>(type).Single();

    /// <summary>Every cmdlet of the module.</summary>
    public static IReadOnlyList<CmdletFacts> All { get; } =
        [.. typeof(AsyncCommand).Assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(CmdletAttribute))).Select(type => new CmdletFacts(type))];

    public Type Type => type;

    public string Verb => (string)_attribute.ConstructorArguments[0].Value!;

    public string Noun => (string)_attribute.ConstructorArguments[1].Value!;

    public string Name => $"{Verb}-{Noun}";

    public bool AsksBefore => Says(_attribute, "SupportsShouldProcess", true);

    public bool Pages => Says(_attribute, "SupportsPaging", true);

    public bool IsOfHighImpact => Says(_attribute, "ConfirmImpact", (int)ConfirmImpact.High);

    public bool TakesFromPipeline => Parameters
        .SelectMany(Of<ParameterAttribute>)
        .Any(attribute => Says(attribute, "Mandatory", true) && (Says(attribute, "ValueFromPipeline", true) || Says(attribute, "ValueFromPipelineByPropertyName", true)));

    /// <summary>Whether the noun starts with the name of a platform, or with a prefix for all platforms.</summary>
    public bool HasPlatformPrefix => Prefixes.Any(prefix => Noun.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The declared output types.</summary>
    public IReadOnlyList<Type> Outputs { get; } =
    [
        .. Of<OutputTypeAttribute>(type)
            .SelectMany(attribute => (IReadOnlyList<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)
            .Select(output => (Type)output.Value!),
    ];

    /// <summary>The parameters of the cmdlet.</summary>
    public IReadOnlyList<PropertyInfo> Parameters { get; } =
        [.. type.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute)))];

    /// <summary>Whether it opens or closes a session or the sandbox.</summary>
    public bool OpensOrCloses => Verb is "Connect" or "Disconnect" || Noun is "VideoPlatformSandbox";

    /// <summary>Whether it sends requests in a session.</summary>
    public bool Calls => !OpensOrCloses && !TakesVideos && Noun is not ("VideoPlatformSession" or "PlatformInventory");

    /// <summary>Whether it works on videos of any platform, which name their sessions themselves.</summary>
    public bool TakesVideos => Parameter("Video") is not null;

    /// <summary>Whether it lists items of a platform.</summary>
    public bool Lists => Calls && Verb is "Get";

    /// <summary>Whether it changes items of a platform.</summary>
    public bool Writes => Calls && !ReadingVerbs.Contains(Verb);

    /// <summary>Whether it writes objects.</summary>
    public bool HasOutput => Verb is not ("Disconnect" or "Stop");

    public PropertyInfo? Parameter(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name);

    public override string ToString() => Name;

    private static IEnumerable<CustomAttributeData> Of<T>(MemberInfo member) => member.GetCustomAttributesData().Where(attribute => attribute.AttributeType == typeof(T));

    private static bool Says(CustomAttributeData attribute, string name, object value) =>
        attribute.NamedArguments.Any(argument => argument.MemberName == name && value.Equals(argument.TypedValue.Value));
}
