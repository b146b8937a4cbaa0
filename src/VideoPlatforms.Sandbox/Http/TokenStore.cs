using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>The tokens that a platform issued, and until when they live by the server's clock.</summary>
internal sealed class TokenStore(SandboxClock clock)
{
    private readonly Dictionary<string, DateTimeOffset> _ends = [];
    private int _issued;

    /// <summary>A new token; <paramref name="spell"/> makes it from a number that never comes again.</summary>
    public (string Token, DateTimeOffset End) Issue(TimeSpan lifetime, Func<int, string> spell)
    {
        lock (_ends)
        {
            var token = spell(++_issued);
            return (token, _ends[token] = clock.Now + lifetime);
        }
    }

    public bool IsAlive(string token)
    {
        lock (_ends)
        {
            return _ends.TryGetValue(token, out var end) && clock.Now < end;
        }
    }

    public void Revoke(string token)
    {
        lock (_ends)
        {
            _ends.Remove(token);
        }
    }

    public void RevokeAll()
    {
        lock (_ends)
        {
            _ends.Clear();
        }
    }
}
