using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Provides the behavior of the cmdlets that list items or read individual items by ID.</summary>
/// <typeparam name="TClient">The type of the platform's client.</typeparam>
/// <typeparam name="TVideo">The type of the items.</typeparam>
public abstract class ListOrReadCommand<TClient, TVideo> : ListCommand<TClient, TVideo>
    where TClient : PlatformClient
    where TVideo : class
{
    /// <summary>The name of the parameter set that lists items.</summary>
    private protected const string InList = "List";

    /// <summary>The name of the parameter set that reads items by ID.</summary>
    private protected const string ById = "Id";

    private readonly string _itemParameter;
    private ItemBinding? _binding;
    private long _seen;

    private protected ListOrReadCommand(string itemParameter) => _itemParameter = itemParameter;

    /// <summary>Gets the items of one pipeline record.</summary>
    private protected abstract ItemReference[] Items { get; }

    /// <summary>Reads an item by its ID.</summary>
    private protected abstract Task<TVideo> ReadAsync(TClient client, string id, ICommandHost host, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _binding = new(this, Platform, _itemParameter);
        _binding.Begin(Session);
    }

    /// <inheritdoc/>
    internal override async Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        if (ParameterSetName != ById)
        {
            await base.RunAsync(host, cancellationToken).ConfigureAwait(false);
            return;
        }

        var options = ReadPaging();
        if (options.IncludeTotalCount && _seen == 0)
        {
            // The pipeline can provide more IDs, so the total is unknown.
            await host.WriteTotalCountAsync(null).ConfigureAwait(false);
        }

        await ReadRunner.RunAsync(
            Items.Where(_ => IsNextWanted(options)),
            item => ReadAsync((TClient)_binding!.SessionFor(Sessions, item, Session).Client, item.Value!, host, cancellationToken),
            host).ConfigureAwait(false);
    }

    // -Skip and -First count the IDs of all pipeline records.
    private bool IsNextWanted(ListOptions options)
    {
        var place = _seen++;
        return place >= options.Skip && (options.First is not { } first || place - options.Skip < first);
    }
}
