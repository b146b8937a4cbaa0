using System.Globalization;
using System.Text.Json;
using VideoPlatforms.Sandbox.Data;
using VideoPlatforms.Sandbox.Hosting;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.DigitalPerson;

/// <summary>Simulates the digital-person platform: the list of works.</summary>
public sealed class DigitalPersonSandbox : PlatformSandbox
{
    private const int DefaultPageSize = 10;
    private const long FirstMillisecondTimestamp = 100_000_000_000;

    private static readonly TimeSpan TimestampLife = TimeSpan.FromMinutes(5);

    private readonly Store<DigitalPersonSandboxWork> _works;
    private readonly Processing<DigitalPersonSandboxWork> _processing;
    private readonly string _authorizationText = "sandbox-auth/{appId}/{timestamp}/{account}/s3cret+text";

    internal DigitalPersonSandbox(SandboxHost host)
        : base(host, "DigitalPerson")
    {
        var timeline = new Timeline(host.VideoCount);
        _works = new(host.VideoCount, index => DigitalPersonData.Create(index, timeline[index], host.Media.RootUri));
        _processing = new(
            _works, host.Clock, IdOf, work => work.Status == DigitalPersonData.InProgress, DigitalPersonData.Start, (work, failed) => DigitalPersonData.Finish(work, failed, host.Clock.Now, host.Media.RootUri));
        Routes = [new("GET", "/openApiDigitalPerson/customer/workList", WorkList)];
    }

    /// <summary>Gets the application ID.</summary>
    public string AppId { get; } = "sandbox-digital-person";

    /// <summary>Gets the account, which a request can contain.</summary>
    public string Account { get; } = "19999999999";

    /// <summary>Gets a snapshot of the works, newest first.</summary>
    public IReadOnlyList<DigitalPersonSandboxWork> Videos => _works.Items;

    /// <summary>Gets or sets the maximum page size, regardless of the requested size.</summary>
    public int PageSizeLimit { get; set; } = int.MaxValue;

    /// <inheritdoc/>
    public override string ListPath => "workList";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Ids => [.. Videos.Select(IdOf)];

    internal override IReadOnlyList<Route> Routes { get; }

    internal override IReadOnlyList<string> SecretNames => ["authorization"];

    private protected override IProcessing Processing => _processing;

    /// <summary>Gets the text that the authorization is computed from, with its placeholders.</summary>
    /// <returns>A text with <c>{appId}</c>, <c>{timestamp}</c> and <c>{account}</c>.</returns>
    public string GetAuthorizationText() => _authorizationText;

    /// <inheritdoc/>
    public override string GetSecret() => GetAuthorizationText();

    /// <inheritdoc/>
    public override void ShiftList(int count) => _works.Shift(count);

    /// <inheritdoc/>
    public override void Remove(params string[] ids) => _processing.Remove(ids);

    internal override void Reset()
    {
        base.Reset();
        _works.Reset();
        PageSizeLimit = int.MaxValue;
    }

    private static string IdOf(DigitalPersonSandboxWork work) => work.DigitalPersonWorksId.ToString(CultureInfo.InvariantCulture);

    private SandboxResponse WorkList(SandboxRequest request)
    {
        if (!IsAuthorized(request))
        {
            return Frame(401, "请先登录", json => json.WriteNull("data"), HttpStatus(401));
        }

        var name = request.Value("name");
        var status = request.Value("status");
        var found = name.Length + status.Length == 0 ? Videos : Videos
            .Where(work => work.Name.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0)
            .Where(work => status.Length == 0 || work.Status == status)
            .ToArray();
        var ordered = request.Value("sort") == "ASC" ? found.OrderBy(work => work.CreateTime) : found.AsEnumerable();
        var number = Math.Max(request.Number("pageNum") ?? 1, 1);
        var size = request.Number("pageSize") is { } asked and > 0 ? asked : DefaultPageSize;
        var page = new Page<DigitalPersonSandboxWork>(found, ordered, number, Math.Min(size, PageSizeLimit), request.Fault);
        return Frame(200, "执行成功", json => WritePage(json, page), 200);
    }

