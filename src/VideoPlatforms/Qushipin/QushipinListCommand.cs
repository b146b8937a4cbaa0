using System.Management.Automation;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Qushipin;

namespace VideoPlatforms.Commands;

/// <summary>Provides the common parameters of the cmdlets that list the videos or recommendations of a Qushipin server.</summary>
public abstract class QushipinListCommand() : ListOrReadCommand<QushipinClient, QushipinVideo>(nameof(VideoId))
{
    /// <summary>
    /// Specifies the IDs of the videos to read instead of the list. If an ID does not exist, an error is written for that ID.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ById)]
    [Alias("Id")]
    [ItemArgument(Platform.Qushipin, "VideoId", "Id")]
    [ValidateItem]
    public ItemReference[]? VideoId { get; set; }

    /// <summary>Gets only videos that this user uploaded (userId). The value must match exactly.</summary>
    [Parameter(ParameterSetName = InList)]
    [ArgumentCompleter(typeof(UploaderCompleter))]
    public string? UserId
    {
        get => Filter.UserId;
        set => Filter.UserId = value;
    }

    /// <summary>Gets only videos that the user with this name uploaded (userName). The value must match exactly.</summary>
    [Parameter(ParameterSetName = InList)]
    public string? UserName
    {
        get => Filter.UserName;
        set => Filter.UserName = value;
    }

    /// <summary>Gets only videos with this title (title). The whole title must match.</summary>
    [Parameter(ParameterSetName = InList)]
    public string? Title
    {
        get => Filter.Title;
        set => Filter.Title = value;
    }

    /// <summary>
    /// Gets only videos created at or after this time (startTime). A time without an offset is local time of this computer. The
    /// time is sent in the session's time zone.
    /// </summary>
    [Parameter(ParameterSetName = InList)]
    public DateTimeOffset? StartTime
    {
        get => Filter.StartTime;
        set => Filter.StartTime = value;
    }

    /// <summary>
    /// Gets only videos created at or before this time (endTime). A time without an offset is local time of this computer. The time
    /// is sent in the session's time zone.
    /// </summary>
    [Parameter(ParameterSetName = InList)]
    public DateTimeOffset? EndTime
    {
        get => Filter.EndTime;
        set => Filter.EndTime = value;
    }

    /// <summary>Gets only videos with this review status (censorStatus): onCensor, success or fail.</summary>
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
