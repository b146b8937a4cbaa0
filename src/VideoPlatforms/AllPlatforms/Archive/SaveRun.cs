using System.Collections.Concurrent;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Downloads.Archive;
using VideoPlatforms.Clients.Downloads.Transfer;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Archive;

/// <summary>Contains what the videos of a command share.</summary>
/// <param name="Options">How videos are saved.</param>
/// <param name="Folder">The destination.</param>
/// <param name="Downloader">Downloads the files.</param>
/// <param name="Lookup">Reads videos again.</param>
/// <param name="Observer">Receives warnings.</param>
internal sealed record SaveRun(SaveOptions Options, ArchiveFolder Folder, Downloader Downloader, VideoLookup Lookup, ICallObserver Observer)
{
    private readonly ConcurrentDictionary<Platform, bool> _withoutSubtitles = [];

    /// <summary>Warns that a platform provides no subtitles, once for all its videos.</summary>
    public void WarnWithoutSubtitles(Platform platform)
    {
        if (_withoutSubtitles.TryAdd(platform, true))
        {
            Observer.Warning(CommandMessages.SubtitlesUnsupported.With(platform));
        }
    }
}
