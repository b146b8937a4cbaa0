namespace VideoPlatforms.Sandbox;

/// <summary>The tokens that a platform issued, and until when they live by the server's clock.</summary>
internal sealed class TokenBook(SandboxClock clock)
{
    private readonly Dictionary<string, DateTimeOffset> ends = [];
    private int issued;

    /// <summary>A new token; <paramref name="spell"/> makes it from a number that never comes again.</summary>
    public (string Token, DateTimeOffset End) Issue(TimeSpan lifetime, Func<int, string> spell)
    {
        lock (ends)
        {
            var token = spell(++issued);
            return (token, ends[token] = clock.Now + lifetime);
        }
    }

    public bool IsAlive(string token)
    {
        lock (ends)
        {
            return ends.TryGetValue(token, out var end) && clock.Now < end;
        }
    }

    public void Kill(string token)
    {
        lock (ends)
        {
            ends.Remove(token);
        }
    }

    public void KillAll()
    {
        lock (ends)
        {
            ends.Clear();
        }
    }
}
