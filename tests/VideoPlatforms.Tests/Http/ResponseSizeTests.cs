using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Http;

public sealed class ResponseSizeTests : SandboxTest
{
    private const int Limit = 1024 * 1024;
    private const string Response = """{"code":200,"status":"success","data":{"pageSize":20,"pageNumber":1,"totalItems":1,"contents":[{"vid":"a"}]}}""";

    [Theory]
    [InlineData(FaultKind.HugeBody, 10L * 1024 * 1024 * 1024)]
    [InlineData(FaultKind.GzipBomb, 200L * 1024 * 1024)]
    public async Task Oversized_response_is_rejected(FaultKind kind, long length)
    {
        Sandbox.Faults.Add(new() { Kind = kind, Length = length, Times = int.MaxValue });

        var failure = await FailAsync(Polyv(configure: options => options.MaxResponseBytes = Limit)).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal("Polyv.UnexpectedResponse", failure.ErrorId);
        Assert.Contains("1 MB", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData(Limit - 1, true)]
    [InlineData(Limit, true)]
    [InlineData(Limit + 1, false)]
    public async Task Limit_is_exact(int length, bool fits)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = Response.PadRight(length), Times = int.MaxValue });
        var client = Polyv(configure: options => options.MaxResponseBytes = Limit);

        if (fits)
        {
            Assert.Single(await ListAsync(client));
        }
        else
        {
            Assert.Equal("Polyv.UnexpectedResponse", (await FailAsync(client)).ErrorId);
        }
    }

    [Theory]
    [InlineData(64 * 1024)]
    [InlineData((64 * 1024) + 1)]
    [InlineData(5_000_000)]
    public async Task Large_page_is_read_completely(int length)
    {
        var title = new string('长', (length - Response.Length) / 3);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = Response.Replace("\"vid\":\"a\"", $"\"title\":\"{title}\"", StringComparison.Ordinal) });

        var video = Assert.Single(await ListAsync(Polyv()));

        Assert.Equal(title, video.Title);
    }

    [Fact]
    public async Task Compressed_and_uncompressed_responses_are_read()
    {
        await ListAsync(Polyv(), options: OnePage);
        Sandbox.Compress = false;
        await ListAsync(Polyv(), options: OnePage);

        Assert.All(Sandbox.Requests, request => Assert.Contains("gzip", request.Headers["Accept-Encoding"], StringComparison.Ordinal));
        Assert.Equal(2 * Sandbox.Polyv.Videos.Count, Host.Objects.Count);
    }
}
