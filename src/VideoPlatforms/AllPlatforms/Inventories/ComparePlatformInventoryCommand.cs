using System.Management.Automation;
using VideoPlatforms.AllPlatforms.Inventories.Comparison;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Compares two inventories, or an inventory with the videos that the platforms contain now.</summary>
[Cmdlet(VerbsData.Compare, "PlatformInventory")]
[OutputType(typeof(InventoryChange))]
public sealed class ComparePlatformInventoryCommand : AsyncCommand
{
    private const int BatchSize = 1000;

    private readonly List<ComparisonInput> _pending = [];
    private InventoryComparer? _comparer;

    /// <summary>Specifies the earlier side: the path of an inventory, or videos.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyCollection]
    public object[] Reference { get; set; } = [];

    /// <summary>
    /// Specifies the later side: the path of an inventory, or videos. The default is the videos that the platforms of the reference contain
    /// now.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object[]? Difference { get; set; }

    /// <summary>
    /// Specifies the properties to compare. Wildcards are permitted. The default is all properties except play counts, and addresses without
    /// their query strings.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(VideoPropertyCompleter))]
    public string[]? Property { get; set; }

    /// <summary>Specifies properties that are not compared. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(VideoPropertyCompleter))]
    public string[]? ExcludeProperty { get; set; }

    private bool HasDifference => MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(Difference));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var reference = Read(Reference);
        Run((host, cancellationToken) =>
        {
            _comparer = new(new(Property, ExcludeProperty));
            return _comparer.ReadReferenceAsync(reference, host, cancellationToken);
        });
    }

    /// <summary>Collects the videos and paths of the pipeline.</summary>
    protected override void ProcessRecord()
    {
        _pending.AddRange(Read(Difference ?? []));
        if (_pending.Count >= BatchSize)
        {
            Run(RunAsync);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var sessions = HasDifference ? null : Sessions;
        Run(async (host, cancellationToken) =>
        {
            await RunAsync(host, cancellationToken).ConfigureAwait(false);
            if (sessions is not null)
            {
                await _comparer!.CompareAsync(sessions, host, cancellationToken).ConfigureAwait(false);
            }

            await _comparer!.EndAsync(host, cancellationToken).ConfigureAwait(false);
        });
    }

    /// <inheritdoc/>
    internal override async Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        await _comparer!.CompareAsync(_pending, host, cancellationToken).ConfigureAwait(false);
        _pending.Clear();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _comparer?.Dispose();
        }

        base.Dispose(disposing);
    }

    private List<ComparisonInput> Read(IEnumerable<object> items) => [.. items.SelectMany(item => ComparisonInput.Read(item, path => FilePaths.ResolveExisting(this, path)))];
}
