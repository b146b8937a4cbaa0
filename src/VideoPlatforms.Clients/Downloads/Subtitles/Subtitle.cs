namespace VideoPlatforms.Clients.Downloads.Subtitles;

/// <summary>Represents a subtitle.</summary>
/// <param name="Start">When it appears, from the beginning of the video.</param>
/// <param name="End">When it disappears.</param>
/// <param name="Text">The text.</param>
internal sealed record Subtitle(TimeSpan Start, TimeSpan End, string Text);
