using System.Management.Automation;
using VideoPlatforms.AllPlatforms.Inventories.Measuring;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Counts videos, and adds up their durations and sizes.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "PlatformVideo")]
[OutputType(typeof(VideoMeasure))]
public sealed class MeasurePlatformVideoCommand : AsyncCommand
{
    private const int BatchSize = 1000;

    private readonly List<VideoReference> _pending = [];
    private VideoMeasurer? _measurer;

    /// <summary>Specifies the videos.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    [VideoArgument]
    public VideoReference[] Video { get; set; } = [];

    /// <summary>Specifies one or more keys to group by. By default, the totals of all videos are returned.</summary>
    [Parameter]
    public VideoMeasureKey[]? By { get; set; } = [];

    /// <summary>Collects the videos of the pipeline.</summary>
    protected override void ProcessRecord()
    {
        _pending.AddRange(Video);
        if (_pending.Count >= BatchSize)
        {
            Run(RunAsync);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(async (host, cancellationToken) =>
    {
        await RunAsync(host, cancellationToken).ConfigureAwait(false);
        await _measurer!.WriteAsync(host).ConfigureAwait(false);
    });

    /// <inheritdoc/>
    internal override async Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        _measurer ??= new(By ?? []);
        await _measurer.AddAsync(_pending, host, cancellationToken).ConfigureAwait(false);
        _pending.Clear();
    }
}
