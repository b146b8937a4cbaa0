namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>A test that needs more than one loopback address, which only Linux has without configuration.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Only Linux has more than one loopback address without configuration.";
}
