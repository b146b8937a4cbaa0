using System.Management.Automation;
using System.Reflection;

namespace VideoPlatforms.Loader.Core;

/// <summary>
/// Gives the module's own script the assembly that holds the cmdlets. A cmdlet, because a script in Constrained Language
/// Mode may not call methods; not exported.
/// </summary>
[Cmdlet(VerbsCommon.Get, "VideoPlatformAssembly")]
[OutputType(typeof(Assembly))]
public sealed class GetVideoPlatformAssemblyCommand : Cmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(ModuleLoadContext.LoadModule());
}
