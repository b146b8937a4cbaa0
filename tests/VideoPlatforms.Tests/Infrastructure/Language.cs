using System.Globalization;
using System.Runtime.CompilerServices;

namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>The tests read English messages, whatever language the machine speaks.</summary>
internal static class Language
{
    [ModuleInitializer]
    internal static void Choose()
    {
        var english = CultureInfo.GetCultureInfo("en-US");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = english;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = english;
    }
}
