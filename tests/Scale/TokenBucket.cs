namespace VideoPlatforms.Scale;

/// <summary>Limits the rate of a session as the module does: a burst contains the requests of a tenth of a second, but at least one.</summary>
internal sealed class TokenBucket(double requestsPerSecond)
{
    private readonly int _tokensPerPeriod = Math.Max(1, (int)(requestsPerSecond / 10));
    private double _period = double.NegativeInfinity;
    private int _used;

    /// <summary>Returns the earliest time at which a request can be sent, and reserves it.</summary>
    public double Acquire(double now)
    {
        var length = _tokensPerPeriod / requestsPerSecond;
        if (now >= _period + length)
        {
            _period = now;
            _used = 0;
        }
        else if (_used == _tokensPerPeriod)
        {
            _period += length;
            _used = 0;
        }

        _used++;
        return Math.Max(now, _period);
    }
}
