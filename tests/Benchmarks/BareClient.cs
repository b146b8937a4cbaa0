using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoPlatforms.Benchmarks;

/// <summary>The lower bound: HttpClient and typed System.Text.Json in a console, without sessions, retries or a pipeline.</summary>
internal static partial class BareClient
{
    private const string Secret = "bench-secret";

    /// <summary>Lists all videos, and returns the measurement.</summary>
    /// <param name="server">The address of the server.</param>
    /// <param name="pageSize">The number of items per page.</param>
    /// <param name="part">The <c>whole</c> process, all after the first call (<c>warm</c>), or one <c>page</c> after that call.</param>
    public static async Task<Sample> ListAsync(Uri server, int pageSize, string part)
    {
        using var http = new HttpClient { BaseAddress = server };
        var meter = Meter.SinceProcessStart();
        if (part != "whole")
        {
            await FetchAsync(http, 1, pageSize, Secret);
            meter = Meter.Start();
        }

        var count = 0;
        await foreach (var videos in ReadAsync(http, pageSize, Secret))
        {
            count += videos.Count;
            if (part == "page")
            {
                break;
            }
        }

        return meter.Stop(count);
    }

    /// <summary>Reads the list page by page.</summary>
    public static async IAsyncEnumerable<List<Video>> ReadAsync(HttpClient http, int pageSize, string secret)
    {
        var count = 0;
        for (var page = 1; ; page++)
        {
            var response = await FetchAsync(http, page, pageSize, secret);
            count += response.Data!.Contents!.Count;
            yield return response.Data.Contents;
            if (response.Data.Contents.Count == 0 || count >= response.Data.TotalItems)
            {
                yield break;
            }
        }
    }

    private static async Task<Response> FetchAsync(HttpClient http, int page, int pageSize, string secret)
    {
        var parameters = string.Create(CultureInfo.InvariantCulture, $"page={page}&pageSize={pageSize}&ptime={DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}");
        var sign = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(parameters + secret)));
        using var stream = await http.GetStreamAsync(new Uri($"v2/video/bench/get-by-uploader?{parameters}&sign={sign}", UriKind.Relative));
        return (await JsonSerializer.DeserializeAsync(stream, Json.Default.Response))!;
    }

    internal sealed record Response([property: JsonPropertyName("data")] PageOfVideos? Data);

    internal sealed record PageOfVideos(
        [property: JsonPropertyName("totalItems")] int TotalItems,
        [property: JsonPropertyName("contents")] List<Video>? Contents);

    internal sealed class Video
    {
        [JsonPropertyName("vid")]
        public string? Vid { get; set; }

        [JsonPropertyName("cataid")]
        public long Cataid { get; set; }

        [JsonPropertyName("title")]
        public string? Title { get; set; }

        [JsonPropertyName("context")]
        public string? Context { get; set; }

        [JsonPropertyName("times")]
        public long Times { get; set; }

        [JsonPropertyName("firstImage")]
        public string? FirstImage { get; set; }

        [JsonPropertyName("tag")]
        public string? Tag { get; set; }

        [JsonPropertyName("aacLink")]
        public string? AacLink { get; set; }

        [JsonPropertyName("status")]
        public string? Status { get; set; }

        [JsonPropertyName("uploaderEmail")]
        public string? UploaderEmail { get; set; }

        [JsonPropertyName("ptime")]
        public long Ptime { get; set; }
    }

    [JsonSerializable(typeof(Response))]
    private sealed partial class Json : JsonSerializerContext;
}
