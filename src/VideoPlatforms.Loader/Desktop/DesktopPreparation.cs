using System.Management.Automation;
using System.Net;

namespace VideoPlatforms.Loader.Desktop;

/// <summary>
/// Prepares .NET Framework for the module. Runs when Windows PowerShell imports this assembly, before it imports the cmdlets.
/// </summary>
public sealed class DesktopPreparation : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport()
    {
        ModuleFolder.Serve();
        AddTls12();
    }

    // Older versions of Windows enable TLS 1.2 only on request. SystemDefault includes TLS 1.2 and later versions.
    private static void AddTls12()
    {
        const SecurityProtocolType SystemDefault = 0;
        if (ServicePointManager.SecurityProtocol != SystemDefault)
        {
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        }
    }
}
