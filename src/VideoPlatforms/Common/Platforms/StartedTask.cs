namespace VideoPlatforms.Common.Platforms;

/// <summary>Represents a task that an operation started on a video, such as a transcoding.</summary>
/// <param name="IsRunning">Whether the platform reports that the task is running.</param>
/// <param name="State">The state of the video as far as the task is concerned.</param>
internal sealed record StartedTask(bool IsRunning, VideoState State);
