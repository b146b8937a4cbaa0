using System.Management.Automation;

namespace VideoPlatforms.Benchmarks;

/// <summary>The plainest possible cmdlet, without sessions, retries or paging ahead: what PowerShell costs on top of the bare client.</summary>
[Cmdlet(VerbsCommon.Get, "PlainVideo")]
public sealed class GetPlainVideoCommand : PSCmdlet, IDisposable
{
    private readonly HttpClient _http = new();

    /// <summary>Where the videos are.</summary>
    [Parameter(Mandatory = true)]
    public Uri Server { get; set; } = null!;

    /// <summary>How many a page holds.</summary>
    [Parameter]
    public int PageSize { get; set; } = 100;

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _http.BaseAddress = Server;
        foreach (var videos in BareClient.ReadAsync(_http, PageSize).ToBlockingEnumerable())
        {
            WriteObject(videos, enumerateCollection: true);
        }
    }
}
