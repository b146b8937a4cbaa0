using System.Management.Automation;
using System.Net;

namespace VideoPlatforms.Loader.Desktop;

/// <summary>Prepares .NET Framework for the module: runs when Windows PowerShell imports this assembly, before the cmdlets' own.</summary>
public sealed class DesktopPreparation : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport()
    {
        ModuleFolder.Serve();
        AddTls12();
    }

    // Older Windows leaves TLS 1.2 out unless it is asked for. Where the system itself decides, it has it, and later ones too.
    private static void AddTls12()
    {
        const SecurityProtocolType SystemDefault = 0;
        if (ServicePointManager.SecurityProtocol != SystemDefault)
        {
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        }
    }
}
