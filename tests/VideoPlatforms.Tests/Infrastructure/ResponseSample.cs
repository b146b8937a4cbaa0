using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>A response that a vendor publishes, and the call that receives it.</summary>
/// <param name="Call">The end of the call's path.</param>
/// <param name="Name">The file in <c>Documents</c> without its extension, or the name of <paramref name="Json"/>.</param>
/// <param name="Json">The response; null if it is in a file.</param>
internal sealed record ResponseSample(string Call, string Name, string? Json = null)
{
    /// <summary>The response.</summary>
    public string Text => Json ?? Documents.Read(Name + ".json");

    /// <summary>Whether the call writes objects.</summary>
    public bool HasItems { get; init; } = true;

    /// <summary>Calls, and writes the objects that were received. By default, lists.</summary>
    public Func<PlatformClient, ICommandHost, Task> UseAsync { get; init; } = (client, host) =>
    {
        var options = new ListOptions { PageSize = 20 };
        return ListRunner.RunAsync(client.ListAsync(options, host), options, host, default);
    };
}
