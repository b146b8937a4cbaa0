using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;

namespace VideoPlatforms.Tests.Conventions;

/// <summary>The folders of a project, and which of them use which, according to the compiled types.</summary>
internal sealed partial class FolderGraph
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private readonly Assembly _assembly;
    private readonly Dictionary<string, string> _folders = [];

    /// <summary>Reads a project.</summary>
    /// <param name="assembly">Its assembly.</param>
    /// <param name="project">Its folder.</param>
    public FolderGraph(Assembly assembly, string project)
    {
        _assembly = assembly;
        foreach (var file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
        {
            var folder = Path.GetRelativePath(project, Path.GetDirectoryName(file)!);
            if (folder.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            {
                foreach (Match declaration in Declaration().Matches(File.ReadAllText(file)))
                {
                    _folders[declaration.Groups[1].Value] = folder;
                }
            }
        }

        Uses = assembly.GetTypes()
            .SelectMany(type => ReferencedBy(type).Select(other => (From: FolderOf(type), To: FolderOf(other))))
            .Where(use => use.From is not null && use.To is not null && use.From != use.To)
            .Distinct()
            .ToLookup(use => use.From!, use => use.To!);
    }

    /// <summary>The folders that a folder uses.</summary>
    public ILookup<string, string> Uses { get; }

    /// <summary>Returns the circles between folders, each as its path.</summary>
    public static IReadOnlyList<string> Circles(ILookup<string, string> uses)
    {
        var circles = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var start in uses.Select(group => group.Key))
        {
            Follow(start, [start]);
        }

        return [.. circles];

        void Follow(string folder, List<string> path)
        {
            foreach (var next in uses[folder])
            {
                if (next == path[0] && path.Min(StringComparer.Ordinal) == path[0])
                {
                    circles.Add(string.Join(" -> ", [.. path, next]));
                }
                else if (!path.Contains(next) && path.Count < 4)
                {
                    Follow(next, [.. path, next]);
                }
            }
        }
    }

    [GeneratedRegex(@"^(?:(?:public|internal|static|sealed|abstract|partial|readonly)\s+)*(?:class|record|struct|interface|enum)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    private static IEnumerable<Type> ReferencedBy(Type type)
    {
        var types = new List<Type?> { type.BaseType };
        types.AddRange(type.GetInterfaces());
        types.AddRange(type.GetCustomAttributesData().Select(attribute => attribute.AttributeType));
        types.AddRange(type.GetFields(All).Select(field => field.FieldType));
        types.AddRange(type.GetProperties(All).SelectMany(property => property.GetCustomAttributesData()).Select(attribute => attribute.AttributeType));
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            types.Add((method as MethodInfo)?.ReturnType);
            types.AddRange(method.GetParameters().Select(parameter => parameter.ParameterType));
            types.AddRange(ReferencedInBody(method));
        }

        return types.OfType<Type>().SelectMany(Parts);
    }

    private static IEnumerable<Type?> ReferencedInBody(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            yield break;
        }

        foreach (var variable in body.LocalVariables)
        {
            yield return variable.LocalType;
        }

        var code = body.GetILAsByteArray()!;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)((code[at] << 8) | code[at + 1])) : code[at];
            var operation = Codes[value];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                foreach (var type in Resolve(method, BitConverter.ToInt32(code, at)))
                {
                    yield return type;
                }
            }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type?> Resolve(MethodBase method, int token)
    {
        var member = method.Module.ResolveMember(
            token, method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null);
        yield return member as Type ?? member?.DeclaringType;
        if (member is MethodInfo { IsGenericMethod: true } generic)
        {
            foreach (var argument in generic.GetGenericArguments())
            {
                yield return argument;
            }
        }
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)]
        : [type];

    // A nested type, also one that the compiler generates, belongs to its outermost type.
    private string? FolderOf(Type type)
    {
        if (type.Assembly != _assembly || type.IsGenericParameter)
        {
            return null;
        }

        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return _folders.GetValueOrDefault(type.Name.Split('`')[0]);
    }
}
