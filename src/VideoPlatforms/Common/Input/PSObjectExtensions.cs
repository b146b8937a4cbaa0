using System.Management.Automation;

namespace VideoPlatforms.Common.Input;

/// <summary>Unwraps values, because PowerShell passes some of them as they are and some in a PSObject.</summary>
internal static class PSObjectExtensions
{
    /// <summary>Returns the value without its PSObject wrapper. A custom object keeps the wrapper, which contains its properties.</summary>
    public static object? BaseObject(this object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
