using System.Management.Automation;
using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Lists the account's videos on Chanjing (video_list), or reads some by their ids (video).</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ChanjingVideo", SupportsPaging = true, DefaultParameterSetName = InList)]
[OutputType(typeof(ChanjingVideo))]
public sealed class GetChanjingVideoCommand() : ListOrReadCommand<ChanjingClient, ChanjingVideo>(nameof(Id))
{
    /// <summary>
    /// <para type="description">Reads the videos of these ids instead of listing, with subtitles and duration.</para>
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ById)]
    [ItemArgument(Platform.Chanjing, "Id")]
    [ValidateItem]
    public ItemReference[]? Id { get; set; }

    /// <inheritdoc/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SessionArgument(Platform.Chanjing)]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public override VideoPlatformSession? Session { get; set; }

    /// <inheritdoc/>
    private protected override Platform Platform => Platform.Chanjing;

    /// <inheritdoc/>
    private protected override ItemReference[] Items => Id!;

    /// <inheritdoc/>
    private protected override IAsyncEnumerable<Batch<ChanjingVideo>> List(ChanjingClient client, ListOptions options, ICommandHost host, CancellationToken cancellationToken) =>
        client.ListVideosAsync(options, host, cancellationToken);

    /// <inheritdoc/>
    private protected override Task<ChanjingVideo> ReadAsync(ChanjingClient client, string id, ICommandHost host, CancellationToken cancellationToken) =>
        client.GetVideoAsync(id, host, cancellationToken);
}
