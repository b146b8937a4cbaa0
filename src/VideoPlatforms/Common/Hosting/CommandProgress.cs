namespace VideoPlatforms.Common.Hosting;

/// <summary>Represents the progress of a task that a command runs.</summary>
/// <param name="Id">Distinguishes the tasks that a command runs at the same time; 0 for the command as a whole.</param>
/// <param name="Activity">The task.</param>
/// <param name="Status">What was done so far.</param>
public sealed record CommandProgress(int Id, string Activity, string Status)
{
    /// <summary>Gets how much is done, 0 to 100; null if unknown.</summary>
    public int? PercentComplete { get; init; }

    /// <summary>Gets the remaining time; null if unknown.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>Gets a value indicating whether the task has ended, so that its display is removed.</summary>
    public bool IsCompleted { get; init; }
}
