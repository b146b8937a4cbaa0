using System.Management.Automation;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.PolyvLive;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Lists the account's playbacks, or its videos on demand, on Polyv Live (playback/list).</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "PolyvLivePlayback", SupportsPaging = true)]
[OutputType(typeof(PolyvLivePlayback))]
public sealed class GetPolyvLivePlaybackCommand : ListCommand<PolyvLiveClient, PolyvLivePlayback>
{
    private readonly PolyvLivePlaybackFilter _filter = new();

    /// <summary>
    /// <para type="description">The list (listType): Playback or Vod. The server's own choice, playbacks, where none is given.</para>
    /// </summary>
    [Parameter]
    public PolyvLiveListType? ListType
    {
        get => _filter.ListType;
        set => _filter.ListType = value;
    }

    /// <summary>
    /// <para type="description">The order (order): by the time it was added or by rank, smallest first. The server's own order, the latest first, where none is given.</para>
    /// </summary>
    [Parameter]
    public PolyvLiveOrder? OrderBy
    {
        get => _filter.OrderBy;
        set => _filter.OrderBy = value;
    }

    /// <summary>
    /// <para type="description">Largest first; without -OrderBy, the latest first.</para>
    /// </summary>
    [Parameter]
    public SwitchParameter Descending
    {
        get => _filter.Descending;
        set => _filter.Descending = value;
    }

    /// <inheritdoc/>
    [Parameter]
    [SessionArgument(Platform.PolyvLive, MustBeOpen = true)]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public override VideoPlatformSession? Session { get; set; }

    /// <inheritdoc/>
    private protected override Platform Platform => Platform.PolyvLive;

    /// <inheritdoc/>
    private protected override IAsyncEnumerable<Batch<PolyvLivePlayback>> List(PolyvLiveClient client, ListOptions options, ICommandHost host, CancellationToken cancellationToken) =>
        client.ListPlaybacksAsync(_filter, options, host, cancellationToken);
}
