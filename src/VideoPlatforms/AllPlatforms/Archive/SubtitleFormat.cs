#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Specifies the format of subtitles.</summary>
public enum SubtitleFormat
{
    /// <summary>SubRip.</summary>
    Srt,

    /// <summary>WebVTT.</summary>
    Vtt,

    /// <summary>JSON, as the platform provides it.</summary>
    Json,
}
