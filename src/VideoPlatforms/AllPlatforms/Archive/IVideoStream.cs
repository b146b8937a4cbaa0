using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.AllPlatforms.Archive;

/// <summary>Represents work on videos that arrive one after the other. Disposing of it cancels the work that has not ended.</summary>
internal interface IVideoStream : IAsyncDisposable
{
    /// <summary>Processes videos. The work may continue when the task has completed.</summary>
    Task AddAsync(IReadOnlyList<VideoReference> videos, ICommandHost host, CancellationToken cancellationToken);

    /// <summary>Waits for all work, and writes its output.</summary>
    Task CompleteAsync(ICommandHost host, CancellationToken cancellationToken);
}
