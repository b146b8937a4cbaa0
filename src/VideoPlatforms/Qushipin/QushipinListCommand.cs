using System.Management.Automation;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Qushipin;

namespace VideoPlatforms.Commands;

/// <summary>What both lists of a Qushipin server take.</summary>
public abstract class QushipinListCommand() : ListOrReadCommand<QushipinClient, QushipinVideo>(nameof(VideoId))
{
    /// <summary>
    /// <para type="description">Reads the videos of these ids instead of listing. An id that the server does not know is an error of its own.</para>
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ById)]
    [Alias("Id")]
    [ItemArgument(Platform.Qushipin, "VideoId", "Id")]
    [ValidateItem]
    public ItemReference[]? VideoId { get; set; }

    /// <summary>
    /// <para type="description">Only videos that this user uploaded (userId); matches exactly.</para>
    /// </summary>
    [Parameter(ParameterSetName = InList)]
    [ArgumentCompleter(typeof(UploaderCompleter))]
    public string? UserId
    {
        get => Filter.UserId;
        set => Filter.UserId = value;
    }

    /// <summary>
    /// <para type="description">Only videos that the user of this name uploaded (userName); matches exactly.</para>
    /// </summary>
    [Parameter(ParameterSetName = InList)]
    public string? UserName
    {
        get => Filter.UserName;
        set => Filter.UserName = value;
    }

    /// <summary>
    /// <para type="description">Only videos of this title (title); matches exactly.</para>
    /// </summary>
    [Parameter(ParameterSetName = InList)]
    public string? Title
    {
        get => Filter.Title;
        set => Filter.Title = value;
    }

    /// <summary>
    /// <para type="description">Only videos created at this time or later (startTime). This machine's local time unless an offset is given; sent in the session's time zone.</para>
    /// </summary>
    [Parameter(ParameterSetName = InList)]
    public DateTimeOffset? StartTime
    {
        get => Filter.StartTime;
        set => Filter.StartTime = value;
    }

    /// <summary>
    /// <para type="description">Only videos created at this time or earlier (endTime). This machine's local time unless an offset is given; sent in the session's time zone.</para>
    /// </summary>
    [Parameter(ParameterSetName = InList)]
    public DateTimeOffset? EndTime
    {
        get => Filter.EndTime;
        set => Filter.EndTime = value;
    }

    /// <summary>
    /// <para type="description">Only videos whose review stands so (censorStatus): onCensor, success or fail.</para>
    /// </summary>
    [Parameter(ParameterSetName = InList)]
    [ArgumentCompleter(typeof(QushipinStatusCompleter))]
    public string? CensorStatus
    {
        get => Filter.CensorStatus;
        set => Filter.CensorStatus = value;
    }

    /// <inheritdoc/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SessionArgument(Platform.Qushipin)]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public override VideoPlatformSession? Session { get; set; }

    private protected QushipinVideoFilter Filter { get; } = new();

    /// <inheritdoc/>
    private protected override Platform Platform => Platform.Qushipin;

    /// <inheritdoc/>
    private protected override ItemReference[] Items => VideoId!;
}
