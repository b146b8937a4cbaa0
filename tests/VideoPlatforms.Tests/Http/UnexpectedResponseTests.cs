using System.Text;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Http;

/// <summary>HTTP says 200, and the body is not what the document describes.</summary>
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
    public async Task Is_one_error_without_another_try(string body)
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
    public async Task The_error_tells_where_the_answer_is_no_JSON(string second, int position)
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
    public async Task Json_that_ends_too_early_is_tried_again_and_then_an_error(string body)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = body, Times = int.MaxValue });

        var failure = await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 2));

        Assert.Equal("Polyv.UnexpectedResponse", failure.ErrorId);
        Assert.Equal(3, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_is_an_unexpected_response()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.CutAnswer, Times = int.MaxValue });

        var failure = await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 1));

        Assert.Equal("Polyv.UnexpectedResponse", failure.ErrorId);
        Assert.Equal(2, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task A_closed_connection_is_a_failed_connection()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.DropConnection, Times = int.MaxValue });

        var failure = await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 1));

        Assert.Equal("Polyv.ConnectionFailed", failure.ErrorId);
        Assert.Equal(PlatformErrorCategory.ConnectionError, failure.Category);
        Assert.Null(failure.HttpStatus);
        Assert.False(string.IsNullOrWhiteSpace(failure.VendorMessage));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failed_connection()
    {
        var client = Polyv(configure: options => options.MaximumRetryCount = 1);
        Sandbox.Dispose();

        var failure = await FailAsync(client);

        Assert.Equal("Polyv.ConnectionFailed", failure.ErrorId);
        Assert.Single(Host.Waits);
    }

    [Fact]
    public async Task A_login_page_is_quoted_on_one_line()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Times = int.MaxValue });

        var failure = await FailAsync(Polyv());

        Assert.Equal("Polyv.UnexpectedResponse", failure.ErrorId);
        Assert.Contains("502 Bad Gateway", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task What_would_move_a_cursor_is_not_quoted()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Body = "<p>\u001b[2J\u0007\u009b31m" + new string('x', 5000) + "</p>" });

        var failure = await FailAsync(Polyv());

        Assert.DoesNotContain(failure.Message, char.IsControl);
        Assert.InRange(failure.Message.Length, 1, 600);
    }

    [Fact]
    public async Task A_quote_never_ends_in_half_a_character()
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
    public async Task Objects_of_the_pages_before_stay_written()
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
    public async Task Json_of_any_depth_is_one_error(string around)
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
    public async Task Json_of_a_sensible_depth_is_read()
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
