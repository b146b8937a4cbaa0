namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>Represents a file that was downloaded completely.</summary>
/// <param name="Path">The absolute path.</param>
/// <param name="Length">The length in bytes.</param>
/// <param name="Sha256">The SHA-256, as hexadecimal digits in lower case.</param>
/// <param name="ContentType">The content type that the server reported.</param>
/// <param name="IsResumed">Whether a partial file of an earlier run was continued.</param>
internal sealed record DownloadedFile(string Path, long Length, string Sha256, string? ContentType, bool IsResumed);
