using System.Net.Http;
using System.Net.Http.Headers;
using VideoPlatforms.Sandbox;

namespace MonoCheck;

/// <summary>Requests media files of a sandbox, as a whole and in part, and writes what does not match.</summary>
internal static class MediaFiles
{
    private const int Offset = 100;
    private const int Count = 300;

    /// <returns>The exit code: 0 if all bytes are the expected ones.</returns>
    public static async Task<int> RunAsync(SandboxServer sandbox)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        string[] addresses =
        [
            sandbox.Chanjing.Videos.First(video => video.VideoUrl.Length > 0).VideoUrl,
            sandbox.Polyv.Videos.First(video => video.AacLink is not null).AacLink!,
            sandbox.Polyv.Videos[0].FirstImage,
        ];
        var errors = 0;
        foreach (var address in addresses)
        {
            var length = sandbox.Media.GetLength(address);
            var whole = sandbox.Media.ReadExpected(address, 0, (int)length);
            errors += await MatchesAsync(http, address, null, whole) ? 0 : 1;
            errors += await MatchesAsync(http, address, new(Offset, Offset + Count - 1), [.. whole.Skip(Offset).Take(Count)]) ? 0 : 1;
        }

        Console.WriteLine($"Media: {errors} errors");
        return errors;
    }

    private static async Task<bool> MatchesAsync(HttpClient http, string address, RangeHeaderValue? range, byte[] expected)
    {
        // More than one attempt, because Mono can lose a response.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Range = range;
                using var response = await http.SendAsync(request);
                var received = await response.Content.ReadAsByteArrayAsync();
                return expected.SequenceEqual(received);
            }
            catch (Exception error) when (attempt < 3 && error is (OperationCanceledException or HttpRequestException))
            {
                Console.WriteLine(error.Message);
            }
        }
    }
}
