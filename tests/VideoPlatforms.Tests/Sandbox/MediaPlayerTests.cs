namespace VideoPlatforms.Tests.Sandbox;

/// <summary>The files of the sandbox in a real player.</summary>
public sealed class MediaPlayerTests : MediaTest
{
    [FfmpegFact]
    public async Task Videos_are_played()
    {
        foreach (var length in new long?[] { null, 0, 3_000_000 })
        {
            Sandbox.Media.MediaLength = length;

            Assert.Equal("codec_name=h264\nwidth=160\nheight=96\nnb_read_frames=10\nduration=5.000000\n", await ProbeAsync(Video, "-count_frames"));
            Assert.Equal("", await PlayAsync(Video));
        }
    }

    [FfmpegFact]
    public async Task Sounds_are_played()
    {
        Assert.StartsWith("codec_name=mp3\n", await ProbeAsync(Sound), StringComparison.Ordinal);
        Assert.Equal("", await PlayAsync(Sound));
    }

    [FfmpegFact]
    public async Task Covers_are_displayed()
    {
        Assert.StartsWith("codec_name=png\nwidth=160\nheight=90\n", await ProbeAsync(Cover), StringComparison.Ordinal);
        Assert.Equal("", await PlayAsync(Cover));
    }

    [FfmpegFact]
    public async Task Playlists_are_played()
    {
        Assert.StartsWith("codec_name=mp3\n", await ProbeAsync(Playlist), StringComparison.Ordinal);
        Assert.Equal("", await PlayAsync(Playlist));
    }

    /// <summary>Describes the only track of a file.</summary>
    private static async Task<string> ProbeAsync(string address, params string[] options)
    {
        var run = await RunAsync(
            Ffmpeg.Probe!,
            ["-v", "error", .. options, "-show_entries", "stream=codec_name,width,height,nb_read_frames:format=duration", "-of", "default=noprint_wrappers=1", address]);
        return run.Replace("\r", "", StringComparison.Ordinal);
    }

    /// <summary>Decodes a file, and returns the errors.</summary>
    private static Task<string> PlayAsync(string address) => RunAsync(Ffmpeg.Converter!, ["-nostdin", "-v", "error", "-xerror", "-i", address, "-f", "null", "-"]);

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        var run = await Run.ProgramAsync(program, arguments, Repository.Root, Patience);
        Assert.True(run.ExitCode == 0, run.Output);
        return run.Output.Trim('\r', '\n') is { Length: > 0 } output ? output + "\n" : "";
    }
}
