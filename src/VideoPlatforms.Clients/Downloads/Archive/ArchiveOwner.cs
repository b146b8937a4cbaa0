namespace VideoPlatforms.Clients.Downloads.Archive;

/// <summary>Writes and reads the text that identifies a file of a video in a journal.</summary>
internal static class ArchiveOwner
{
    // Control characters stand in no ID.
    private const char Separator = '\t';

    /// <summary>Returns the text for a file of a video.</summary>
    public static string Of(string video, string kind) => video + Separator + kind;

    /// <summary>Returns the video.</summary>
    public static string VideoOf(string owner) => owner.Split(Separator)[0];
}
