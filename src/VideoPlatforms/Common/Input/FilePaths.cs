using System.Management.Automation;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Common.Input;

/// <summary>Resolves the paths of files, also relative ones and those of PowerShell drives. Use it on the pipeline thread.</summary>
internal static class FilePaths
{
    private const string FileSystem = "FileSystem";

    /// <summary>Returns the path of a file, whether or not it exists.</summary>
    /// <exception cref="PipelineStoppedException">The path does not belong to the file system. The error is reported.</exception>
    public static string Resolve(PSCmdlet command, string path)
    {
        var resolved = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        if (provider.Name != FileSystem)
        {
            command.ThrowTerminatingError(ErrorRecords.From(new ArgumentException(CommandMessages.NotFileSystem.With(path))));
        }

        return resolved;
    }

    /// <summary>Returns the paths of the files that a path with wildcards matches. The path of an existing file is taken literally.</summary>
    /// <exception cref="PipelineStoppedException">The path does not belong to the file system. The error is reported.</exception>
    public static IReadOnlyList<string> ResolveExisting(PSCmdlet command, string path)
    {
        var literal = Resolve(command, path);
        return File.Exists(literal) || !WildcardPattern.ContainsWildcardCharacters(path)
            ? [literal]
            : [.. command.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _).Where(found => !Directory.Exists(found))];
    }
}
