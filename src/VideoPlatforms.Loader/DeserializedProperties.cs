using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace VideoPlatforms.Loader;

/// <summary>
/// Properties of the module's objects that PowerShell leaves as it read them, such as what arrives over SSH: times are times
/// and states are states all the same. The types file names these methods.
/// </summary>
public static class DeserializedProperties
{
    private static readonly ConditionalWeakTable<PSObject, object> Restored = new();

    /// <summary>When a video was created.</summary>
    public static object? CreatedAt(PSObject instance) => Read(instance);

    /// <summary>When a playback was last changed.</summary>
    public static object? LastModified(PSObject instance) => Read(instance);

    /// <summary>When a broadcast began.</summary>
    public static object? StartTime(PSObject instance) => Read(instance);

    /// <summary>When a work was last changed.</summary>
    public static object? UpdatedAt(PSObject instance) => Read(instance);

    /// <summary>When a change was confirmed.</summary>
    public static object? CompletedAt(PSObject instance) => Read(instance);

    /// <summary>When a session was opened.</summary>
    public static object? ConnectedAt(PSObject instance) => Read(instance);

    /// <summary>When a session's token ends.</summary>
    public static object? ExpiresAt(PSObject instance) => Read(instance);

    /// <summary>The state of a video.</summary>
    public static object? State(PSObject instance) => Read(instance);

    private static object? Read(PSObject instance, [CallerMemberName] string name = "")
    {
        var restored = Restored.GetValue(instance, source => DeserializedObjectConverter.TryRestore(source) ?? source);
        return restored is PSObject ? DeserializedObjectConverter.Adapted(instance, name) : restored.GetType().GetProperty(name)?.GetValue(restored);
    }
}
