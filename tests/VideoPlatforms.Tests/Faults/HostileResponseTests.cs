using System.Diagnostics;
using System.Globalization;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Faults;

/// <summary>Malicious responses: each ends in a clear error, in bounded memory and time.</summary>
[Collection(Measured.Name)]
public sealed class HostileResponseTests : PlatformTest
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Invalid page sizes, for each platform that reports one.</summary>
    public static TheoryData<Platform, int> PageSizesBelowOne
    {
        get
        {
            var rows = new TheoryData<Platform, int>();
            foreach (var sample in PlatformSamples.All.Where(sample => sample.ReportsPageSize))
            {
                rows.Add(sample.Platform, 0);
                rows.Add(sample.Platform, -1);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Oversized_JSON_is_rejected(Platform platform) =>
        await ExpectErrorAsync(platform, new() { Kind = FaultKind.HugeBody, Length = 100 * Megabyte }, mostMegabytes: 200, "exceeds 32 MB");

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Gzip_bomb_is_rejected(Platform platform) =>
        await ExpectErrorAsync(platform, new() { Kind = FaultKind.GzipBomb, Length = 200 * Megabyte }, mostMegabytes: 200, "exceeds 32 MB");

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Deeply_nested_JSON_is_rejected(Platform platform) =>
        await ExpectErrorAsync(platform, Body(string.Concat(Enumerable.Repeat("{\"data\":[", 5_000)) + "1" + string.Concat(Enumerable.Repeat("]}", 5_000))), mostMegabytes: 20, "unexpected JSON structure");

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public async Task Oversized_array_is_rejected(string element)
    {
        var count = (int)(30 * Megabyte / (element.Length + 1));
        var body = $$$"""{"code":200,"status":"success","data":{"pageSize":100,"pageNumber":1,"totalItems":1,"contents":[{{{string.Join(',', Enumerable.Repeat(element, count))}}}]}}""";

        await ExpectErrorAsync(Platform.Polyv, Body(body), mostMegabytes: 600, "");
    }

    [Fact]
    public async Task Repeated_secret_in_a_large_response_is_redacted_in_a_single_pass()
    {
        var body = $$"""{"code":400,"status":"error","message":"{{string.Concat(Enumerable.Repeat(Sandbox.Polyv.GetSecretKey(), (int)(15 * Megabyte) / Sandbox.Polyv.GetSecretKey().Length))}}","data":""}""";

        await ExpectErrorAsync(Platform.Polyv, Body(body), mostMegabytes: 600, "***");
    }

    [Theory]
    [MemberData(nameof(PageSizesBelowOne))]
    public async Task Page_size_below_one_is_rejected(Platform platform, int size) =>
        await ExpectErrorAsync(platform, new() { Kind = FaultKind.Totals, PageSize = size }, mostMegabytes: 20, string.Create(CultureInfo.InvariantCulture, $"invalid page size {size}"));

    [Theory]
    [InlineData(Platform.Polyv, "2147483648")]
    [InlineData(Platform.Polyv, "9223372036854775807")]
    [InlineData(Platform.Polyv, "\"2147483648\"")]
    public async Task Page_size_above_the_maximum_is_rejected(Platform platform, string size) =>
        await ExpectErrorAsync(platform, Body($$$"""{"code":200,"status":"success","data":{"pageSize":{{{size}}},"pageNumber":1,"totalItems":9,"contents":[{"vid":"a"}]}}"""), mostMegabytes: 20, "invalid page size");

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Negative_total_is_rejected(Platform platform) =>
        await ExpectErrorAsync(platform, new() { Kind = FaultKind.Totals, Total = -1 }, mostMegabytes: 20, "invalid total -1");

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Total_that_is_too_high_returns_the_list_with_a_warning(Platform platform)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Totals, Total = int.MaxValue, Times = int.MaxValue, Path = ListCallOf(platform) });

        var videos = await ReadAnyAsync(ClientOf(platform), new() { PageSize = 50 });

        Assert.Equal(IdsOf(platform), videos.Select(video => video.Id));
        Assert.Single(Host.Warnings);
        Assert.InRange(Sandbox.Requests.Count, 6, 40);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Total_that_is_too_low_returns_the_whole_list(Platform platform)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Totals, Total = 7, Times = int.MaxValue, Path = ListCallOf(platform) });

        Assert.Equal(IdsOf(platform), (await ReadAnyAsync(ClientOf(platform), new() { PageSize = 50 })).Select(video => video.Id));
        Assert.Single(Host.Warnings);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Repeated_first_page_ends_the_list(Platform platform)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.RepeatFirstPage, Times = int.MaxValue, Path = ListCallOf(platform) });
        Sandbox.Faults.Add(new() { Kind = FaultKind.Totals, Total = int.MaxValue });
        var client = ClientOf(platform);

        var failure = await Record.ExceptionAsync(() => ReadAnyAsync(client, new() { PageSize = 20 }).WaitAsync(TimeSpan.FromSeconds(10)));

        Assert.True(failure is PlatformException { Reason: "UnexpectedResponse" } || (failure is null && !Host.Warnings.IsEmpty), $"{failure}");
        Assert.Equal(IdsOf(platform).Take(20), Host.Written<PlatformVideo>().Select(video => video.Id).Distinct());
        Assert.InRange(Sandbox.Requests.Count, 2, 30);
    }

    [Fact]
    public async Task Repeated_page_of_items_without_an_id_ends_the_list()
    {
        Sandbox.Faults.Add(Body("""{"code":200,"status":"success","data":{"pageSize":2,"totalItems":9223372036854775807,"contents":[{"title":"a"},{"title":"b"}]}}"""));

        var failure = await FailAsync(Polyv(), options: new() { PageSize = 2 }).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("Polyv.UnexpectedResponse", failure.ErrorId);
        Assert.InRange(Sandbox.Requests.Count, 2, 30);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Wrong_content_encoding_is_an_unexpected_response(string encoding)
    {
        Sandbox.Faults.Add(new()
        {
            Kind = FaultKind.Body, Body = """{"code":200}""", Headers = new Dictionary<string, string> { ["Content-Encoding"] = encoding }, Times = int.MaxValue,
        });

        Assert.Equal("Polyv.UnexpectedResponse", (await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 0))).ErrorId);
    }

    [Fact]
    public async Task Utf7_is_rejected()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Bytes = [0xFF, 0xFE, 0x41], Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json; charset=utf-7" }, Times = int.MaxValue });

        Assert.Equal("Polyv.UnexpectedResponse", (await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 0))).ErrorId);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("message")]
    [InlineData("requestId")]
    public async Task Control_and_bidirectional_characters_are_removed_from_errors(string field)
    {
        const string hostile = "a\u001b[2J\u001b]0;x\u0007\u009b1m\u202egpj\u2066\r\n\tb";
        var response = new Dictionary<string, object> { ["code"] = "999", ["message"] = "no", ["data"] = "", [field] = hostile };
        Sandbox.Faults.Add(Body(System.Text.Json.JsonSerializer.Serialize(response)));

        var failure = await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 0));

        Assert.DoesNotContain(failure.Message, character => char.IsControl(character) || character is '\u202e' or '\u2066');
        Assert.Contains("gpj", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_are_kept_in_the_data()
    {
        const string hostile = "a\u001b[2Jb";
        Sandbox.Faults.Add(Body($$$"""{"code":200,"data":{"pageSize":20,"pageNumber":1,"totalItems":1,"contents":[{"vid":"a","title":{{{System.Text.Json.JsonSerializer.Serialize(hostile)}}}}]}}"""));

        Assert.Equal(hostile, Assert.Single(await ListAsync(Polyv())).Title);
    }

    private static Fault Body(string body) => new() { Kind = FaultKind.Body, Body = body, Times = int.MaxValue };

    /// <summary>Lists, and expects an error within the limits of time and memory.</summary>
    private async Task ExpectErrorAsync(Platform platform, Fault fault, int mostMegabytes, string expectedText)
    {
        fault.Path = ListCallOf(platform);
        fault.Times = int.MaxValue;
        var client = ClientOf(platform, options => options.MaximumRetryCount = 0);
        await client.SignInAsync(Host);
        Sandbox.Faults.Add(fault);
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();

        var failure = await FailureOf(() => ReadAnyAsync(client, new ListOptions { PageSize = 20 }));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.InRange((GC.GetTotalAllocatedBytes() - before) / Megabyte, 0, mostMegabytes);
        Assert.Contains(expectedText, failure.Message, StringComparison.Ordinal);
        Assert.InRange(failure.Message.Length, 1, 1_000);
        Assert.InRange(Sandbox.Requests.Count, 1, 5);
    }
}
