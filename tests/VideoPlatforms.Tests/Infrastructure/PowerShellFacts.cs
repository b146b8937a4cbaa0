using System.Globalization;
using System.Runtime.CompilerServices;

namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>What the machine has of PowerShell; looked up once.</summary>
internal static class PowerShellFacts
{
    private static readonly Lazy<string?> NoPester = new(ProbePester);

    /// <summary>Why a test that needs PowerShell 7 cannot run; null where it can.</summary>
    public static string? NoPowerShell { get; } = Run.PowerShell is null ? "PowerShell 7 (pwsh) was not found on the path." : null;

    /// <summary>Why a test that needs Pester 5 cannot run; null where it can.</summary>
    public static string? WhyNoPester => NoPester.Value;

    /// <summary>The name of a test that is skipped, with the reason, which the usual output leaves out; null for the usual name.</summary>
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

/// <summary>A test that runs where PowerShell 7 is found, and is reported as skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PowerShellFactAttribute : FactAttribute
{
    public PowerShellFactAttribute([CallerMemberName] string test = "")
    {
        Skip = PowerShellFacts.NoPowerShell;
        DisplayName = PowerShellFacts.Explain(test, Skip);
    }
}

/// <summary>Tests that run where PowerShell 7 and Pester 5 are found, and are reported as skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PesterTheoryAttribute : TheoryAttribute
{
    public PesterTheoryAttribute([CallerMemberName] string test = "")
    {
        Skip = PowerShellFacts.WhyNoPester;
        DisplayName = PowerShellFacts.Explain(test, Skip);
    }
}
