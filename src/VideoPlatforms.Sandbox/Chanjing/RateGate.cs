using System.Diagnostics;

namespace VideoPlatforms.Sandbox;

/// <summary>Lets so many requests pass in any second.</summary>
internal sealed class RateGate
{
    private readonly Queue<long> passed = new();

    public bool TryPass(int perSecond)
    {
        lock (passed)
        {
            var now = Stopwatch.GetTimestamp();
            while (passed.Count > 0 && now - passed.Peek() >= Stopwatch.Frequency)
            {
                passed.Dequeue();
            }

            if (passed.Count >= perSecond)
            {
                return false;
            }

            passed.Enqueue(now);
            return true;
        }
    }
}
