using System.Management.Automation;

namespace VideoPlatforms.Common.Input;

/// <summary>PowerShell hands values over as they are, or wrapped: what is done with a value must not depend on that.</summary>
internal static class PSObjectExtensions
{
    /// <summary>The value itself. A custom object has its properties in the wrapping and keeps it.</summary>
    public static object? BaseObject(this object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