    private bool IsAuthorized(SandboxRequest request)
    {
        var text = _authorizationText
            .Replace("{appId}", request.Header("app_id"))
            .Replace("{timestamp}", request.Header("timestamp"))
            .Replace("{account}", request.Header("account"));
        var expected = Digest.Md5(text).ToLowerInvariant();
        return request.Header("app_id") == AppId
            && request.Header("req_from") == "C"
            && request.Header("authorization") == expected
            && IsTimely(request.Header("timestamp"));
    }

    /// <summary>Accepts a timestamp in seconds or milliseconds, or none, because the document specifies no unit.</summary>
    private bool IsTimely(string text)
    {
        if (text.Length == 0)
        {
            return true;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp))
        {
            return false;
        }

        var milliseconds = timestamp < FirstMillisecondTimestamp ? timestamp * 1000 : timestamp;
        return Math.Abs(milliseconds - Host.Clock.Now.ToUnixTimeMilliseconds()) <= TimestampLife.TotalMilliseconds;
    }

    private static SandboxResponse Frame(int code, string resultMsg, Action<Utf8JsonWriter> writeData, int httpStatus) => SandboxResponse.Json(
        json =>
        {
            json.WriteNumber("code", code);
            writeData(json);
            json.WriteString("requestId", Guid.NewGuid().ToString("N").Substring(0, 8));
            json.WriteString("resultMsg", resultMsg);
            json.WriteString("host", "sandbox-01");
            json.WriteNull("errorStackTrace");
        },
        httpStatus);

    private void WritePage(Utf8JsonWriter json, Page<DigitalPersonSandboxWork> page)
    {
        json.WriteStartObject("data");
        json.WriteStartArray("content");
        foreach (var work in page.Items)
        {
            Write(json, work);
        }

        json.WriteEndArray();
        json.WriteStartObject("pageable");
        WriteSort(json);
        json.WriteNumber("pageNumber", page.Number - 1);
        json.WriteNumber("pageSize", page.Size);
        json.WriteNumber("offset", page.Offset);
        json.WriteBoolean("paged", true);
        json.WriteBoolean("unpaged", false);
        json.WriteEndObject();
        json.WriteBoolean("last", page.Number >= page.TotalPages);
        json.WriteNumber("totalPages", page.TotalPages);
        json.WriteNumber("totalElements", page.Total);
        json.WriteBoolean("first", page.Number == 1);
        WriteSort(json);
        json.WriteNumber("numberOfElements", page.Items.Count);
        json.WriteNumber("size", page.Size);
        json.WriteNumber("number", page.Number - 1);
        json.WriteBoolean("empty", page.Items.Count == 0);
        json.WriteEndObject();
    }

    private static void WriteSort(Utf8JsonWriter json)
    {
        json.WriteStartObject("sort");
        json.WriteBoolean("sorted", true);
        json.WriteBoolean("unsorted", false);
        json.WriteBoolean("empty", false);
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, DigitalPersonSandboxWork work)
    {
        const string TimeFormat = "yyyy-MM-dd HH:mm:ss";
        json.WriteStartObject();
        json.WriteString("createTime", ChinaTime.Format(work.CreateTime, TimeFormat));
        json.WriteString("updateTime", ChinaTime.Format(work.UpdateTime, TimeFormat));
        json.WriteNumber("digitalPersonWorksId", work.DigitalPersonWorksId);
        json.WriteNumber("userId", work.UserId);
        json.WriteString("name", work.Name);
        json.WriteString("avatar", Host.Media.Named(work.Avatar));
        json.WriteString("status", work.Status);
        json.WriteString("align", work.Align);
        json.WriteString("resolution", work.Resolution);
        json.WriteString("worksUrl", Host.Media.Named(work.WorksUrl));
        json.WriteNumberOrNull("fee", work.Fee);
        json.WriteNumberOrNull("duration", work.Duration);
        json.WriteEndObject();
    }
}
