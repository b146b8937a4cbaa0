namespace VideoPlatforms.Tests.Desktop;

/// <summary>The installed Mono. On a build server with apt, it is installed if it is missing.</summary>
internal static class Mono
{
    private static readonly string Installation = Path.Combine(Repository.Root, "tests", "MonoCheck", "install-mono.sh");

    private static readonly Lazy<string?> Missing = new(() => WhyMissing() is { } reason && !(MayInstall && Install()) ? reason : null);

    /// <summary>The reason why Mono is not available; null if it is available.</summary>
    public static string? WhyNot => Missing.Value;

    public static string? Program => Run.OnPath("mono");

    private static bool MayInstall => Environment.GetEnvironmentVariable("CI") == "true" && Environment.UserName == "root" && Run.OnPath("apt-get") is not null;

    private static string? WhyMissing() =>
        Program is not { } program ? "Mono was not found on the path (as root: tests/MonoCheck/install-mono.sh; where CI=true it is run by itself)."
        : !File.Exists(FacadeOf(program)) ? "Mono was found, but without its facade of .NET Standard (as root: tests/MonoCheck/install-mono.sh)."
        : null;

    private static string FacadeOf(string program) =>
        Path.Combine(Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program)!, "../lib/mono/4.5/Facades/netstandard.dll");

    private static bool Install() =>
        Run.ProgramAsync("sh", [Installation], Repository.Root, TimeSpan.FromMinutes(5)).GetAwaiter().GetResult().ExitCode == 0 && WhyMissing() is null;
}

/// <summary>A test that is skipped if Mono is not available.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MonoFactAttribute : FactAttribute
{
    public override string Skip
    {
        get => Mono.WhyNot!;
        set => throw new NotSupportedException();
    }
}
