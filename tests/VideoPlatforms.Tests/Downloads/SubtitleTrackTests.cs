using System.Text;
using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Clients.Downloads.Subtitles;
using VideoPlatforms.Tests.Sandbox;

namespace VideoPlatforms.Tests.Downloads;

public sealed class SubtitleTrackTests
{
    [Fact]
    public void Subtitles_are_sorted_and_empty_ones_are_omitted()
    {
        var track = Track(
            """
            [{"min_time": 5000, "max_time": "6500.4", "subtitles": "second", "start_frame": 125, "end_frame": 162, "fps": 25, "key": "k"},
             {"min_time": 4000, "max_time": 4500, "subtitles": "  "},
             {"min_time": 4000, "max_time": 4000, "subtitles": "no duration"},
             {"min_time": 4000, "max_time": 4500, "subtitles": null},
             {"min_time": 3723004, "max_time": 3724000, "subtitles": "third"},
             {"min_time": 0, "max_time": 1500, "subtitles": "first\r\n\r\nline\u2028two"},]
            """);

        Assert.Equal(3, track.Count);
        Assert.Equal(0, track.Overlaps);
        Assert.Equal(
            "1\n00:00:00,000 --> 00:00:01,500\nfirst\nline\ntwo\n\n2\n00:00:05,000 --> 00:00:06,500\nsecond\n\n3\n01:02:03,004 --> 01:02:04,000\nthird\n\n",
            track.ToSrt());
    }

    [Fact]
    public void Overlapping_subtitles_are_kept_and_counted()
    {
        var track = Track("""[{"min_time":0,"max_time":9000,"subtitles":"a"},{"min_time":1000,"max_time":2000,"subtitles":"b"},{"min_time":3000,"max_time":4000,"subtitles":"c"}]""");

        Assert.Equal((3, 2), (track.Count, track.Overlaps));
    }

    [Fact]
    public void WebVTT_text_is_escaped()
    {
        var text = Track("""[{"min_time":0,"max_time":1000,"subtitles":"<b>1 --> 2 & 3"}]""").ToVtt();

        Assert.Equal("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n&lt;b&gt;1 --&gt; 2 &amp; 3\n\n", text);
    }

    [FfmpegFact]
    public async Task Subtitles_are_readable_by_a_player()
    {
        var track = Track("""[{"min_time":0,"max_time":1000,"subtitles":"字幕 <一>"},{"min_time":1500,"max_time":2500,"subtitles":"second\nline"},{"min_time":3600000,"max_time":3601000,"subtitles":"last"}]""");
        var folder = Directory.CreateTempSubdirectory("subtitles-").FullName;
        try
        {
            foreach (var (name, text) in new[] { ("a.srt", track.ToSrt()), ("a.vtt", track.ToVtt()) })
            {
                await File.WriteAllTextAsync(Path.Combine(folder, name), text);
                var run = await Run.ProgramAsync(Run.OnPath("ffprobe")!, ["-v", "error", "-show_entries", "packet=pts_time,duration_time", "-of", "csv=p=0", name], folder, TimeSpan.FromMinutes(1));
                Assert.True(run.ExitCode == 0, run.Output);
                Assert.Equal(["0.000000,1.000000", "1.500000,1.000000", "3600.000000,1.000000"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SubtitleTrack Track(string json) => new(ChanjingSubtitleReader.Read(Encoding.UTF8.GetBytes(json), "v1"));
}
