using System.Management.Automation;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Common.Commands;

/// <summary>Closes what the runspace still has open when the module is removed from it.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => RunspaceState.Current.Clear();
}
