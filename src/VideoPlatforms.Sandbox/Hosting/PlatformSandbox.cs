using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Hosting;

/// <summary>One platform of the sandbox.</summary>
public abstract class PlatformSandbox
{
    private protected PlatformSandbox(SandboxHost host, string platform, string path = "")
    {
        Host = host;
        Platform = platform;
        BaseUri = new Uri(host.Root, path);
    }

    /// <summary>The platform's name, as the request log writes it.</summary>
    public string Platform { get; }

    /// <summary>The address that stands for the vendor's own.</summary>
    public Uri BaseUri { get; }

    /// <summary>
    /// Whether the vendor's errors also travel as HTTP status, where their code is one. The documents are silent about it, so
    /// they come with HTTP 200 unless this is set.
    /// </summary>
    public bool ErrorsAsHttpStatus { get; set; }

    /// <summary>The end of the list's path, for faults.</summary>
    public abstract string ListPath { get; }

    /// <summary>The ids of the list's items, in its order: a snapshot.</summary>
    public abstract IReadOnlyList<string> Ids { get; }

    internal abstract IReadOnlyList<Route> Routes { get; }

    private protected SandboxHost Host { get; }

    /// <summary>Gets the account's secret: key, password or authorization text. A method, so that no view shows it.</summary>
    /// <returns>The secret.</returns>
    public abstract string GetSecret();

    /// <summary>Puts new videos at the head of the list, or takes that many away from there when the number is negative.</summary>
    /// <param name="count">How many.</param>
    public abstract void ShiftList(int count);

    /// <summary>Data, tokens and switches as at the start.</summary>
    internal virtual void Reset() => ErrorsAsHttpStatus = false;

    /// <summary>The HTTP status that goes with a vendor's code.</summary>
    private protected int HttpStatus(int code) => ErrorsAsHttpStatus && code is >= 400 and < 600 ? code : 200;
}
