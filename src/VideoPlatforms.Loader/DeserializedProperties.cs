using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace VideoPlatforms.Loader;

/// <summary>
/// Converts properties of the module's objects that PowerShell does not restore, for example after SSH remoting, to times and
/// states. The types file refers to these methods.
/// </summary>
public static class DeserializedProperties
{
    private static readonly ConditionalWeakTable<PSObject, object> Restored = new();

    /// <summary>Returns the time at which a video was created.</summary>
    public static object? CreatedAt(PSObject instance) => Read(instance);

    /// <summary>Returns the time at which a playback was last changed.</summary>
    public static object? LastModified(PSObject instance) => Read(instance);

    /// <summary>Returns the time at which a broadcast began.</summary>
    public static object? StartTime(PSObject instance) => Read(instance);

    /// <summary>Returns the time at which a work was last changed.</summary>
    public static object? UpdatedAt(PSObject instance) => Read(instance);

    /// <summary>Returns the time at which a change was confirmed.</summary>
    public static object? CompletedAt(PSObject instance) => Read(instance);

    /// <summary>Returns the time at which a session was opened.</summary>
    public static object? ConnectedAt(PSObject instance) => Read(instance);

    /// <summary>Returns the time at which a session's token expires.</summary>
    public static object? ExpiresAt(PSObject instance) => Read(instance);

    /// <summary>Returns the state of a video.</summary>
    public static object? State(PSObject instance) => Read(instance);

    /// <summary>Returns the time at which a file was saved.</summary>
    public static object? SavedAt(PSObject instance) => Read(instance);

    /// <summary>Returns the kind of address that was checked.</summary>
    public static object? Kind(PSObject instance) => Read(instance);

    /// <summary>Returns whether an address responds.</summary>
    public static object? Status(PSObject instance) => Read(instance);

    private static object? Read(PSObject instance, [CallerMemberName] string name = "")
    {
        var restored = Restored.GetValue(instance, source => DeserializedObjectConverter.TryRestore(source) ?? source);
        return restored is PSObject ? DeserializedObjectConverter.Adapted(instance, name) : restored.GetType().GetProperty(name)?.GetValue(restored);
    }
}
