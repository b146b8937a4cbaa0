using VideoPlatforms.Common.Input;

namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>A file or an object that is compared.</summary>
/// <param name="Path">The path of the file; null for an object.</param>
/// <param name="Video">The object; null for a file.</param>
internal sealed record ComparisonInput(string? Path, VideoReference? Video)
{
    /// <summary>Returns what an argument specifies: text and files are paths, everything else is an object.</summary>
    /// <param name="item">The argument.</param>
    /// <param name="resolve">Returns the files that a path matches.</param>
    public static IEnumerable<ComparisonInput> Read(object? item, Func<string, IEnumerable<string>> resolve) => item.BaseObject() switch
    {
        string path => resolve(path).Select(file => new ComparisonInput(file, null)),
        FileSystemInfo file => [new(file.FullName, null)],
        InventoryFile file => [new(file.Path, null)],
        _ => [new(null, VideoReference.Read(item))],
    };
}
