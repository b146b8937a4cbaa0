using System.Net;
using System.Net.Http.Headers;
using VideoPlatforms.Sandbox.Faults;
using VideoPlatforms.Sandbox.Log;

namespace VideoPlatforms.Tests.Sandbox;

/// <summary>A test that requests media files of its own sandbox without any client of this module.</summary>
public abstract class MediaTest : SandboxTest
{
    private protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http;

    private protected MediaTest(int videoCount = 12)
        : base(videoCount) => _http = Keep(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Patience });

    /// <summary>The address of a video.</summary>
    private protected string Video => Sandbox.Chanjing.Videos.First(video => video.VideoUrl.Length > 0).VideoUrl;

    /// <summary>The address of a sound.</summary>
    private protected string Sound => Sandbox.Polyv.Videos.First(video => video.AacLink is not null).AacLink!;

    /// <summary>The address of a cover.</summary>
    private protected string Cover => Sandbox.Polyv.Videos[0].FirstImage;

    /// <summary>The address of a playlist.</summary>
    private protected string Playlist => Sandbox.PolyvLive.Videos[0].Url;

    /// <summary>The address of subtitles.</summary>
    private protected string Subtitle => Sandbox.Chanjing.Videos.First(video => video.SubtitleDataUrl.Length > 0).SubtitleDataUrl;

    /// <summary>The requests for media files, when the server has finished all of them: a client can have all bytes before that.</summary>
    private protected List<RequestRecord> MediaRequests
    {
        get
        {
            Assert.True(SpinWait.SpinUntil(() => Sandbox.ActiveRequests == 0, Patience), "A request still runs.");
            return [.. Sandbox.Requests.Where(request => request.Call == "media")];
        }
    }

    private protected byte[] Expected(string address, long offset = 0, int count = int.MaxValue) =>
        Sandbox.Media.ReadExpected(address, offset, (int)Math.Min(count, Sandbox.Media.GetLength(address) - offset));

    /// <summary>Sends a request and returns when the headers have arrived.</summary>
    private protected Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private protected Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, address, headers);

    /// <summary>Requests a part of a file, and expects exactly it.</summary>
    private protected async Task ExpectPartAsync(string address, string range, long offset, int count)
    {
        using var response = await GetAsync(address, ("Range", "bytes=" + range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(new ContentRangeHeaderValue(offset, offset + count - 1, Sandbox.Media.GetLength(address)), response.Content.Headers.ContentRange);
        Assert.Equal(count, response.Content.Headers.ContentLength);
        Assert.Equal(Expected(address, offset, count), await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Expects the whole file.</summary>
    private protected async Task ExpectWholeAsync(string address, HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(response.Content.Headers.ContentRange);
        Assert.Equal(Sandbox.Media.GetLength(address), response.Content.Headers.ContentLength);
        Assert.Equal(Expected(address), await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Reads a body that ends with an error, and returns the bytes before it.</summary>
    private protected static async Task<byte[]> ReadBrokenAsync(HttpResponseMessage response)
    {
        using var received = new MemoryStream();
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            await using var body = await response.Content.ReadAsStreamAsync();
            var buffer = new byte[1000];
            while (await body.ReadAsync(buffer) is > 0 and var count)
            {
                received.Write(buffer, 0, count);
            }
        });
        return received.ToArray();
    }

    private protected void AddFault(FaultKind kind, Action<Fault>? configure = null)
    {
        var fault = new Fault { Kind = kind, Path = "/media/", Times = int.MaxValue };
        configure?.Invoke(fault);
        Sandbox.Faults.Add(fault);
    }
}
