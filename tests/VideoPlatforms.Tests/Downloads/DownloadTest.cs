using System.Security.Cryptography;
using VideoPlatforms.Clients.Downloads.Transfer;

namespace VideoPlatforms.Tests.Downloads;

/// <summary>A test that downloads files from its own server to its own folder.</summary>
public abstract class DownloadTest : IDisposable
{
    private protected FileServer Server { get; } = new();

    private protected RecordingHost Host { get; } = new();

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("downloads-").FullName;

    private protected string Target => Path.Combine(Folder, "video.mp4");

    public virtual void Dispose()
    {
        Server.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private protected async Task<DownloadedFile> DownloadAsync(
        DownloadRequest? request = null, DownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var downloader = new Downloader(options ?? Quick(), Host);
        return await downloader.DownloadAsync(request ?? Request(), cancellationToken).WaitAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
    }

    private protected async Task<PlatformException> FailAsync(DownloadRequest? request = null, DownloadOptions? options = null)
    {
        var failure = await Assert.ThrowsAsync<PlatformException>(() => DownloadAsync(request, options));
        Assert.False(string.IsNullOrWhiteSpace(failure.RecommendedAction));
        Assert.DoesNotContain("signature", failure.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Target), "A file that is not whole has its final name.");
        return failure;
    }

    private protected DownloadRequest Request(string path = "/a/video.mp4?signature=1") =>
        new(MediaAddress.Parse(Platform.Qushipin, "v1", Server.UrlOf(path))!, Target, "Qushipin v1\tVideo");

    private protected static DownloadOptions Quick(int retries = 4) => new() { InitialRetryDelay = TimeSpan.FromMilliseconds(1), MaximumRetryCount = retries };
}
