using System.Management.Automation;
using VideoPlatforms.AllPlatforms.Inventories.Reading;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Imports the videos of an inventory that Export-PlatformInventory wrote.</summary>
[Cmdlet(VerbsData.Import, "PlatformInventory")]
[OutputType(typeof(PlatformVideo))]
public sealed class ImportPlatformInventoryCommand : AsyncCommand
{
    private IReadOnlyList<string> _paths = [];

    /// <summary>Specifies the files. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotWhiteSpace]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <inheritdoc/>
    private protected override string? ViewName => "VideoPlatforms.PlatformVideo#AllPlatforms";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _paths = [.. Path.SelectMany(path => FilePaths.ResolveExisting(this, path))];
        base.ProcessRecord();
    }

    /// <inheritdoc/>
    internal override async Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        foreach (var path in _paths)
        {
            await InventoryImporter.RunAsync(path, host, cancellationToken).ConfigureAwait(false);
        }
    }
}
