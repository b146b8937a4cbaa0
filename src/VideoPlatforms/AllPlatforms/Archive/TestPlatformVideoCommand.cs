using System.Management.Automation;
using VideoPlatforms.AllPlatforms.Archive;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Checks whether the addresses of videos still respond, with one request of one byte for each address.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PlatformVideo")]
[OutputType(typeof(LinkCheck))]
public sealed class TestPlatformVideoCommand : VideoStreamCommand
{
    /// <summary>Specifies the videos: objects of any platform, or rows that were saved.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [VideoArgument]
    public override VideoReference[] Video { get; set; } = [];

    /// <summary>
    /// Specifies the maximum number of requests at the same time, from 1 to 64. At most four of them are sent to the same host. The
    /// default is 16.
    /// </summary>
    [Parameter]
    [ValidateRange(1, InputRules.MaxThrottleLimit)]
    public int ThrottleLimit { get; set; } = 16;

    private protected override IVideoStream Open() => new LinkChecker(ThrottleLimit, StoppingToken);
}
