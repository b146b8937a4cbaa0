using System.Management.Automation;
using System.Reflection;
using VideoPlatforms.Commands;

namespace VideoPlatforms.Tests.Conventions;

/// <summary>The types that a cmdlet exposes: parameters, output, and the types that these reference.</summary>
internal static class ShownTypes
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    private static readonly string RuntimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static readonly Assembly[] Own =
    [
        typeof(AsyncCommand).Assembly, typeof(VideoPlatformSession).Assembly, typeof(VideoPlatforms.Sandbox.SandboxServer).Assembly, typeof(ShownTypes).Assembly,
    ];

    public static IReadOnlyCollection<Type> Of(CmdletFacts cmdlet)
    {
        var seen = new HashSet<Type>();
        var open = new Stack<Type>([.. cmdlet.Outputs, .. cmdlet.Parameters.Select(parameter => parameter.PropertyType)]);
        while (open.TryPop(out var type))
        {
            if (seen.Add(type))
            {
                PartsOf(type).Where(part => !seen.Contains(part)).ToList().ForEach(open.Push);
            }
        }

        return seen;
    }

    /// <summary>Whether a type belongs neither to the runtime, nor to PowerShell, nor to the module.</summary>
    public static bool IsForeign(Type type) =>
        !Own.Contains(type.Assembly)
        && type.Assembly != typeof(PSObject).Assembly
        && Path.GetDirectoryName(type.Assembly.Location) != RuntimeFolder;

    // Only the members of the module's own types are followed.
    private static IEnumerable<Type> PartsOf(Type type) =>
    [
        .. type.IsGenericType ? type.GetGenericArguments() : [],
        .. type.GetElementType() is { } element ? new[] { element } : [],
        .. Own.Contains(type.Assembly) ? MembersOf(type) : [],
    ];

    private static IEnumerable<Type> MembersOf(Type type) =>
    [
        .. type.BaseType is { } parent ? new[] { parent } : [],
        .. type.GetInterfaces(),
        .. type.GetProperties(Public).Select(property => property.PropertyType),
        .. type.GetFields(Public).Select(field => field.FieldType),
        .. type.GetEvents(Public).Select(member => member.EventHandlerType!),
        .. type.GetMethods(Public).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
    ];
}
