using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Downloads.Subtitles;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Platforms;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Sandbox;
using VideoPlatforms.Sandbox.Hosting;

namespace VideoPlatforms.Common.Platforms;

/// <summary>Adds to the description of a platform what the module needs to know of it.</summary>
/// <param name="Description">The platform.</param>
/// <param name="SandboxOf">Returns the platform's part of a sandbox.</param>
/// <param name="CreateSandboxClient">Creates a client with the account of the sandbox.</param>
/// <param name="CreateClient">Creates a client from the values of a Connect cmdlet or of an entry of an accounts file.</param>
/// <param name="StatusOf">Returns the platform's own words for the state of a video, such as <c>50 服务异常</c>.</param>
/// <param name="FileAddressOf">Returns the address of the file of a video; null if it has none.</param>
internal sealed record PlatformSupport(
    PlatformDescription Description,
    Func<SandboxServer, PlatformSandbox> SandboxOf,
    Func<SandboxServer, ConnectionOptions, PlatformClient> CreateSandboxClient,
    Func<ConnectParameters, CredentialSource, ConnectionOptions, PlatformClient> CreateClient,
    Func<PlatformVideo, string?> StatusOf,
    Func<PlatformVideo, string?> FileAddressOf)
{
    /// <summary>The platform.</summary>
    public Platform Platform => Description.Platform;

    /// <summary>
    /// Gets the parameters that only this platform's Connect cmdlet has and that are no secrets, and how each is read from text. The
    /// reader throws an ArgumentException if the text is invalid.
    /// </summary>
    public IReadOnlyDictionary<string, Func<string, object>> AccountParameters { get; init; } = new Dictionary<string, Func<string, object>>();

    /// <summary>Returns the platform's own words for the state of a video if no document lists them; otherwise null.</summary>
    public Func<PlatformVideo, string?> UnknownStatusOf
    {
        get => field ?? (video => video.State == VideoState.Unknown && StatusOf(video) is { Length: > 0 } status ? status : null);
        init;
    }

    /// <summary>Finds a video by its ID; the result is null if it certainly does not exist. Null if the platform has no such call.</summary>
    public Func<PlatformClient, string, ICallObserver, CancellationToken, Task<PlatformVideo?>>? FindVideo { get; init; }

    /// <summary>Reads the lists that together contain every video.</summary>
    public IReadOnlyList<Func<PlatformClient, ListOptions, ICallObserver, CancellationToken, IAsyncEnumerable<Batch<PlatformVideo>>>> Lists { get; init; } =
        [(client, options, observer, cancellationToken) => client.ListAsync(options, observer, cancellationToken)];

    /// <summary>Returns how the task that an operation starts is getting on; null if the operation, a name of the document, starts none.</summary>
    public Func<string, PlatformVideo, StartedTask?> TaskOf { get; init; } = (_, _) => null;

    /// <summary>Returns whether the file of a video is encrypted, so that it cannot be played outside the platform.</summary>
    public Func<PlatformVideo, bool> IsEncrypted { get; init; } = _ => false;

    /// <summary>Returns the address of the subtitles of a video; null if it has none.</summary>
    public Func<PlatformVideo, string?> SubtitleAddressOf { get; init; } = _ => null;

    /// <summary>Reads the subtitles of a video, whose ID is for errors, from what that address returns; null if the platform has none.</summary>
    public Func<ReadOnlyMemory<byte>, string?, IReadOnlyList<Subtitle>>? ReadSubtitles { get; init; }
}
