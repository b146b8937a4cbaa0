using System.Globalization;
using System.Runtime.CompilerServices;

namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>Whether PowerShell 7 and Pester 5 are available.</summary>
internal static class PowerShellFacts
{
    private static readonly Lazy<string?> NoPester = new(ProbePester);

    /// <summary>The reason to skip a test that requires PowerShell 7; null to run it.</summary>
    public static string? NoPowerShell { get; } = Run.PowerShell is null ? "PowerShell 7 (pwsh) was not found on the path." : null;

    /// <summary>The reason to skip a test that requires Pester 5; null to run it.</summary>
    public static string? WhyNoPester => NoPester.Value;

    /// <summary>The display name of a skipped test with the reason, which the default output omits; null for the default name.</summary>
    public static string? Explain(string test, string? reason) => reason is null ? null : $"{test} ({reason})";

    private static string? ProbePester()
    {
        if (NoPowerShell is not null)
        {
            return NoPowerShell;
        }

        const string newest = "(Get-Module Pester -ListAvailable | Sort-Object Version -Descending)[0].Version.Major";
        var run = Run.ProgramAsync(Run.PowerShell!, ["-NoProfile", "-NonInteractive", "-Command", newest], Repository.Root, TimeSpan.FromMinutes(2)).GetAwaiter().GetResult();
        return int.TryParse(run.Output.Trim(), CultureInfo.InvariantCulture, out var major) && major >= 5
            ? null
            : "PowerShell was found, but Pester 5 or later was not (Install-PSResource Pester).";
    }
}

/// <summary>A test that is skipped if PowerShell 7 is not available.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PowerShellFactAttribute : FactAttribute
{
    public PowerShellFactAttribute([CallerMemberName] string test = "")
    {
        Skip = PowerShellFacts.NoPowerShell;
        DisplayName = PowerShellFacts.Explain(test, Skip);
    }
}

/// <summary>Tests that are skipped if PowerShell 7 or Pester 5 is not available.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PesterTheoryAttribute : TheoryAttribute
{
    public PesterTheoryAttribute([CallerMemberName] string test = "")
    {
        Skip = PowerShellFacts.WhyNoPester;
        DisplayName = PowerShellFacts.Explain(test, Skip);
    }
}
