namespace VideoPlatforms.Clients.Http;

/// <summary>Receives the log lines, warnings and delays of a call. The members can be called on any thread.</summary>
public interface ICallObserver
{
    /// <summary>Gets a value indicating whether debug lines are displayed. If not, none are created.</summary>
    bool WantsDebug { get; }

    /// <summary>Gets a value indicating whether verbose lines are displayed. If not, none are created.</summary>
    bool WantsVerbose { get; }

    /// <summary>Reports one line for each response: method, path, status, duration in milliseconds and size in bytes.</summary>
    void Verbose(string message);

    /// <summary>Reports the headers and parameters of a request, or the headers of a response. Only values on an allow-list are shown.</summary>
    void Debug(string message);

    /// <summary>Reports a problem that does not stop the call.</summary>
    void Warning(string message);

    /// <summary>Reports the delay before a retry.</summary>
    /// <param name="reason">The HTTP status or the reason of the error, such as <c>429</c>.</param>
    /// <param name="delay">The delay.</param>
    void Waiting(string reason, TimeSpan delay);
}
