using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// The session's clock. Servers take a timestamp for three minutes only; where one is refused as old or illegal, the
/// session takes the server's own time from its Date header, corrects itself and warns once.
/// </summary>
/// <param name="refusals">The failures that mean a refused timestamp.</param>
internal sealed class SessionClock(params ErrorKind[] refusals) : IRecovery
{
    // A Date header counts whole seconds; less than this cannot be why a timestamp was refused.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private long _offset;
    private int _warned;

    /// <summary>The server's time, as far as it is known.</summary>
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

        // Where calls run side by side, the first one corrects the clock and the others just try once more.
        Interlocked.Exchange(ref _offset, measured.Ticks);
        if (Interlocked.Exchange(ref _warned, 1) == 0)
        {
            observer.Warning(Messages.ClockCorrected.With(failure.Platform, Math.Round(measured.TotalSeconds)));
        }

        return new(true);
    }
}
