namespace VideoPlatforms.Clients.Downloads.Archive;

/// <summary>Reports that another process writes to a folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="owner">The process, as the lock file names it.</param>
internal sealed class FolderInUseException(string folder, string owner) : Exception($"{folder}: {owner}")
{
    /// <summary>Gets the folder.</summary>
    public string Folder => folder;

    /// <summary>Gets the process, as the lock file names it.</summary>
    public string Owner => owner;
}
