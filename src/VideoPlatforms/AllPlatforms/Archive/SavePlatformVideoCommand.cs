using System.Management.Automation;
using VideoPlatforms.AllPlatforms.Archive;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Saves the files of videos to a folder, resumes interrupted downloads, and verifies length and hash.</summary>
[Cmdlet(VerbsData.Save, "PlatformVideo", SupportsShouldProcess = true, DefaultParameterSetName = FromPipeline)]
[OutputType(typeof(SavedVideo))]
public sealed class SavePlatformVideoCommand : VideoStreamCommand
{
    private const string FromPipeline = "Pipeline";
    private const string FromArgument = "Argument";

    private string _folder = "";

    /// <summary>Specifies the videos: objects of any platform, or rows that were saved.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = FromPipeline)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FromArgument)]
    [VideoArgument]
    public override VideoReference[] Video { get; set; } = [];

    /// <summary>Specifies the folder. It is created if it does not exist.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FromPipeline)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = FromArgument)]
    [ValidateNotWhiteSpace]
    public string Destination { get; set; } = "";

    /// <summary>
    /// Specifies the names of the files in the folder, without an extension. Every property of a video can be part of it, in braces.
    /// The default is {Platform}/{Title} [{Id}].
    /// </summary>
    [Parameter]
    [ValidateNameTemplate]
    public string NameTemplate { get; set; } = Clients.Downloads.Names.NameTemplate.Default;

    /// <summary>Specifies what is saved beside the file: Cover, Subtitle (Chanjing), Metadata.</summary>
    [Parameter]
    public SavedContent[] Include { get; set; } = [];

    /// <summary>Specifies the formats of the subtitles: Srt, Vtt, Json. The default is Srt.</summary>
    [Parameter]
    public SubtitleFormat[] SubtitleFormat { get; set; } = [VideoPlatforms.SubtitleFormat.Srt];

    /// <summary>Specifies the maximum number of files that are downloaded at the same time, from 1 to 64. The default is 4.</summary>
    [Parameter]
    [ValidateRange(1, InputRules.MaxThrottleLimit)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>Specifies the maximum number of bytes per second of all downloads together. The default is no limit.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long BytesPerSecond { get; set; }

    /// <summary>Downloads files again that are already in the folder. Files of other videos are never replaced.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override IVideoStream Open() => new VideoSaver(
        new(_folder)
        {
            Template = SaveOptions.ParseTemplate(NameTemplate),
            Include = Include,
            SubtitleFormats = SubtitleFormat,
            ThrottleLimit = ThrottleLimit,
            Force = Force,
            Download = new() { BytesPerSecond = BytesPerSecond > 0 ? BytesPerSecond : null },
        },
        Sessions,
        StoppingToken);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _folder = FilePaths.Resolve(this, Destination);
    }
}
