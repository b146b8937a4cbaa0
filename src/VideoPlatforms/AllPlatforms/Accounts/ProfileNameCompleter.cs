using System.Collections;
using System.Management.Automation;
using VideoPlatforms.Common.Completion;

namespace VideoPlatforms.AllPlatforms.Accounts;

/// <summary>Completes the names of the profiles of the accounts file.</summary>
public sealed class ProfileNameCompleter : WordCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Words(string commandName, IDictionary boundParameters)
    {
        try
        {
            return AccountsFile.Profiles(boundParameters["Path"] is { } path ? FullPath($"{path}") : AccountsFile.Find(null));
        }
        catch (Exception exception) when (exception is CommandException or RuntimeException)
        {
            // There is no such file yet.
            return [];
        }
    }

    // The current location of PowerShell is not the one of the process.
    private static string FullPath(string path) =>
        ScriptBlock.Create("param($Path) $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)").Invoke(path).FirstOrDefault()?.BaseObject as string ?? path;
}
