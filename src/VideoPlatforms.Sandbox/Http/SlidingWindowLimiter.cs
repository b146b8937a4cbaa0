using System.Diagnostics;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Limits the number of requests in any period of one second.</summary>
internal sealed class SlidingWindowLimiter
{
    private readonly Queue<long> _passed = new();

    public bool TryAcquire(int perSecond)
    {
        lock (_passed)
        {
            var now = Stopwatch.GetTimestamp();
            while (_passed.Count > 0 && now - _passed.Peek() >= Stopwatch.Frequency)
            {
                _passed.Dequeue();
            }

            if (_passed.Count >= perSecond)
            {
                return false;
            }

            _passed.Enqueue(now);
            return true;
        }
    }
}
