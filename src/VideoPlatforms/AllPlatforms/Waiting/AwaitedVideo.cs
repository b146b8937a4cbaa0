namespace VideoPlatforms.AllPlatforms.Waiting;

/// <summary>Represents a video that a command waits for.</summary>
/// <param name="session">The session that the video was read with.</param>
/// <param name="id">The ID.</param>
/// <param name="source">The object that was passed: the target of the video's errors.</param>
internal sealed class AwaitedVideo(VideoPlatformSession session, string id, object? source)
{
    /// <summary>Gets the session that the video was read with.</summary>
    public VideoPlatformSession Session { get; } = session;

    /// <summary>Gets the ID.</summary>
    public string Id { get; } = id;

    /// <summary>Gets the object that was passed.</summary>
    public object? Source { get; } = source;

    /// <summary>Gets or sets the operation that started a task on the video; null if none is known.</summary>
    public string? Operation { get; set; }

    /// <summary>Gets or sets the time at which the task was started.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Gets or sets a value indicating whether the platform reported that the task is running.</summary>
    public bool IsTaskSeen { get; set; }

    /// <summary>Gets or sets the last known state, at first that of the object that was passed; null if there is none.</summary>
    public VideoState? LastState { get; set; }

    /// <summary>Gets or sets the place of the video in the platform's list when it was last seen there; null if it was not.</summary>
    public long? Place { get; set; }
}
