using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Commands;

/// <summary>What every list of one platform takes and does.</summary>
/// <typeparam name="TClient">The platform's client.</typeparam>
/// <typeparam name="TVideo">What is listed.</typeparam>
public abstract class ListCommand<TClient, TVideo> : PagedCommand
    where TClient : PlatformClient
    where TVideo : class
{
    /// <summary>
    /// <para type="description">The session to use, or its name; the platform's session named default, or the only one, where none is given.</para>
    /// </summary>
    public abstract VideoPlatformSession? Session { get; set; }

    private protected abstract Platform Platform { get; }

    /// <summary>Speaks for the session.</summary>
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
