using VideoPlatforms.Sandbox.Data;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Hosting;

/// <summary>Represents one platform of the sandbox.</summary>
public abstract class PlatformSandbox
{
    private protected PlatformSandbox(SandboxHost host, string platform, string path = "")
    {
        Host = host;
        Platform = platform;
        BaseUri = new Uri(host.Root, path);
    }

    /// <summary>Gets the platform's name as it appears in the request log.</summary>
    public string Platform { get; }

    /// <summary>Gets the address that replaces the vendor's public address.</summary>
    public Uri BaseUri { get; }

    /// <summary>
    /// Gets or sets a value indicating whether the vendor's error codes are also returned as HTTP status, if they are valid ones.
    /// The documents do not specify this; by default, errors are returned with HTTP 200.
    /// </summary>
    public bool ErrorsAsHttpStatus { get; set; }

    /// <summary>
    /// Gets or sets how long a video is processed (generated, encoded or transcoded) by the sandbox clock; null if videos keep their
    /// state. Videos that are started together finish one after the other, after between half of this time and all of it.
    /// </summary>
    public TimeSpan? ProcessingTime { get; set; }

    /// <summary>Gets or sets a number: every video with a start number that it divides fails. 0 if none fails.</summary>
    public int FailEvery { get; set; }

    /// <summary>Gets the end of the list's path, for faults.</summary>
    public abstract string ListPath { get; }

    /// <summary>Gets the ids of the list's items, in its order: a snapshot.</summary>
    public abstract IReadOnlyList<string> Ids { get; }

    internal abstract IReadOnlyList<Route> Routes { get; }

    /// <summary>Gets the names of the parameters and headers that contain a key, password, signature or token, redacted in the request log.</summary>
    internal abstract IReadOnlyList<string> SecretNames { get; }

    private protected SandboxHost Host { get; }

    /// <summary>Gets the processing of the videos; null if the platform's videos have no such state.</summary>
    private protected virtual IProcessing? Processing => null;

    /// <summary>Gets the account's secret: key, password or authorization text. A method, so that no view shows it.</summary>
    /// <returns>The secret.</returns>
    public abstract string GetSecret();

    /// <summary>Adds new videos at the head of the list; a negative number removes videos there.</summary>
    /// <param name="count">The number of videos.</param>
    public abstract void ShiftList(int count);

    /// <summary>Puts videos into processing, as a new generation or transcoding does.</summary>
    /// <param name="ids">The IDs of the videos.</param>
    /// <exception cref="NotSupportedException">The platform's videos have no such state.</exception>
    public void StartProcessing(params string[] ids) => Processed().Start(ids);

    /// <summary>Finishes the processing of videos successfully.</summary>
    /// <param name="ids">The IDs of the videos.</param>
    /// <exception cref="NotSupportedException">The platform's videos have no such state.</exception>
    public void CompleteProcessing(params string[] ids) => Processed().Finish(ids, failed: false);

    /// <summary>Ends the processing of videos with an error.</summary>
    /// <param name="ids">The IDs of the videos.</param>
    /// <exception cref="NotSupportedException">The platform's videos have no such state.</exception>
    public void FailProcessing(params string[] ids) => Processed().Finish(ids, failed: true);

    /// <summary>Removes videos from the list.</summary>
    /// <param name="ids">The IDs of the videos.</param>
    public abstract void Remove(params string[] ids);

    /// <summary>Finishes the processing of the videos whose time has come.</summary>
    internal virtual void Advance() => Processing?.Advance(ProcessingTime, FailEvery);

    /// <summary>Restores the initial data, tokens and settings.</summary>
    internal virtual void Reset()
    {
        ErrorsAsHttpStatus = false;
        ProcessingTime = null;
        FailEvery = 0;
        Processing?.Reset();
    }

    /// <summary>Returns the HTTP status for a vendor's error code.</summary>
    private protected int HttpStatus(int code) => ErrorsAsHttpStatus && code is >= 400 and < 600 ? code : 200;

    private IProcessing Processed() => Processing ?? throw new NotSupportedException($"The videos of {Platform} have no state in which they are processed.");
}
