using System.Management.Automation;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Recommends videos (recommendVideo): takes them from the pipeline, or their fields as parameters.</para>
/// </summary>
[Cmdlet(VerbsCommon.Add, "QushipinRecommendation", SupportsShouldProcess = true)]
[OutputType(typeof(VideoOperationResult))]
public sealed class AddQushipinRecommendationCommand : QushipinVideoWriteCommand
{
    /// <summary>
    /// <para type="description">The videos, or their ids (videoId).</para>
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ItemArgument(Platform.Qushipin, "VideoId", "Id")]
    [ValidateItem]
    public override ItemReference[] VideoId { get; set; } = [];

    /// <summary>
    /// <para type="description">The user who uploaded it (userId).</para>
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? UserId { get; set; }

    /// <summary>
    /// <para type="description">The title (title).</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Title { get; set; }

    /// <summary>
    /// <para type="description">The description (description).</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>
    /// <para type="description">How long it plays (duration), such as 00:01:30; sent in seconds.</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DurationArgument]
    public TimeSpan? Duration { get; set; }

    /// <summary>
    /// <para type="description">The cover picture's address (coverUrl).</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CoverUrl { get; set; }

    /// <summary>
    /// <para type="description">The size of the source file in bytes (size).</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyAsNull]
    public long? Size { get; set; }

    /// <summary>
    /// <para type="description">The tags (tags); sent separated by commas. A string from a CSV may separate them by semicolons.</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? Tags { get; set; }

    /// <summary>
    /// <para type="description">The category (cateId).</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CategoryId { get; set; }

    /// <summary>
    /// <para type="description">The category's name (cateName).</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CategoryName { get; set; }

    /// <summary>
    /// <para type="description">The first frame's address (firstFrameUrl).</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? FirstFrameUrl { get; set; }

    /// <summary>
    /// <para type="description">The transcoding (transcodeStatus): onTranscode, success or fail.</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? TranscodeStatus { get; set; }

    /// <summary>
    /// <para type="description">The snapshots (snapshotStatus).</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? SnapshotStatus { get; set; }

    /// <summary>
    /// <para type="description">The review (censorStatus): onCensor, success or fail.</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CensorStatus { get; set; }

    /// <summary>
    /// <para type="description">It is a narrowband video (isNarrow). Not sent where the switch is not given.</para>
    /// </summary>
    [Parameter]
    public SwitchParameter Narrowband { get; set; }

    /// <summary>
    /// <para type="description">Puts it into the cache at once (isCache). Not sent where the switch is not given.</para>
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

    // -Preheat:$false says something; no -Preheat at all leaves it to the server.
    private bool? Given(string name, SwitchParameter value) => MyInvocation.BoundParameters.ContainsKey(name) ? value.ToBool() : null;
}
