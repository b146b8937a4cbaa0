namespace VideoPlatforms.Scale;

/// <summary>Limits the number of requests in any period of one second, as the sandbox does for each address.</summary>
internal sealed class SlidingWindow(int requestsPerSecond)
{
    private readonly Queue<double> _accepted = new();

    /// <summary>Accepts a request, or rejects it.</summary>
    public bool TryAcquire(double now)
    {
        while (_accepted.TryPeek(out var first) && now - first >= 1)
        {
            _accepted.Dequeue();
        }

        if (_accepted.Count >= requestsPerSecond)
        {
            return false;
        }

        _accepted.Enqueue(now);
        return true;
    }
}
