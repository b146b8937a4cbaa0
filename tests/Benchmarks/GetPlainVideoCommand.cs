using System.Management.Automation;

namespace VideoPlatforms.Benchmarks;

/// <summary>The minimal cmdlet with the fields of the response.</summary>
[Cmdlet(VerbsCommon.Get, "PlainVideo")]
public sealed class GetPlainVideoCommand : PlainVideoCommand
{
    private protected override object Convert(List<BareClient.Video> videos) => videos;
}
