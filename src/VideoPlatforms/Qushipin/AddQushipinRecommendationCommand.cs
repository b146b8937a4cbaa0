using System.Management.Automation;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Adds videos to the recommendations (recommendVideo). The fields come from the pipeline or from parameters.</summary>
[Cmdlet(VerbsCommon.Add, "QushipinRecommendation", SupportsShouldProcess = true)]
[OutputType(typeof(VideoOperationResult))]
public sealed class AddQushipinRecommendationCommand : QushipinVideoWriteCommand
{
    /// <summary>Specifies the videos, or their IDs (videoId).</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ItemArgument(Platform.Qushipin, "VideoId", "Id")]
    [ValidateItem]
    public override ItemReference[] VideoId { get; set; } = [];

    /// <summary>Specifies the ID of the user who uploaded the video (userId).</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? UserId { get; set; }

    /// <summary>Specifies the title (title).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Title { get; set; }

    /// <summary>Specifies the description (description).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>Specifies the duration (duration), such as 00:01:30; sent in seconds.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DurationArgument]
    public TimeSpan? Duration { get; set; }

    /// <summary>Specifies the address of the cover image (coverUrl).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CoverUrl { get; set; }

    /// <summary>Specifies the size of the source file in bytes (size).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyAsNull]
    public long? Size { get; set; }

    /// <summary>
    /// Specifies the tags (tags); sent separated by commas. In a string from a CSV file, they can be separated by semicolons.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? Tags { get; set; }

    /// <summary>Specifies the number of the category (cateId).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CategoryId { get; set; }

    /// <summary>Specifies the name of the category (cateName).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CategoryName { get; set; }

    /// <summary>Specifies the address of the image of the first frame (firstFrameUrl).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? FirstFrameUrl { get; set; }

    /// <summary>Specifies the transcoding status (transcodeStatus): onTranscode, success or fail.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? TranscodeStatus { get; set; }

    /// <summary>Specifies the snapshot status (snapshotStatus).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? SnapshotStatus { get; set; }

    /// <summary>Specifies the review status (censorStatus): onCensor, success or fail.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CensorStatus { get; set; }

    /// <summary>Specifies whether the video is a narrowband video (isNarrow). If the switch is omitted, the field is not sent.</summary>
    [Parameter]
    public SwitchParameter Narrowband { get; set; }

    /// <summary>
    /// Specifies whether the server caches the video immediately (isCache). If the switch is omitted, the field is not sent.
    /// </summary>
    [Parameter]
    public SwitchParameter Preheat { get; set; }

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken) =>
        ChangeAsync(CommandMessages.Recommend, (client, item) => client.RecommendAsync(Recommendation(item.Value!), host, cancellationToken), host);

    private QushipinRecommendation Recommendation(string id) =>
        new()
        {
            VideoId = id,
            UserId = UserId,
            Title = Title,
            Description = Description,
            Duration = Duration,
            CoverUrl = CoverUrl,
            Size = Size,
            Tags = Tags?.SelectMany(tag => tag.Split(';')).ToList(),
            CategoryId = CategoryId,
            CategoryName = CategoryName,
            FirstFrameUrl = FirstFrameUrl,
            TranscodeStatus = TranscodeStatus,
            SnapshotStatus = SnapshotStatus,
            CensorStatus = CensorStatus,
            Narrowband = Given(nameof(Narrowband), Narrowband),
            Preheat = Given(nameof(Preheat), Preheat),
        };

    // A switch with the value false is sent; a switch that is omitted is not.
    private bool? Given(string name, SwitchParameter value) => MyInvocation.BoundParameters.ContainsKey(name) ? value.ToBool() : null;
}
