using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Represents the clock for the timestamps of a session. Servers accept a timestamp for three minutes only. If a server rejects one
/// as old or illegal, the clock is corrected with the Date header of that response, and a warning is written once.
/// </summary>
/// <param name="refusals">The kinds of errors that report a rejected timestamp.</param>
internal sealed class SessionClock(params ErrorKind[] refusals) : IRecovery
{
    // The Date header contains whole seconds. A smaller difference can't be the reason for a rejection.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private long _offset;
    private int _warned;

    /// <summary>Gets the server's time, as far as it is known.</summary>
    public DateTimeOffset Now => DateTimeOffset.UtcNow + Offset;

    private TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <inheritdoc/>
    public ValueTask<bool> TryAsync(PlatformException failure, ICallObserver observer, CancellationToken cancellationToken)
    {
        if (!refusals.Contains(failure.Kind) || failure.ServerDate is not { } serverDate)
        {
            return new(false);
        }

        var measured = serverDate - DateTimeOffset.UtcNow;
        var corrected = (measured - Offset).Duration() <= Tolerance;
        if (corrected && Offset == TimeSpan.Zero)
        {
            return new(false);
        }

        // If calls run concurrently, the first one corrects the clock, and the others are only sent again.
        Interlocked.Exchange(ref _offset, measured.Ticks);
        if (Interlocked.Exchange(ref _warned, 1) == 0)
        {
            observer.Warning(Messages.ClockCorrected.With(failure.Platform, Math.Round(measured.TotalSeconds)));
        }

        return new(true);
    }
}
