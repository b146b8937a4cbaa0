using VideoPlatforms.Clients.Downloads.Names;
using VideoPlatforms.Clients.Downloads.Transfer;
using VideoPlatforms.Clients.Registry;

namespace VideoPlatforms.AllPlatforms.Archive;

/// <summary>Specifies how videos are saved.</summary>
/// <param name="Destination">The absolute path of the folder.</param>
internal sealed record SaveOptions(string Destination)
{
    /// <summary>Gets the template of the names.</summary>
    public NameTemplate Template { get; init; } = ParseTemplate(NameTemplate.Default);

    /// <summary>Gets what is saved beside the file.</summary>
    public IReadOnlyCollection<SavedContent> Include { get; init; } = [];

    /// <summary>Gets the formats of the subtitles.</summary>
    public IReadOnlyCollection<SubtitleFormat> SubtitleFormats { get; init; } = [SubtitleFormat.Srt];

    /// <summary>Gets the maximum number of files at the same time.</summary>
    public int ThrottleLimit { get; init; } = 4;

    /// <summary>Gets a value indicating whether files that are already there are downloaded again.</summary>
    public bool Force { get; init; }

    /// <summary>Gets how files are downloaded.</summary>
    public DownloadOptions Download { get; init; } = new();

    /// <summary>Parses a template whose properties are those of the videos of all platforms.</summary>
    /// <exception cref="ArgumentException">The template contains an unknown property or leaves the destination.</exception>
    public static NameTemplate ParseTemplate(string text) => NameTemplate.Parse(text, PlatformRegistry.All.Select(description => description.VideoType));
}
