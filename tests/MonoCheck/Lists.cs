using VideoPlatforms.AllPlatforms;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Sandbox;

namespace MonoCheck;

/// <summary>Lists several pages of every platform of a sandbox, and writes the number of videos.</summary>
internal static class Lists
{
    /// <summary>The number of videos on each platform of the sandbox.</summary>
    public const int VideoCount = 120;

    /// <returns>The exit code: 0 if all videos were returned.</returns>
    public static async Task<int> RunAsync(SandboxServer sandbox)
    {
        var isComplete = true;
        foreach (var client in Clients(sandbox))
        {
            using (client)
            {
                var ids = new HashSet<string?>();
                await client.SignInAsync(SilentObserver.Instance);
                await foreach (var batch in client.ListAsync(new() { PageSize = 50 }, SilentObserver.Instance))
                {
                    ids.UnionWith(batch.Items.Select(video => video.Id));
                }

                Console.WriteLine($"{client.Platform}: {ids.Count} of {VideoCount} videos");
                isComplete &= ids.Count == VideoCount;
            }
        }

        return isComplete ? 0 : 1;
    }

    private static IEnumerable<PlatformClient> Clients(SandboxServer sandbox) =>
        SupportedPlatforms.All.Select(platform => platform.CreateSandboxClient(sandbox, At(platform.SandboxOf(sandbox).BaseUri)));

    // A short timeout, because Mono can lose a response.
    private static ConnectionOptions At(Uri address) => new() { BaseUri = address, RequestsPerSecond = 10_000, Timeout = TimeSpan.FromSeconds(10) };
}
