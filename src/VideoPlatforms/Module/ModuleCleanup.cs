using System.Management.Automation;

namespace VideoPlatforms.Commands;

/// <summary>Closes what the runspace still has open when the module is removed from it.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => RunspaceState.Current.Clear();
}
