namespace VideoPlatforms.Clients.Http;

/// <summary>Represents an observer that ignores all reports.</summary>
public sealed class SilentObserver : ICallObserver
{
    /// <summary>The single instance.</summary>
    public static readonly SilentObserver Instance = new();

    private SilentObserver()
    {
    }

    /// <inheritdoc/>
    public bool WantsDebug => false;

    /// <inheritdoc/>
    public bool WantsVerbose => false;

    /// <inheritdoc/>
    public void Verbose(string message)
    {
    }

    /// <inheritdoc/>
    public void Debug(string message)
    {
    }

    /// <inheritdoc/>
    public void Warning(string message)
    {
    }

    /// <inheritdoc/>
    public void Waiting(string reason, TimeSpan delay)
    {
    }
}
