using System.Diagnostics;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.AllPlatforms.Exports;

/// <summary>Reports how many videos an export has written, at most twice a second.</summary>
/// <param name="activity">The name of the export.</param>
internal sealed class ExportProgress(string activity)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next;

    /// <summary>Reports the number of videos if the last report is old enough.</summary>
    public void Report(long count, ICommandHost host)
    {
        if (_watch.Elapsed >= _next)
        {
            _next = _watch.Elapsed + Interval;
            host.Report(new(0, activity, CommandMessages.VideosSoFar.With(count)));
        }
    }

    /// <summary>Removes the display.</summary>
    public void Complete(ICommandHost host) => host.Report(new(0, activity, "") { IsCompleted = true });
}
