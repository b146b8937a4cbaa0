using System.Text;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Http;

/// <summary>Responses with HTTP 200 and a body that the document does not describe.</summary>
public sealed class UnexpectedResponseTests : SandboxTest
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[{\"code\":200}]")]
    [InlineData("null")]
    [InlineData("\"success\"")]
    [InlineData("200")]
    [InlineData("true")]
    [InlineData("success")]
    [InlineData("{\"error\":\"no such service\"}")]
    [InlineData("{\"code\":null,\"status\":\"success\",\"data\":{\"contents\":[]}}")]
    [InlineData("{\"code\":200,\"status\":\"success\",\"data\":\"\"}")]
    [InlineData("{\"code\":200,\"status\":\"success\",\"data\":null}")]
    [InlineData("{\"code\":200,\"status\":\"success\",\"data\":[]}")]
    [InlineData("{\"code\":200,\"status\":\"success\"}")]
    [InlineData("{\"code\":{\"value\":200},\"status\":\"success\",\"data\":{}}")]
    [InlineData("{\"code\":200,\"status\":\"success\",\"data\":{\"contents\":[1,2]}}")]
    [InlineData("{\"code\":200,\"status\":\"success\",\"data\":{\"contents\":{\"vid\":\"a\"}}}")]
    [InlineData("{\"code\":200} trailing {\"code\":200}")]
    [InlineData("{'code':200}")]
    [InlineData("\uFEFF")]
    [InlineData("   \r\n\t")]
    [InlineData("")]
    [InlineData("callback({\"code\":200})")]
    public async Task Unexpected_response_is_reported_without_a_retry(string body)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = body, Times = int.MaxValue });

        var failure = await FailAsync(Polyv());

        Assert.Equal("Polyv.UnexpectedResponse", failure.ErrorId);
        Assert.Equal(PlatformErrorCategory.InvalidData, failure.Category);
        Assert.Equal(1, Sandbox.Requests.Count);
        Assert.Empty(Host.Objects);
    }

    [Theory]
    [InlineData("{\"title\":tru}", 75)]
    [InlineData("{\"times\":[}", 73)]
    [InlineData("7 7", 65)]
    public async Task Error_contains_the_position_of_invalid_JSON(string second, int position)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = $"{{\"code\":200,\"status\":\"success\",\"data\":{{\"contents\":[{{\"vid\":\"a\"}},{second}]}}}}", Times = int.MaxValue });

        var failure = await FailAsync(Polyv());

        Assert.Contains($"BytePositionInLine: {position}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"code\":200,\"status\":\"success\",\"data\":{\"contents\":[{\"vid\":\"a\"},{\"vi")]
    [InlineData("{\"code\":200,\"status\":\"success\",\"data\":{\"contents\":[{\"vid\":\"a\"}]")]
    [InlineData("{")]
    [InlineData("[")]
    public async Task Truncated_JSON_is_retried_then_reported(string body)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = body, Times = int.MaxValue });

        var failure = await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 2));

        Assert.Equal("Polyv.UnexpectedResponse", failure.ErrorId);
        Assert.Equal(3, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Truncated_response_is_an_unexpected_response()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.TruncateResponse, Times = int.MaxValue });

        var failure = await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 1));

        Assert.Equal("Polyv.UnexpectedResponse", failure.ErrorId);
        Assert.Equal(2, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Closed_connection_is_reported()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.DropConnection, Times = int.MaxValue });

        var failure = await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 1));

        Assert.Equal("Polyv.ConnectionFailed", failure.ErrorId);
        Assert.Equal(PlatformErrorCategory.ConnectionError, failure.Category);
        Assert.Null(failure.HttpStatus);
        Assert.False(string.IsNullOrWhiteSpace(failure.VendorMessage));
    }

    [Fact]
    public async Task Refused_connection_is_reported()
    {
        var client = Polyv(configure: options => options.MaximumRetryCount = 1);
        Sandbox.Dispose();

        var failure = await FailAsync(client);

        Assert.Equal("Polyv.ConnectionFailed", failure.ErrorId);
        Assert.Single(Host.Waits);
    }

    [Fact]
    public async Task Html_page_is_quoted_on_one_line()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Times = int.MaxValue });

        var failure = await FailAsync(Polyv());

        Assert.Equal("Polyv.UnexpectedResponse", failure.ErrorId);
        Assert.Contains("502 Bad Gateway", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task Control_characters_are_not_quoted()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Body = "<p>\u001b[2J\u0007\u009b31m" + new string('x', 5000) + "</p>" });

        var failure = await FailAsync(Polyv());

        Assert.DoesNotContain(failure.Message, char.IsControl);
        Assert.InRange(failure.Message.Length, 1, 600);
    }

    [Fact]
    public async Task Truncated_quote_does_not_split_a_surrogate_pair()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Body = new string('x', shift) + string.Concat(Enumerable.Repeat("🎬", 400)) });

            var failure = await FailAsync(Polyv());

            foreach (var text in new[] { failure.Message, failure.VendorMessage! })
            {
                Assert.DoesNotContain('\uFFFD', text);
                Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
            }
        }
    }

    [Fact]
    public async Task Items_of_earlier_pages_are_returned()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Skip = 3, Times = int.MaxValue });

        var failure = await FailAsync(Polyv(), options: new() { PageSize = 40, ThrottleLimit = 1 });

        Assert.Equal("Polyv.UnexpectedResponse", failure.ErrorId);
        Assert.Equal(Sandbox.Polyv.Videos.Take(120).Select(video => video.Vid), Host.Written<PolyvVideo>().Select(video => video.Vid));
    }

    [Theory]
    [InlineData("{\"code\":200,\"data\":{0}}")]
    [InlineData("{\"code\":200,\"data\":{\"contents\":[{\"vid\":\"a\",\"more\":{0}}]}}")]
    [InlineData("{\"code\":200,\"data\":{\"contents\":[{\"title\":{0}}]}}")]
    [InlineData("{0}")]
    public async Task Deeply_nested_JSON_is_an_unexpected_response(string around)
    {
        const int depth = 10_000;
        foreach (var (open, close) in new[] { ("{\"a\":", "}"), ("[", "]") })
        {
            var deep = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
            Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = around.Replace("{0}", deep, StringComparison.Ordinal) });

            Assert.Equal("Polyv.UnexpectedResponse", (await FailAsync(Polyv())).ErrorId);
        }
    }

    [Fact]
    public async Task Nesting_of_fifty_levels_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 50)) + "1" + new string(']', 50);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = $$$"""{"code":200,"data":{"contents":[{"vid":"a","more":{{{deep}}}}]}}""" });

        object? value = Assert.Single(await ListAsync(Polyv())).GetAdditionalData()["more"];
        for (var depth = 0; depth < 50; depth++)
        {
            value = Assert.Single(Assert.IsType<object?[]>(value));
        }

        Assert.Equal(1L, value);
    }
}
