using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.AllPlatforms.Exports;

/// <summary>Writes a file of the videos that are passed to it, or that it lists itself. An incomplete file is deleted by Dispose.</summary>
internal interface IVideoExporter : IDisposable
{
    /// <summary>Lists sessions, writes all their videos, and completes the file.</summary>
    Task RunAsync(IReadOnlyList<VideoPlatformSession> sessions, ICommandHost host, CancellationToken cancellationToken);

    /// <summary>Writes videos. What is not a video is reported, and the remaining items are written.</summary>
    Task AddAsync(IReadOnlyList<VideoReference> references, ICommandHost host, CancellationToken cancellationToken);

    /// <summary>Completes a file of the videos that were added.</summary>
    Task EndAsync(ICommandHost host, CancellationToken cancellationToken);
}
