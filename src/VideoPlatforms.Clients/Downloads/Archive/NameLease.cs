namespace VideoPlatforms.Clients.Downloads.Archive;

/// <summary>Represents the name of a video in an archive folder, which no other task uses until it is disposed of.</summary>
/// <param name="name">The relative path without an extension.</param>
/// <param name="path">The absolute path without an extension.</param>
/// <param name="turn">Released with the lease.</param>
internal sealed class NameLease(string name, string path, SemaphoreSlim turn) : IDisposable
{
    /// <summary>Gets the relative path without an extension, with <c>/</c> between its parts.</summary>
    public string Name => name;

    /// <summary>Gets the absolute path without an extension.</summary>
    public string Path => path;

    /// <inheritdoc/>
    public void Dispose() => turn.Release();
}
