using System.Management.Automation;
using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Gets the videos of a Chanjing account (video_list), or individual videos by ID (video).</summary>
[Cmdlet(VerbsCommon.Get, "ChanjingVideo", SupportsPaging = true, DefaultParameterSetName = InList)]
[OutputType(typeof(ChanjingVideo))]
public sealed class GetChanjingVideoCommand() : ListOrReadCommand<ChanjingClient, ChanjingVideo>(nameof(Id))
{
    /// <summary>Specifies the IDs of the videos to read, with subtitles and duration, instead of the list.</summary>
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
