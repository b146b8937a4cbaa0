using System.Globalization;
using VideoPlatforms.Sandbox.DigitalPerson;

namespace VideoPlatforms.Tests.DigitalPerson;

public sealed class DigitalPersonListTests : PlatformTest
{
    [Fact]
    public async Task Every_field_of_every_work_is_returned()
    {
        var works = await ReadAsync(DigitalPerson());

        Assert.Equal(Sandbox.DigitalPerson.Videos.Count, works.Count);
        foreach (var (row, work) in Sandbox.DigitalPerson.Videos.Zip(works))
        {
            AssertSame(row, work);
        }
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("培训", null, null)]
    [InlineData("TOUR", null, false)]
    [InlineData("\"now\", then & =1", null, null)]
    [InlineData(null, "DRAFT", null)]
    [InlineData(null, "SUCCESS", true)]
    [InlineData("产品", "SUCCESS", false)]
    public async Task Filter_is_sent_under_its_name_and_applied(string? name, string? status, bool? descending)
    {
        var works = await ReadAsync(DigitalPerson(), new() { Name = name, Status = status, Descending = descending });

        var sent = Sandbox.Requests.Single().Parameters;
        Assert.Equal(
            (name, status, descending is null ? null : descending.Value ? "DESC" : "ASC"),
            (sent.GetValueOrDefault("name"), sent.GetValueOrDefault("status"), sent.GetValueOrDefault("sort")));
        var expected = Sandbox.DigitalPerson.Videos
            .Where(row => row.Name.Contains(name ?? "", StringComparison.OrdinalIgnoreCase) && (status is null || row.Status == status))
            .ToList();
        expected = descending == false ? [.. expected.OrderBy(row => row.CreateTime)] : expected;
        Assert.Equal(expected.Select(row => $"{row.DigitalPersonWorksId}"), works.Select(work => work.Id));
    }

    [Fact]
    public async Task Pages_are_requested_from_1_and_returned_from_0()
    {
        var works = await ReadAsync(DigitalPerson(), options: new() { PageSize = 70, ThrottleLimit = 1 });

        Assert.Equal(["1", "2", "3", "4", "5"], Sandbox.Requests.Select(request => request.Parameters["pageNum"]));
        Assert.All(Sandbox.Requests, request => Assert.Equal(("GET", "70"), (request.Method, request.Parameters["pageSize"])));
        Assert.Equal(300, works.Count);
        Assert.Empty(Host.Warnings);
    }

    [Theory]
    [InlineData("\"pageable\":{\"pageNumber\":0,\"pageSize\":1},\"totalElements\":2")]
    [InlineData("\"pageable\":null,\"number\":0,\"size\":1,\"totalElements\":2")]
    [InlineData("\"pageable\":\"INSTANCE\",\"number\":\"0\",\"size\":\"1\",\"totalElements\":\"2\"")]
    public async Task Page_number_is_read_from_both_positions(string paging)
    {
        Response("workList", $$$"""{"code":200,"data":{"content":[{"digitalPersonWorksId":1}],{{{paging}}}}}""");
        Response("workList", $$$"""{"code":200,"data":{"content":[{"digitalPersonWorksId":2}],{{{paging.Replace("Number\":0", "Number\":1", StringComparison.Ordinal).Replace("\"number\":0", "\"number\":1", StringComparison.Ordinal).Replace("\"number\":\"0", "\"number\":\"1", StringComparison.Ordinal)}}}}}""");

        var works = await ReadAsync(DigitalPerson(), options: new() { PageSize = 10, ThrottleLimit = 1 });

        Assert.Equal(["1", "2"], works.Select(work => work.Id));
    }

    [Fact]
    public async Task Page_size_of_the_server_is_used()
    {
        Sandbox.DigitalPerson.PageSizeLimit = 7;

        var works = await ReadAsync(DigitalPerson(), options: new() { PageSize = 100, Skip = 95, First = 20 });

        Assert.Equal(IdsOf(Platform.DigitalPerson).Skip(95).Take(20), works.Select(work => work.Id));
    }

