using System.Management.Automation;
using System.Reflection;
using VideoPlatforms.Commands;

namespace VideoPlatforms.Tests.Mapping;

/// <summary>The cmdlets of the module, as PowerShell discovers them.</summary>
internal static class Cmdlets
{
    /// <summary>The cmdlet classes by cmdlet name.</summary>
    public static IReadOnlyDictionary<string, Type> ByName { get; } = typeof(AsyncCommand).Assembly.GetTypes()
        .Where(type => AttributeOf(type) is not null)
        .ToDictionary(type => string.Join('-', AttributeOf(type)!.ConstructorArguments.Select(argument => argument.Value)));

    /// <summary>The parameters of a cmdlet: its public properties that PowerShell binds.</summary>
    public static IEnumerable<string> ParametersOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttributes<ParameterAttribute>(inherit: true).Any())
            .Select(property => property.Name);

    public static bool SupportsPaging(Type type) => IsSet(type, nameof(CmdletAttribute.SupportsPaging));

    public static bool SupportsShouldProcess(Type type) => IsSet(type, nameof(CmdletAttribute.SupportsShouldProcess));

    private static bool IsSet(Type type, string name) => AttributeOf(type)!.NamedArguments.Any(argument => argument.MemberName == name && argument.TypedValue.Value is true);

    // From the metadata, because the attributes of PowerShell's reference assembly store no values.
    private static CustomAttributeData? AttributeOf(Type type) => type.GetCustomAttributesData().SingleOrDefault(data => data.AttributeType == typeof(CmdletAttribute));
}
