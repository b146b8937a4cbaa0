using System.Net;
using System.Security;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Clients.DigitalPerson;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Clients.PolyvLive;
using VideoPlatforms.Clients.Qushipin;
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
    [
        new PolyvClient(sandbox.Polyv.UserId, Secure(sandbox.Polyv.GetSecretKey()), At(sandbox.Polyv.BaseUri)),
        new PolyvLiveClient(sandbox.PolyvLive.AppId, Secure(sandbox.PolyvLive.GetAppSecret()), At(sandbox.PolyvLive.BaseUri)),
        new ChanjingClient(sandbox.Chanjing.AppId, Secure(sandbox.Chanjing.GetSecretKey()), At(sandbox.Chanjing.BaseUri)),
        new QushipinClient(sandbox.Qushipin.UserName, Secure(sandbox.Qushipin.GetPassword()), null, At(sandbox.Qushipin.BaseUri)),
        new DigitalPersonClient(
            sandbox.DigitalPerson.AppId, Secure(sandbox.DigitalPerson.GetAuthorizationText()), sandbox.DigitalPerson.Account, At(sandbox.DigitalPerson.BaseUri)),
    ];

    // A short timeout, because Mono can lose a response.
    private static ConnectionOptions At(Uri address) => new() { BaseUri = address, RequestsPerSecond = 10_000, Timeout = TimeSpan.FromSeconds(10) };

    private static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;
}
