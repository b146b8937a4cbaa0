namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Represents a call as the vendor's document describes it, before it is signed, addressed and sent. An instance is used once.
/// </summary>
/// <param name="Name">The name of the call in the document, for errors and results.</param>
/// <param name="Method">The documented method, GET or POST.</param>
/// <param name="Path">The escaped path, relative to the base address.</param>
internal sealed record ApiCall(string Name, HttpMethod Method, string Path)
{
    /// <summary>Gets the documented parameters. The protocol determines whether they are sent in the query or in the body.</summary>
    public ApiParameters Parameters { get; init; } = [];

    /// <summary>Gets the effect of sending the call more than once.</summary>
    public CallSemantics Semantics { get; init; } = CallSemantics.Safe;

    /// <summary>Gets the item that the call concerns, for errors; null if it concerns none.</summary>
    public string? Target { get; init; }

    /// <summary>Gets a value indicating whether no token is fetched for the call, such as for the call that fetches one.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Gets a value indicating whether the call is sent once with a short time-out, because nothing depends on its success.</summary>
    public bool IsBestEffort { get; init; }

    /// <summary>Gets the signatures and tokens of all attempts, which are redacted in every error of the call.</summary>
    public List<string> AttachedSecrets { get; } = [];
}