    [Theory]
    [InlineData("DRAFT", VideoState.Draft)]
    [InlineData("IN_PROGRESS", VideoState.Processing)]
    [InlineData("SUCCESS", VideoState.Ready)]
    [InlineData("FAIL", VideoState.Failed)]
    [InlineData("FAILED", VideoState.Unknown)]
    [InlineData("success", VideoState.Unknown)]
    [InlineData("", VideoState.Unknown)]
    public async Task Status_is_mapped_to_a_state(string status, VideoState state)
    {
        var work = await OneAsync($$"""{"digitalPersonWorksId":1,"status":"{{status}}"}""");

        Assert.Equal((state, status), (work.State, work.Status));
    }

    [Theory]
    [InlineData("21.7861", 217_861_000L)]
    [InlineData("\"5.5\"", 55_000_000L)]
    [InlineData("0", 0L)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("-1", null)]
    [InlineData("1e300", null)]
    public async Task Durations_are_read_as_fractional_seconds(string json, long? ticks) =>
        Assert.Equal(ticks, (await OneAsync($$"""{"digitalPersonWorksId":1,"duration":{{json}}}""")).Duration?.Ticks);

    [Theory]
    [InlineData("\"2023-07-13 17:15:27\"", "2023-07-13T09:15:27Z")]
    [InlineData("\"2023-02-29 17:15:27\"", null)]
    [InlineData("\"2023-07-13\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public async Task Times_are_read_in_China_Standard_Time(string json, string? utc)
    {
        var work = await OneAsync($$"""{"digitalPersonWorksId":1,"createTime":{{json}},"updateTime":{{json}}}""");

        Assert.Equal(utc, work.CreatedAt?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        Assert.Equal(work.CreatedAt, work.UpdatedAt);
        Assert.Equal(utc is null ? null : TimeSpan.FromHours(8), work.UpdatedAt?.Offset);
    }

    [Fact]
    public async Task Undocumented_fields_are_kept()
    {
        var work = await OneAsync("""{"digitalPersonWorksId":"w-1","userId":"u","templateId":7,"tags":["a"]}""");

        Assert.Equal(("w-1", "w-1", "u"), (work.Id, work.WorkId, work.UserId));
        Assert.Equal(["tags", "templateId"], work.GetAdditionalData().Keys.Order());
    }

    private static void AssertSame(DigitalPersonSandboxWork row, DigitalPersonWork work)
    {
        Assert.Equal(Platform.DigitalPerson, work.Platform);
        Assert.Equal($"{row.DigitalPersonWorksId}", work.Id);
        Assert.Equal(work.Id, work.WorkId);
        Assert.Equal(row.Name, work.Title);
        Assert.Equal(row.CreateTime, work.CreatedAt);
        Assert.Equal(row.UpdateTime, work.UpdatedAt);
        Assert.Equal(TimeSpan.FromHours(8), work.CreatedAt!.Value.Offset);
        Assert.Equal(row.Duration, work.Duration?.TotalSeconds);
        Assert.Equal(row.WorksUrl, work.Url);
        Assert.Equal(string.IsNullOrEmpty(row.Avatar) ? null : row.Avatar, work.CoverUrl);
        Assert.Equal($"{row.UserId}", work.UserId);
        Assert.Equal(row.Status, work.Status);
        Assert.Equal(
            row.Status switch { "DRAFT" => VideoState.Draft, "IN_PROGRESS" => VideoState.Processing, "SUCCESS" => VideoState.Ready, _ => VideoState.Failed },
            work.State);
        Assert.Equal(row.Align, work.Align);
        Assert.Equal(row.Resolution, work.Resolution);
        Assert.Equal(row.Fee, work.Fee);
        Assert.Empty(work.GetAdditionalData());
    }

    private async Task<DigitalPersonWork> OneAsync(string json)
    {
        Response("workList", $$$"""{"code":200,"data":{"content":[{{{json}}}],"totalElements":1},"requestId":"r","resultMsg":"执行成功"}""");
        return Assert.Single(await ReadAsync(DigitalPerson()));
    }
}
