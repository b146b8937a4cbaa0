using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Commands;

/// <summary>Provides the common parameter and the behavior of the cmdlets that list the items of one platform.</summary>
/// <typeparam name="TClient">The type of the platform's client.</typeparam>
/// <typeparam name="TVideo">The type of the items.</typeparam>
public abstract class ListCommand<TClient, TVideo> : PagedCommand
    where TClient : PlatformClient
    where TVideo : class
{
    /// <summary>Specifies the session, or its name. The default is the session named default, or the platform's only session.</summary>
    public abstract VideoPlatformSession? Session { get; set; }

    private protected abstract Platform Platform { get; }

    /// <summary>Gets the client of the session.</summary>
    private protected TClient Client => Sessions.Client<TClient>(Session, Platform);

    /// <summary>Reads the list.</summary>
    private protected abstract IAsyncEnumerable<Batch<TVideo>> List(TClient client, ListOptions options, ICommandHost host, CancellationToken cancellationToken);

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        var options = ReadPaging();
        return ListRunner.RunAsync(List(Client, options, host, cancellationToken), options, host, cancellationToken);
    }
}
