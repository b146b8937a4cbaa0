using System.Management.Automation;

namespace VideoPlatforms.Benchmarks;

/// <summary>The minimal cmdlet with objects that have the columns of the module's objects, in their types.</summary>
[Cmdlet(VerbsCommon.Get, "PlainVideoRow")]
public sealed class GetPlainVideoRowCommand : PlainVideoCommand
{
    private PlainSession? _session;

    private protected override object Convert(List<BareClient.Video> videos)
    {
        var session = _session ??= new("Polyv/default bench@" + Server.Authority);
        return videos.ConvertAll(video => new PlainVideoRow(video, session));
    }
}
