using System.Management.Automation;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Commands;

/// <summary>What every list cmdlet takes: the paging parameters (-First, -Skip, -IncludeTotalCount), and how pages are fetched.</summary>
/// <typeparam name="TClient">The platform's client.</typeparam>
/// <typeparam name="TVideo">What is listed.</typeparam>
public abstract class ListCommand<TClient, TVideo> : SessionCommand<TClient>
    where TClient : PlatformClient
    where TVideo : class
{
    private readonly ListOptions _options = new();

    /// <summary>
    /// <para type="description">How many objects to ask for per request, 1 to 1000: transport only, the output is the same. Default 100. A server may use a size of its own.</para>
    /// </summary>
    [Parameter]
    [ValidateRange(1, InputRules.LargestPage)]
    public int PageSize
    {
        get => _options.PageSize;
        set => _options.PageSize = value;
    }

    /// <summary>
    /// <para type="description">How many pages may be under way at a time, 1 to 64. Default 4. The output's order stays the list's.</para>
    /// </summary>
    [Parameter]
    [ValidateRange(1, InputRules.LargestThrottle)]
    public int ThrottleLimit
    {
        get => _options.ThrottleLimit;
        set => _options.ThrottleLimit = value;
    }

    /// <summary>Reads the list.</summary>
    private protected abstract IAsyncEnumerable<Batch<TVideo>> List(TClient client, ListOptions options, ICommandHost host, CancellationToken cancellationToken);

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        // PowerShell says "all" with the largest number there is.
        _options.Skip = (long)Math.Min(PagingParameters.Skip, long.MaxValue / 2);
        _options.First = PagingParameters.First <= long.MaxValue / 2 ? (long)PagingParameters.First : null;
        _options.IncludeTotalCount = PagingParameters.IncludeTotalCount;
        return Listing.RunAsync(List(Client, _options, host, cancellationToken), _options, host, cancellationToken);
    }
}
