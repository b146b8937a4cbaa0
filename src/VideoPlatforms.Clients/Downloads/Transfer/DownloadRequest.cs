namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>Represents a file to download.</summary>
/// <param name="Address">The address.</param>
/// <param name="Path">The absolute path of the file. Without an extension, the extension is added by the content type.</param>
/// <param name="Owner">The video and the kind of file; a partial file of another owner is not resumed.</param>
internal sealed record DownloadRequest(MediaAddress Address, string Path, string Owner)
{
    /// <summary>Gets what the file must contain.</summary>
    public ExpectedContent Content { get; init; } = ExpectedContent.Media;

    /// <summary>Gets a value indicating whether the path contains the extension.</summary>
    public bool HasExtension { get; init; } = true;

    /// <summary>Gets a value indicating whether a file with the final name is replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Gets the function that reads a refused or expired address again; null if that is not possible.</summary>
    public Func<CancellationToken, Task<MediaAddress?>>? RenewAsync { get; init; }

    /// <summary>Gets the function that receives the progress: the bytes of the file so far, and its length if known.</summary>
    public Action<long, long?>? Progress { get; init; }

    /// <summary>Gets the function that receives the complete file before its journal is deleted.</summary>
    public Action<DownloadedFile>? Completed { get; init; }
}
