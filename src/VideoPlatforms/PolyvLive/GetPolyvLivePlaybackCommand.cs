using System.Management.Automation;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.PolyvLive;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Gets the playbacks, or the videos on demand, of a Polyv Live account (playback/list).</summary>
[Cmdlet(VerbsCommon.Get, "PolyvLivePlayback", SupportsPaging = true)]
[OutputType(typeof(PolyvLivePlayback))]
public sealed class GetPolyvLivePlaybackCommand : ListCommand<PolyvLiveClient, PolyvLivePlayback>
{
    private readonly PolyvLivePlaybackFilter _filter = new();

    /// <summary>Specifies the list (listType): Playback or Vod. If it is omitted, the server's default applies: playbacks.</summary>
    [Parameter]
    public PolyvLiveListType? ListType
    {
        get => _filter.ListType;
        set => _filter.ListType = value;
    }

    /// <summary>
    /// Specifies the sort order (order), ascending: by the time at which the item was added or by rank. If it is omitted, the
    /// server's default order applies: the latest items first.
    /// </summary>
    [Parameter]
    public PolyvLiveOrder? OrderBy
    {
        get => _filter.OrderBy;
        set => _filter.OrderBy = value;
    }

    /// <summary>Sorts in descending order. Without <see cref="OrderBy"/>, the latest items come first.</summary>
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
