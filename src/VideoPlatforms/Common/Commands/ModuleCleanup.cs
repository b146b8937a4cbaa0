using System.Management.Automation;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Common.Commands;

/// <summary>Closes the sessions and sandboxes of a runspace when the module is removed from it.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => RunspaceState.Current.Clear();
}
