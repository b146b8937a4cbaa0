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
    /// <summary>Returns the assembly only if it was loaded before, by an earlier import in this process.</summary>
    [Parameter]
    public SwitchParameter Loaded { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!Loaded || ModuleLoadContext.IsModuleLoaded)
        {
            WriteObject(ModuleLoadContext.LoadModule());
        }
    }
}
