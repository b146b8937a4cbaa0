using System.Management.Automation;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Commands;

/// <summary>
/// Gets the recommended videos of a Qushipin server (getRecommendVideos), or individual recommendations by ID
/// (getRecommendVideoById).
/// </summary>
[Cmdlet(VerbsCommon.Get, "QushipinRecommendation", SupportsPaging = true, DefaultParameterSetName = InList)]
[OutputType(typeof(QushipinVideo))]
public sealed class GetQushipinRecommendationCommand : QushipinListCommand
{
    /// <inheritdoc/>
    private protected override IAsyncEnumerable<Batch<QushipinVideo>> List(QushipinClient client, ListOptions options, ICommandHost host, CancellationToken cancellationToken) =>
        client.ListRecommendationsAsync(Filter, options, host, cancellationToken);

    /// <inheritdoc/>
    private protected override Task<QushipinVideo> ReadAsync(QushipinClient client, string id, ICommandHost host, CancellationToken cancellationToken) =>
        client.GetRecommendationAsync(id, host, cancellationToken);
}
