using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Stores the tokens that a platform issued, with their expiration by the server's clock.</summary>
internal sealed class TokenStore(SandboxClock clock)
{
    private readonly Dictionary<string, DateTimeOffset> _ends = [];
    private int _issued;

    /// <summary>Issues a token that <paramref name="spell"/> creates from a unique number.</summary>
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
