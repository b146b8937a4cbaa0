using System.Runtime.CompilerServices;

namespace VideoPlatforms.Tests.Inventories;

/// <summary>A test that is skipped if LibreOffice is not available.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SpreadsheetFactAttribute : FactAttribute
{
    public SpreadsheetFactAttribute([CallerMemberName] string test = "")
    {
        Skip = Program is null ? "LibreOffice (soffice) was not found on the path." : null;
        DisplayName = PowerShellFacts.Explain(test, Skip);
    }

    /// <summary>The path of LibreOffice; null if it is not available.</summary>
    public static string? Program => Run.OnPath(OperatingSystem.IsWindows() ? "soffice.exe" : "soffice");
}
