using System.Management.Automation;

namespace VideoPlatforms.Commands;

/// <summary>PowerShell hands values over as they are, or wrapped: what is done with a value must not depend on that.</summary>
internal static class Wrapping
{
    /// <summary>The value itself.</summary>
    public static object? Unwrapped(this object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
