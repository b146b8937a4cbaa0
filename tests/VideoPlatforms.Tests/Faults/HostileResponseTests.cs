using System.Diagnostics;
using System.Globalization;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Faults;

/// <summary>Answers made to harm: each ends in a clear error, in bounded memory and time.</summary>
[Collection(Measured.Name)]
public sealed class HostileResponseTests : PlatformTest
{
    private const long Megabyte = 1024 * 1024;

    public static TheoryData<Platform> Platforms => [.. Enum.GetValues<Platform>()];

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_hundred_megabytes_of_JSON_are_not_read_to_their_end(Platform platform) =>
        await EndsAsync(platform, new() { Kind = FaultKind.HugeBody, Length = 100 * Megabyte }, mostMegabytes: 200, "exceeds 32 MB");

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_gzip_bomb_is_not_unpacked_to_its_end(Platform platform) =>
        await EndsAsync(platform, new() { Kind = FaultKind.GzipBomb, Length = 200 * Megabyte }, mostMegabytes: 200, "exceeds 32 MB");

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Nesting_ten_thousand_deep_is_not_followed(Platform platform) =>
        await EndsAsync(platform, Body(string.Concat(Enumerable.Repeat("{\"data\":[", 5_000)) + "1" + string.Concat(Enumerable.Repeat("]}", 5_000))), mostMegabytes: 20, "unexpected JSON structure");

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public async Task A_page_of_ten_million_crumbs_does_not_fill_the_memory(string crumb)
    {
        var crumbs = (int)(30 * Megabyte / (crumb.Length + 1));
        var body = $$$"""{"code":200,"status":"success","data":{"pageSize":100,"pageNumber":1,"totalItems":1,"contents":[{{{string.Join(',', Enumerable.Repeat(crumb, crumbs))}}}]}}""";

        await EndsAsync(Platform.Polyv, Body(body), mostMegabytes: 600, "");
    }

    [Fact]
    public async Task Thirty_megabytes_of_nothing_but_echoes_are_masked_in_one_go()
    {
        var body = $$"""{"code":400,"status":"error","message":"{{string.Concat(Enumerable.Repeat(Sandbox.Polyv.GetSecretKey(), (int)(15 * Megabyte) / Sandbox.Polyv.GetSecretKey().Length))}}","data":""}""";

        await EndsAsync(Platform.Polyv, Body(body), mostMegabytes: 600, "***");
    }

    [Theory]
    [InlineData(Platform.Polyv, 0)]
    [InlineData(Platform.Polyv, -1)]
    [InlineData(Platform.PolyvLive, 0)]
    [InlineData(Platform.PolyvLive, -1)]
    [InlineData(Platform.Chanjing, 0)]
    [InlineData(Platform.Chanjing, -1)]
    [InlineData(Platform.DigitalPerson, 0)]
    [InlineData(Platform.DigitalPerson, -1)]
    public async Task An_absurd_page_size_is_an_error(Platform platform, int size) =>
        await EndsAsync(platform, new() { Kind = FaultKind.Totals, PageSize = size }, mostMegabytes: 20, string.Create(CultureInfo.InvariantCulture, $"invalid page size {size}"));

    [Theory]
    [InlineData(Platform.Polyv, "2147483648")]
    [InlineData(Platform.Polyv, "9223372036854775807")]
    [InlineData(Platform.Polyv, "\"2147483648\"")]
    public async Task A_page_size_beyond_all_pages_is_an_error(Platform platform, string size) =>
        await EndsAsync(platform, Body($$$"""{"code":200,"status":"success","data":{"pageSize":{{{size}}},"pageNumber":1,"totalItems":9,"contents":[{"vid":"a"}]}}"""), mostMegabytes: 20, "invalid page size");

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_negative_total_is_an_error(Platform platform) =>
        await EndsAsync(platform, new() { Kind = FaultKind.Totals, Total = -1 }, mostMegabytes: 20, "invalid total -1");

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_total_of_two_thousand_million_ends_with_the_list_and_a_warning(Platform platform)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Totals, Total = int.MaxValue, Times = int.MaxValue, Path = ListCallOf(platform) });

        var videos = await ReadAnyAsync(ClientOf(platform), new() { PageSize = 50 });

        Assert.Equal(IdsOf(platform), videos.Select(video => video.Id));
        Assert.Single(Host.Warnings);
        Assert.InRange(Sandbox.Requests.Count, 6, 40);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_total_that_is_too_low_cuts_nothing(Platform platform)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Totals, Total = 7, Times = int.MaxValue, Path = ListCallOf(platform) });

        Assert.Equal(IdsOf(platform), (await ReadAnyAsync(ClientOf(platform), new() { PageSize = 50 })).Select(video => video.Id));
        Assert.Single(Host.Warnings);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task The_first_page_for_ever_ends(Platform platform)
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
    public async Task Objects_without_an_id_for_ever_end()
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
    public async Task A_body_that_is_not_packed_as_its_head_says_is_an_error(string encoding)
    {
        Sandbox.Faults.Add(new()
        {
            Kind = FaultKind.Body, Body = """{"code":200}""", Headers = new Dictionary<string, string> { ["Content-Encoding"] = encoding }, Times = int.MaxValue,
        });

        Assert.Equal("Polyv.UnexpectedResponse", (await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 0))).ErrorId);
    }

    [Fact]
    public async Task Utf7_is_not_read_but_told()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Bytes = [0xFF, 0xFE, 0x41], Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json; charset=utf-7" }, Times = int.MaxValue });

        Assert.Equal("Polyv.UnexpectedResponse", (await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 0))).ErrorId);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("message")]
    [InlineData("requestId")]
    public async Task What_moves_a_cursor_or_turns_text_is_in_no_error(string field)
    {
        const string hostile = "a\u001b[2J\u001b]0;x\u0007\u009b1m\u202egpj\u2066\r\n\tb";
        var response = new Dictionary<string, object> { ["code"] = "999", ["message"] = "no", ["data"] = "", [field] = hostile };
        Sandbox.Faults.Add(Body(System.Text.Json.JsonSerializer.Serialize(response)));

        var failure = await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 0));

        Assert.DoesNotContain(failure.Message, character => char.IsControl(character) || character is '\u202e' or '\u2066');
        Assert.Contains("gpj", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_moves_a_cursor_stays_in_the_data()
    {
        const string hostile = "a\u001b[2Jb";
        Sandbox.Faults.Add(Body($$$"""{"code":200,"data":{"pageSize":20,"pageNumber":1,"totalItems":1,"contents":[{"vid":"a","title":{{{System.Text.Json.JsonSerializer.Serialize(hostile)}}}}]}}"""));

        Assert.Equal(hostile, Assert.Single(await ListAsync(Polyv())).Title);
    }

    private static Fault Body(string body) => new() { Kind = FaultKind.Body, Body = body, Times = int.MaxValue };

    /// <summary>Lists, and expects an error, soon and without much memory.</summary>
    private async Task EndsAsync(Platform platform, Fault fault, int mostMegabytes, string says)
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
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
        Assert.InRange(failure.Message.Length, 1, 1_000);
        Assert.InRange(Sandbox.Requests.Count, 1, 5);
    }
}
