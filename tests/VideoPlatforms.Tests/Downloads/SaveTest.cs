using System.Collections;
using System.Security.Cryptography;
using VideoPlatforms.AllPlatforms;
using VideoPlatforms.AllPlatforms.Archive;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Sessions;
using VideoPlatforms.Sandbox;
using VideoPlatforms.Sandbox.Log;

namespace VideoPlatforms.Tests.Downloads;

/// <summary>A test that saves videos of its own sandbox to its own folder, with sessions as in a runspace.</summary>
public abstract class SaveTest : PlatformTest
{
    private protected SaveTest(int videoCount = 12)
        : base(videoCount)
    {
    }

    private protected SessionStore Sessions { get; } = new();

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("archive-").FullName;

    private protected SaveOptions Quick => new(Folder) { Download = new() { InitialRetryDelay = TimeSpan.FromMilliseconds(1) } };

    /// <summary>The requests for media files.</summary>
    private protected List<RequestRecord> MediaRequests => Received("media");

    private protected IEnumerable<SavedVideo> Saved => Host.Objects.OfType<SavedVideo>();

    public override void Dispose()
    {
        foreach (var session in Sessions.All)
        {
            Sessions.Close(session);
        }

        base.Dispose();
        GC.SuppressFinalize(this);
        Directory.Delete(Folder, recursive: true);
    }

    private protected static VideoReference Row(params (string Name, object? Value)[] values)
    {
        var row = new Hashtable();
        foreach (var (name, value) in values)
        {
            row[name] = value;
        }

        return VideoReference.Read(row);
    }

    /// <summary>A row of a video with an address of a file of the sandbox.</summary>
    private protected static VideoReference Row(string id, string address, string title = "Title") =>
        Row(("Platform", "Qushipin"), ("Id", id), ("Title", title), ("FileUrls", address));

    private protected static string Sha256(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private protected static string? FileAddressOf(PlatformVideo video) => SupportedPlatforms.Of(video.Platform).FileAddressOf(video);

    private protected Task ConnectAsync() => SandboxSessions.ConnectAsync(Sandbox, Sessions, SilentObserver.Instance, default);

    private protected async Task<List<VideoReference>> VideosAsync(params Platform[] platforms)
    {
        if (Sessions.All.Count == 0)
        {
            await ConnectAsync();
        }

        var videos = new List<VideoReference>();
        foreach (var platform in platforms.Length == 0 ? Enum.GetValues<Platform>() : platforms)
        {
            await foreach (var batch in Sessions.Default(platform).Client.ListAsync(OnePage, SilentObserver.Instance))
            {
                videos.AddRange(batch.Items.Select(VideoReference.Read));
            }
        }

        return videos;
    }

    /// <summary>The videos that have a file.</summary>
    private protected async Task<List<VideoReference>> VideosWithFilesAsync(params Platform[] platforms) =>
        [.. (await VideosAsync(platforms)).Where(video => FileAddressOf(video.Video!) is not null && video.Video is not PolyvLivePlayback { Encrypted: true })];

    private protected async Task SaveAsync(IEnumerable<VideoReference> videos, SaveOptions? options = null, CancellationToken cancellationToken = default)
    {
        Host.Objects.Clear();
        await using var saver = new VideoSaver(options ?? Quick, Sessions, cancellationToken);
        foreach (var video in videos)
        {
            await saver.AddAsync([video], Host, cancellationToken).WaitAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
        }

        await saver.CompleteAsync(Host, cancellationToken).WaitAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
    }

    /// <summary>The relative paths of all files.</summary>
    private protected List<string> Files() =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
