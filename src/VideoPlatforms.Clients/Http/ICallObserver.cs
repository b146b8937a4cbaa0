namespace VideoPlatforms.Clients.Http;

/// <summary>What a call tells the one who made it while it is under way. May be called from any thread.</summary>
public interface ICallObserver
{
    /// <summary>Whether debug lines are wanted at all, so that none is made in vain.</summary>
    bool WantsDebug { get; }

    /// <summary>Whether verbose lines are wanted at all.</summary>
    bool WantsVerbose { get; }

    /// <summary>One line a call: method, path, status, milliseconds, bytes.</summary>
    void Verbose(string message);

    /// <summary>Headers, query and body of a call, from an allow-list.</summary>
    void Debug(string message);

    /// <summary>Something that people should know although the call goes on.</summary>
    void Warning(string message);

    /// <summary>The call waits before it is tried again.</summary>
    /// <param name="reason">Why, in a few words, such as <c>429</c>.</param>
    /// <param name="delay">For how long.</param>
    void Waiting(string reason, TimeSpan delay);
}
