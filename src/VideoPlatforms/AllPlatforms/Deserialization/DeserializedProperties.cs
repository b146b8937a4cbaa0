using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace VideoPlatforms.AllPlatforms.Deserialization;

/// <summary>
/// Converts properties of the module's objects that PowerShell does not restore, for example after SSH remoting, to times, states, lists
/// and sessions. The types file refers to these methods.
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

    /// <summary>Returns the platform of an object.</summary>
    public static object? Platform(PSObject instance) => Read(instance);

    /// <summary>Returns the session of an object.</summary>
    public static object? Session(PSObject instance) => Read(instance);

    /// <summary>Returns the tags of a video.</summary>
    public static object? Tags(PSObject instance) => Read(instance);

    /// <summary>Returns the snapshots of a video.</summary>
    public static object? SnapshotUrls(PSObject instance) => Read(instance);

    /// <summary>Returns the addresses of a video's files.</summary>
    public static object? FileUrls(PSObject instance) => Read(instance);

    /// <summary>Returns the parts that a playback was merged from.</summary>
    public static object? MergeInfo(PSObject instance) => Read(instance);

    /// <summary>Returns the format of an inventory.</summary>
    public static object? Format(PSObject instance) => Read(instance);

    /// <summary>Returns the sessions of an inventory.</summary>
    public static object? Sessions(PSObject instance) => Read(instance);

    /// <summary>Returns the sessions of an inventory whose videos could not all be read.</summary>
    public static object? IncompleteSessions(PSObject instance) => Read(instance);

    /// <summary>Returns the kind of a difference.</summary>
    public static object? Change(PSObject instance) => Read(instance);

    /// <summary>Returns the earlier value of a property.</summary>
    public static object? OldValue(PSObject instance) => Read(instance);

    /// <summary>Returns the later value of a property.</summary>
    public static object? NewValue(PSObject instance) => Read(instance);

    /// <summary>Returns what was checked of a session.</summary>
    public static object? Check(PSObject instance) => Read(instance);

    /// <summary>Returns the earliest time at which a video was created.</summary>
    public static object? Oldest(PSObject instance) => Read(instance);

    /// <summary>Returns the latest time at which a video was created.</summary>
    public static object? Newest(PSObject instance) => Read(instance);

    private static object? Read(PSObject instance, [CallerMemberName] string name = "")
    {
        var restored = Restored.GetValue(instance, source => DeserializedObjectConverter.TryRestore(source) ?? source);
        return restored is PSObject ? DeserializedObjectConverter.Adapted(instance, name) : restored.GetType().GetProperty(name)?.GetValue(restored);
    }
}
