using System.Net;
using System.Security;
using VideoPlatforms;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Sandbox;

namespace MonoCheck;

/// <summary>Differences of .NET Framework: it resends requests automatically, and rejects long text and https proxies.</summary>
internal static class Writes
{
    private const int AddressCount = 100;

    /// <returns>The exit code: 0 if all checks succeed.</returns>
    public static async Task<int> RunAsync(SandboxServer sandbox) =>
        await IsSentOnceAsync() & await PushAsync(sandbox) & RejectsHttpsProxy() ? 0 : 1;

    // The audit before the write leaves an idle connection, which the write must not use.
    private static async Task<bool> IsSentOnceAsync()
    {
        var isOnce = true;
        foreach (var call in new[] { "submitTranscode", "recommendVideo" })
        {
            var server = new SilentServer(call);
            using var client = new QushipinClient(Secure("token"), null, new() { BaseUri = server.Address, RequestsPerSecond = 10_000, Timeout = TimeSpan.FromSeconds(10) });
            await client.AuditAsync("a", new(QushipinAuditStatus.Normal), SilentObserver.Instance);
            var reason = "";
            try
            {
                await (call == "recommendVideo"
                    ? client.RecommendAsync(new() { VideoId = "a" }, SilentObserver.Instance)
                    : client.StartTranscodeAsync("a", narrowband: false, SilentObserver.Instance));
            }
            catch (PlatformException failure)
            {
                reason = failure.Reason;
            }

            Console.WriteLine($"{call} over a connection that closes in silence: arrived {server.Count(call)} time(s), {reason}");
            isOnce &= server.Count(call) == 1 && reason == "OutcomeUnknown";
        }

        return isOnce;
    }

    private static async Task<bool> PushAsync(SandboxServer sandbox)
    {
        var addresses = Enumerable.Range(0, AddressCount).Select(number => $"example.com/{new string('a', 800)}/图片-{number}.png").ToArray();
        using var client = new QushipinClient(
            sandbox.Qushipin.UserName, Secure(sandbox.Qushipin.GetPassword()), null, new() { BaseUri = sandbox.Qushipin.BaseUri, RequestsPerSecond = 10_000, Timeout = TimeSpan.FromSeconds(10) });
        await client.PushCacheAsync(addresses, SilentObserver.Instance);

        // If Mono loses a response, the request is sent again, so an address can arrive twice.
        var pushed = sandbox.Qushipin.PushedUrls.Distinct().ToArray();
        Console.WriteLine($"addresses of {addresses.Sum(address => address.Length)} characters in all: {pushed.Length} of {AddressCount} pushed");
        return pushed.SequenceEqual(addresses);
    }

    private static bool RejectsHttpsProxy()
    {
        try
        {
            _ = new ConnectionOptions { Proxy = new("https://proxy.example.com") };
            return false;
        }
        catch (ArgumentException exception)
        {
            Console.WriteLine($"https proxy: {exception.Message}");
            return true;
        }
    }

    private static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;
}
