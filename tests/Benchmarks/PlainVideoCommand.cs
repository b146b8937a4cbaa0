using System.Management.Automation;
using System.Net;
using System.Security;

namespace VideoPlatforms.Benchmarks;

/// <summary>A minimal cmdlet without sessions, retries or prefetching: the cost of PowerShell on top of the client.</summary>
public abstract class PlainVideoCommand : PSCmdlet, IDisposable
{
    private readonly HttpClient _http = new();

    /// <summary>The address of the server.</summary>
    [Parameter(Mandatory = true)]
    public Uri Server { get; set; } = null!;

    /// <summary>The key that signs the requests.</summary>
    [Parameter(Mandatory = true)]
    public SecureString SecretKey { get; set; } = null!;

    /// <summary>The number of items per page.</summary>
    [Parameter]
    public int PageSize { get; set; } = 100;

    /// <summary>Releases the connections.</summary>
    public void Dispose()
    {
        _http.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _http.BaseAddress = Server;
        foreach (var videos in BareClient.ReadAsync(_http, PageSize, new NetworkCredential("", SecretKey).Password).ToBlockingEnumerable())
        {
            WriteObject(Convert(videos), enumerateCollection: true);
        }
    }

    /// <summary>Returns the objects that the cmdlet writes for the videos of a page.</summary>
    private protected abstract object Convert(List<BareClient.Video> videos);
}
