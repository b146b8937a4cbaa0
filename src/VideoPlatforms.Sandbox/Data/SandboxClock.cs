namespace VideoPlatforms.Sandbox.Data;

/// <summary>Represents the server's clock: the system clock plus a skew.</summary>
internal sealed class SandboxClock
{
    private long _skewTicks;

    public TimeSpan Skew
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _skewTicks));
        set => Interlocked.Exchange(ref _skewTicks, value.Ticks);
    }

    public DateTimeOffset Now => DateTimeOffset.UtcNow + Skew;
}
