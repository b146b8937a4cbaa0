namespace VideoPlatforms.Clients.Http;

/// <summary>A call as the document describes it: before it is signed, addressed and sent. One use each.</summary>
/// <param name="Name">The document's name of it, for errors and traces.</param>
/// <param name="Method">GET or POST, as documented.</param>
/// <param name="Path">Below the base address; already escaped.</param>
internal sealed record ApiCall(string Name, HttpMethod Method, string Path)
{
    /// <summary>The document's parameters; the protocol decides how they travel.</summary>
    public ApiParameters Parameters { get; init; } = [];

    /// <summary>What it would mean for the call to reach the server twice.</summary>
    public CallSemantics Semantics { get; init; } = CallSemantics.Safe;

    /// <summary>The item that it is about, for errors.</summary>
    public string? Target { get; init; }

    /// <summary>Made without a token: the call that fetches one, say.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Sent once and not for long: nothing depends on its success.</summary>
    public bool IsBestEffort { get; init; }

    /// <summary>Signatures and tokens that its attempts carried: whatever is said of the call later must not show them either.</summary>
    public List<string> AttachedSecrets { get; } = [];
}
