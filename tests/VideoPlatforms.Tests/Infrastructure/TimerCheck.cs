namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>
/// Finds timers that an action leaves behind. Only the number of all timers of the process is known, and other tests' processes
/// start some as well. Therefore the action is repeated: a timer that it leaves is there once for each time. The server of the
/// sandbox, in this process, keeps one for each connection for a while.
/// </summary>
internal static class TimerCheck
{
    private const int Rounds = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Performs the action several times, and expects that no timer remains of it.</summary>
    public static async Task LeavesNoneAsync(Func<Task> action)
    {
        var before = Timer.ActiveCount;
        for (var round = 0; round < Rounds; round++)
        {
            await action();
        }

        Assert.True(
            SpinWait.SpinUntil(() => Timer.ActiveCount < before + (2 * Rounds), Patience),
            $"{Timer.ActiveCount} timers run; {before} ran before the action was performed {Rounds} times.");
    }
}
