using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace VideoPlatforms.Tests.Desktop;

/// <summary>The API of .NET Framework: its types and their members, by name and number of parameters.</summary>
internal sealed class FrameworkSurface
{
    private readonly Dictionary<string, TypeSurface> _types = [];
    private readonly HashSet<string> _assemblies = [];

    public FrameworkSurface(string folder)
    {
        foreach (var path in Directory.GetFiles(folder, "*.dll", SearchOption.AllDirectories))
        {
            using var file = new PEReader(File.OpenRead(path));
            if (file.HasMetadata && file.GetMetadataReader() is { IsAssembly: true } reader)
            {
                Add(reader);
            }
        }
    }

    /// <summary>The framework types and members that an assembly references and the framework does not have.</summary>
    /// <param name="path">The path of the assembly.</param>
    /// <param name="referenced">The number of referenced types and members.</param>
    public List<string> FindMissing(string path, out int referenced)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        var types = reader.TypeReferences.Where(type => IsOfFramework(reader, type)).Select(type => NameOf(reader, type)).ToList();
        var members = reader.MemberReferences
            .Select(reader.GetMemberReference)
            .Select(member => (Type: ParentOf(reader, member), Member: MemberOf(reader, member)))
            .Where(member => member.Type is { } type && IsOfFramework(reader, type))
            .Select(member => (Type: NameOf(reader, member.Type!.Value), member.Member))
            .ToList();
        referenced = types.Count + members.Count;
        return
        [
            .. types.Where(type => !_types.ContainsKey(type)),
            .. members.Where(member => _types.ContainsKey(member.Type) && !Has(member.Type, member.Member)).Select(member => $"{member.Type}.{member.Member}"),
        ];
    }

    // A member can be declared in a base class.
    private bool Has(string? type, string member) =>
        type is not null && _types.TryGetValue(type, out var surface) && (surface.Members.Contains(member) || Has(surface.Base, member));

    private void Add(MetadataReader reader)
    {
        _assemblies.Add(reader.GetString(reader.GetAssemblyDefinition().Name));
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
        {
            var members = type.GetMethods().Select(reader.GetMethodDefinition).Select(method => Describe(reader, method.Name, reader.GetBlobReader(method.Signature)))
                .Concat(type.GetFields().Select(reader.GetFieldDefinition).Select(field => reader.GetString(field.Name)));
            var surface = new TypeSurface(type.BaseType.IsNil ? null : NameOf(reader, type.BaseType), [.. members]);
            if (!_types.TryAdd(NameOf(reader, type), surface))
            {
                _types[NameOf(reader, type)].Members.UnionWith(surface.Members);
            }
        }
    }

    private bool IsOfFramework(MetadataReader reader, TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOfFramework(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => _assemblies.Contains(reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)),
            _ => false,
        };
    }

    private static TypeReferenceHandle? ParentOf(MetadataReader reader, MemberReference member)
    {
        if (member.Parent.Kind == HandleKind.TypeSpecification)
        {
            // The signature of a generic type starts with its type definition.
            var signature = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)member.Parent).Signature);
            if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            {
                return null;
            }

            signature.ReadByte();
            var type = signature.ReadTypeHandle();
            return type.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)type : null;
        }

        return member.Parent.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)member.Parent : null;
    }

    private static string MemberOf(MetadataReader reader, MemberReference member) => Describe(reader, member.Name, reader.GetBlobReader(member.Signature));

    private static string Describe(MetadataReader reader, StringHandle name, BlobReader signature)
    {
        var header = signature.ReadSignatureHeader();
        if (header.Kind == SignatureKind.Field)
        {
            return reader.GetString(name);
        }

        var generics = header.IsGeneric ? signature.ReadCompressedInteger() : 0;
        return $"{reader.GetString(name)}`{generics}({signature.ReadCompressedInteger()})";
    }

    private static string NameOf(MetadataReader reader, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => NameOf(reader, (TypeReferenceHandle)type),
        HandleKind.TypeDefinition => NameOf(reader, reader.GetTypeDefinition((TypeDefinitionHandle)type)),
        _ => "",
    };

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(reader, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : $"{reader.GetString(type.Namespace)}.{name}";
    }

    private static string NameOf(MetadataReader reader, TypeDefinition type)
    {
        var name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{NameOf(reader, reader.GetTypeDefinition(outer))}+{name}" : $"{reader.GetString(type.Namespace)}.{name}";
    }

    private sealed record TypeSurface(string? Base, HashSet<string> Members);
}
