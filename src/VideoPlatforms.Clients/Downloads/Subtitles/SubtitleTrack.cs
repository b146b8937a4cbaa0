using System.Globalization;
using System.Text;

namespace VideoPlatforms.Clients.Downloads.Subtitles;

/// <summary>Contains the subtitles of a video in the order of their times, and writes them as SubRip (SRT) or WebVTT.</summary>
internal sealed class SubtitleTrack
{
    private readonly IReadOnlyList<Subtitle> _subtitles;

    /// <summary>Sorts the subtitles. Those without text or duration are omitted.</summary>
    public SubtitleTrack(IEnumerable<Subtitle> subtitles) =>
        _subtitles =
        [
            .. from subtitle in subtitles
               let text = Lines(subtitle.Text)
               where text.Length > 0 && subtitle.End > subtitle.Start
               orderby subtitle.Start, subtitle.End
               select subtitle with { Text = text },
        ];

    /// <summary>Gets the number of subtitles.</summary>
    public int Count => _subtitles.Count;

    /// <summary>Gets the number of subtitles that begin before an earlier one ends.</summary>
    public int Overlaps
    {
        get
        {
            var overlaps = 0;
            var end = TimeSpan.Zero;
            foreach (var subtitle in _subtitles)
            {
                overlaps += subtitle.Start < end ? 1 : 0;
                end = subtitle.End > end ? subtitle.End : end;
            }

            return overlaps;
        }
    }

    /// <summary>Returns the subtitles in the SubRip format.</summary>
    public string ToSrt()
    {
        var text = new StringBuilder();
        for (var index = 0; index < _subtitles.Count; index++)
        {
            var subtitle = _subtitles[index];
            text.Append((index + 1).ToString(CultureInfo.InvariantCulture)).Append('\n')
                .Append(Time(subtitle.Start, ',')).Append(" --> ").Append(Time(subtitle.End, ',')).Append('\n')
                .Append(subtitle.Text).Append("\n\n");
        }

        return text.ToString();
    }

    /// <summary>Returns the subtitles in the WebVTT format.</summary>
    public string ToVtt()
    {
        var text = new StringBuilder("WEBVTT\n\n");
        foreach (var subtitle in _subtitles)
        {
            text.Append(Time(subtitle.Start, '.')).Append(" --> ").Append(Time(subtitle.End, '.')).Append('\n')
                .Append(subtitle.Text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")).Append("\n\n");
        }

        return text.ToString();
    }

    // An empty line would end the subtitle, and control characters have no place in it.
    private static string Lines(string text) => string.Join(
        "\n",
        text.Split('\n', '\r', '\u2028', '\u2029')
            .Select(line => string.Concat(line.Where(character => !char.IsControl(character) || character == '\t')).Trim())
            .Where(line => line.Length > 0));

    private static string Time(TimeSpan time, char decimalSeparator) =>
        string.Format(CultureInfo.InvariantCulture, "{0:00}:{1:00}:{2:00}{3}{4:000}", Math.Floor(time.TotalHours), time.Minutes, time.Seconds, decimalSeparator, time.Milliseconds);
}
