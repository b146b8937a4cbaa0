using System.Management.Automation;
using VideoPlatforms.AllPlatforms.Waiting;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Waits until videos of any platform reach a state, and writes each of them as it does.</summary>
[Cmdlet(VerbsLifecycle.Wait, "PlatformVideo")]
[OutputType(typeof(PlatformVideo))]
public sealed class WaitPlatformVideoCommand : AsyncCommand
{
    private readonly List<VideoReference> _videos = [];

    /// <summary>Specifies the videos: objects of any platform, results of operations, or rows that were saved.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [VideoArgument]
    public VideoReference[] Video { get; set; } = [];

    /// <summary>Specifies the states to wait for. The default is Ready.</summary>
    [Parameter]
    public VideoState[]? State { get; set; }

    /// <summary>
    /// Specifies the states in which waiting for a video ends with an error. The default is Failed, Blocked and Deleted, except those
    /// of -State.
    /// </summary>
    [Parameter]
    [AllowEmptyCollection]
    public VideoState[]? FailOn { get; set; }

    /// <summary>Specifies how long the command waits for all videos together, in seconds: 1 to 604800. The default is 3600.</summary>
    [Parameter]
    [ValidateRange(1, 604_800)]
    public int TimeoutSec { get; set; } = (int)WaitOptions.DefaultTimeout.TotalSeconds;

    /// <summary>Specifies the smallest interval between two looks at a platform, as a duration or in seconds. The default is 5 seconds.</summary>
    [Parameter]
    [DurationArgument]
    public TimeSpan? MinInterval { get; set; }

    /// <summary>Specifies the largest interval between two looks at a platform, as a duration or in seconds. The default is 60 seconds.</summary>
    [Parameter]
    [DurationArgument]
    public TimeSpan? MaxInterval { get; set; }

    /// <summary>Ends the command when the first video has reached the state.</summary>
    [Parameter]
    public SwitchParameter Any { get; set; }

    /// <summary>Collects the videos of the pipeline. The command waits for all of them together.</summary>
    protected override void ProcessRecord() => _videos.AddRange(Video);

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(RunAsync);

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken) =>
        VideoWaiter.RunAsync(
            _videos, Sessions, WaitOptions.Create(State, FailOn, TimeSpan.FromSeconds(TimeoutSec), MinInterval, MaxInterval, Any), host, cancellationToken);
}
