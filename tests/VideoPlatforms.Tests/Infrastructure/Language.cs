using System.Globalization;
using System.Runtime.CompilerServices;

namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>The tests expect English messages with any system language.</summary>
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
