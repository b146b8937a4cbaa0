using System.Management.Automation;

namespace VideoPlatforms.Loader.Core;

/// <summary>
/// Prepares the load context of the module's libraries. Runs when PowerShell 7 imports this assembly, before it imports the cmdlets.
/// </summary>
public sealed class CorePreparation : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport() => ModuleLoadContext.Serve();
}
