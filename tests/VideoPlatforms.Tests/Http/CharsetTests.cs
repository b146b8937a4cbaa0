using System.Text;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Http;

public sealed class CharsetTests : SandboxTest
{
    private const string Title = "产品发布会 🎬 é";
    private const string Response = $$$"""{"code":200,"status":"success","data":{"pageSize":20,"pageNumber":1,"totalItems":1,"contents":[{"vid":"a","title":"{{{Title}}}"}]}}""";

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("application/json; charset=utf8")]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    [InlineData("application/json; charset=klingon")]
    [InlineData("application/json; charset=")]
    public async Task Utf8_is_read_with_any_content_type(string contentType) => await ExpectTitleAsync(contentType, Encoding.UTF8.GetBytes(Response));

    [Theory]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json; charset=us-ascii")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Utf8_is_read_if_the_content_type_names_another_charset(string contentType) =>
        await ExpectTitleAsync(contentType, Encoding.UTF8.GetBytes(Response));

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task Byte_order_mark_is_ignored(string contentType) =>
        await ExpectTitleAsync(contentType, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Response)]);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task Charset_of_the_content_type_is_used(string charset) =>
        await ExpectTitleAsync($"application/json; charset={charset}", Encoding.GetEncoding(charset).GetBytes(Response));

    [Fact]
    public async Task Latin1_text_with_its_charset_is_read()
    {
        var body = Response.Replace(Title, "Café Zürich", StringComparison.Ordinal);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Bytes = Encoding.Latin1.GetBytes(body), ContentType = "application/json; charset=iso-8859-1" });

        Assert.Equal("Café Zürich", Assert.Single(await ListAsync(Polyv())).Title);
    }

    [Fact]
    public async Task Binary_data_is_an_unexpected_response()
    {
        var bytes = new byte[3000];
        new Random(1).NextBytes(bytes);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Bytes = bytes, ContentType = "application/json" });

        Assert.Equal("Polyv.UnexpectedResponse", (await FailAsync(Polyv())).ErrorId);
    }

    private async Task ExpectTitleAsync(string contentType, byte[] bytes)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Bytes = bytes, ContentType = contentType });

        Assert.Equal(Title, Assert.Single(await ListAsync(Polyv())).Title);
    }
}
