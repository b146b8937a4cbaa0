namespace VideoPlatforms.AllPlatforms.Inventories.Reading;

/// <summary>Reads the videos of an inventory one by one.</summary>
internal interface IVideoSource
{
    /// <summary>Reads the next video, or why the next line or row contains none.</summary>
    /// <returns>False at the end.</returns>
    bool Read(out PlatformVideo? video, out CommandException? error);
}
