using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace VideoPlatforms.Tests.Desktop;

/// <summary>The name and references of an assembly, read from its file without loading it.</summary>
internal sealed class AssemblyFile
{
    private AssemblyFile(MetadataReader reader)
    {
        Name = reader.GetAssemblyDefinition().GetAssemblyName();
        References = [.. reader.AssemblyReferences.Select(handle => reader.GetAssemblyReference(handle).GetAssemblyName())];
    }

    public AssemblyName Name { get; }

    public IReadOnlyList<AssemblyName> References { get; }

    public static AssemblyFile Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return new(file.GetMetadataReader());
    }

    /// <summary>The assemblies in a folder and its subfolders.</summary>
    public static IReadOnlyList<AssemblyFile> ReadAll(string folder, SearchOption depth = SearchOption.AllDirectories) =>
        [.. Directory.GetFiles(folder, "*.dll", depth).Order(StringComparer.Ordinal).Where(IsManaged).Select(Read)];

    /// <summary>Whether it satisfies a reference: the same name and key, and the same or a later version.</summary>
    public bool Satisfies(AssemblyName wanted) =>
        Name.Name == wanted.Name && Name.Version >= wanted.Version && (Name.GetPublicKeyToken() ?? []).SequenceEqual(wanted.GetPublicKeyToken() ?? []);

    private static bool IsManaged(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.HasMetadata && file.GetMetadataReader().IsAssembly;
    }
}
