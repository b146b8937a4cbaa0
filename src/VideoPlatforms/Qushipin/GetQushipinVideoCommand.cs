using System.Management.Automation;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Commands;

/// <summary>Gets the videos of a Qushipin server (getVideos), or individual videos by ID (getVideoById).</summary>
[Cmdlet(VerbsCommon.Get, "QushipinVideo", SupportsPaging = true, DefaultParameterSetName = InList)]
[OutputType(typeof(QushipinVideo))]
public sealed class GetQushipinVideoCommand : QushipinListCommand
{
    /// <inheritdoc/>
    private protected override IAsyncEnumerable<Batch<QushipinVideo>> List(QushipinClient client, ListOptions options, ICommandHost host, CancellationToken cancellationToken) =>
        client.ListVideosAsync(Filter, options, host, cancellationToken);

    /// <inheritdoc/>
    private protected override Task<QushipinVideo> ReadAsync(QushipinClient client, string id, ICommandHost host, CancellationToken cancellationToken) =>
        client.GetVideoAsync(id, host, cancellationToken);
}
