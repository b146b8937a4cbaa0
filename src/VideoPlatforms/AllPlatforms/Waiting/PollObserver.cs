using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.AllPlatforms.Waiting;

/// <summary>Passes on what the calls report, but each of a few warnings only once: a list is read again and again.</summary>
internal sealed class PollObserver(ICallObserver observer) : ICallObserver
{
    private const int MaxWarnings = 3;

    private readonly HashSet<string> _warnings = [];

    /// <inheritdoc/>
    public bool WantsDebug => observer.WantsDebug;

    /// <inheritdoc/>
    public bool WantsVerbose => observer.WantsVerbose;

    /// <inheritdoc/>
    public void Verbose(string message) => observer.Verbose(message);

    /// <inheritdoc/>
    public void Debug(string message) => observer.Debug(message);

    /// <inheritdoc/>
    public void Warning(string message)
    {
        lock (_warnings)
        {
            if (_warnings.Count >= MaxWarnings || !_warnings.Add(message))
            {
                return;
            }
        }

        observer.Warning(message);
    }

    /// <inheritdoc/>
    public void Waiting(string reason, TimeSpan delay) => observer.Waiting(reason, delay);
}
