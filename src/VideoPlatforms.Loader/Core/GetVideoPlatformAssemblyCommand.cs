using System.Management.Automation;
using System.Reflection;

namespace VideoPlatforms.Loader.Core;

/// <summary>
/// Returns the assembly that contains the cmdlets to the module's script. This is a cmdlet because a script in Constrained Language
/// Mode cannot call methods. It is not exported.
/// </summary>
[Cmdlet(VerbsCommon.Get, "VideoPlatformAssembly")]
[OutputType(typeof(Assembly))]
public sealed class GetVideoPlatformAssemblyCommand : Cmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(ModuleLoadContext.LoadModule());
}
