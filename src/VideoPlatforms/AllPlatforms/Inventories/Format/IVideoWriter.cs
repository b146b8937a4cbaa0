namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>Writes videos in a format.</summary>
internal interface IVideoWriter
{
    /// <summary>Writes a video.</summary>
    void Write(PlatformVideo video);

    /// <summary>Writes everything to the stream.</summary>
    void Flush();
}
