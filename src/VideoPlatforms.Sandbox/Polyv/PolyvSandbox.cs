using System.Globalization;
using VideoPlatforms.Sandbox.Data;
using VideoPlatforms.Sandbox.Hosting;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Polyv;

/// <summary>Simulates Polyv VOD: the list of the videos of sub-accounts.</summary>
public sealed class PolyvSandbox : PlatformSandbox
{
    private const int DefaultPageSize = 20;
    private const int LargestPageSize = 1000;

    private static readonly TimeSpan TimestampLife = TimeSpan.FromMinutes(3);

    private readonly Store<PolyvSandboxVideo> _videos;
    private readonly Processing<PolyvSandboxVideo> _processing;
    private readonly string _secretKey = "polyv-vod-secret-4711";

    internal PolyvSandbox(SandboxHost host)
        : base(host, "Polyv")
    {
        var timeline = new Timeline(host.VideoCount);
        _videos = new(host.VideoCount, index => PolyvData.Create(index, timeline[index], host.Media.RootUri));
        _processing = new(
            _videos, host.Clock, video => video.Vid, video => video.Status is "10" or "20", video => video with { Status = "20" }, (video, failed) => video with { Status = failed ? "51" : "61" });
        Routes = [new("GET", "/v2/video/{userid}/get-by-uploader", GetByUploader)];
    }

    /// <summary>Gets the user ID of the account.</summary>
    public string UserId { get; } = "sandbox-user";

    /// <summary>Gets a snapshot of the videos, newest first.</summary>
    public IReadOnlyList<PolyvSandboxVideo> Videos => _videos.Items;

    /// <summary>Gets all categories, including empty ones.</summary>
    public IReadOnlyList<PolyvSandboxCategory> Categories { get; } = PolyvData.Categories;

    /// <summary>Gets the email addresses of the sub-accounts. The last one uploaded no videos.</summary>
    public IReadOnlyList<string> Uploaders { get; } = PolyvData.Uploaders;

    /// <summary>
    /// Gets or sets a value indicating whether <c>pageSize</c>, which the document does not list, is ignored. The page size is then
    /// 20.
    /// </summary>
    public bool IgnorePageSize { get; set; }

    /// <summary>Gets or sets the maximum page size, regardless of the requested size.</summary>
    public int PageSizeLimit { get; set; } = LargestPageSize;

    /// <summary>Gets or sets a value indicating whether every valid request fails with the documented <c>query failed.</c></summary>
    public bool FailQueries { get; set; }

    /// <inheritdoc/>
    public override string ListPath => "get-by-uploader";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Ids => [.. Videos.Select(video => video.Vid)];

    internal override IReadOnlyList<Route> Routes { get; }

    internal override IReadOnlyList<string> SecretNames => ["sign"];

    private protected override IProcessing Processing => _processing;

    /// <summary>Gets the secret key of the account.</summary>
    /// <returns>The key that is appended to the signed text.</returns>
    public string GetSecretKey() => _secretKey;

    /// <inheritdoc/>
    public override string GetSecret() => GetSecretKey();

    /// <inheritdoc/>
    public override void ShiftList(int count) => _videos.Shift(count);

    /// <inheritdoc/>
    public override void Remove(params string[] ids) => _processing.Remove(ids);

    internal override void Reset()
    {
        base.Reset();
        _videos.Reset();
        IgnorePageSize = false;
        PageSizeLimit = LargestPageSize;
        FailQueries = false;
    }

    private SandboxResponse GetByUploader(SandboxRequest request)
    {
        if (Refuse(request) is { } reason)
        {
            return PolyvEnvelope.Failure(400, reason, HttpStatus(400));
        }

        if (FailQueries)
        {
            return PolyvEnvelope.Failure(500, "query failed.", HttpStatus(500));
        }

        var found = Filter(request);
        var sorted = Sort(found, request.Number("orderType"));
        var number = Math.Max(request.Number("page") ?? 1, 1);
        return Success(new Page<PolyvSandboxVideo>(found, sorted, number, PageSize(request), request.Fault));
    }

    /// <summary>Returns why the request is rejected; null if it is valid. Each check depends on the previous ones.</summary>
    private string? Refuse(SandboxRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Value("sign")))
        {
            return "sign can not be empty.";
        }

        var now = Host.Clock.Now.ToUnixTimeMilliseconds();
        if (request.Value("ptime") is not { Length: 13 } text
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ptime)
            || ptime > now + TimestampLife.TotalMilliseconds)
        {
            return "ptime is illegal.";
        }

        if (ptime < now - TimestampLife.TotalMilliseconds)
        {
            return "ptime is too old.";
        }

        if (request.PathValues["userid"] != UserId)
        {
            return "Could not find user by userid.";
        }

        if (request.Value("sign") != PolyvSignature.Of(request.Query, GetSecretKey()))
        {
            return "the sign is not right.";
        }

        if (request.Value("cataid") is { Length: > 0 } cataid && !Categories.Any(category => IsId(category.Cataid, cataid)))
        {
            return "cata is not exist.";
        }

        return request.Value("email") is { Length: > 0 } email && !Uploaders.Contains(email) ? "child user not exist." : null;
    }

    private IReadOnlyCollection<PolyvSandboxVideo> Filter(SandboxRequest request)
    {
        IEnumerable<PolyvSandboxVideo> found = Videos;
        if (request.Value("email") is { Length: > 0 } email)
        {
            found = found.Where(video => video.UploaderEmail == email);
        }

        if (request.Value("cataid") is { Length: > 0 } text)
        {
            var cataid = long.Parse(text, CultureInfo.InvariantCulture);
            HashSet<long> wanted = request.Value("containSubCata") == "1" ? [.. PolyvData.WithSubcategories(cataid)] : [cataid];
            found = found.Where(video => wanted.Contains(video.Cataid));
        }

        if (request.Value("published") == "1")
        {
            found = found.Where(video => video.Status is "60" or "61");
        }

        return found as IReadOnlyCollection<PolyvSandboxVideo> ?? found.ToArray();
    }

    private static IEnumerable<PolyvSandboxVideo> Sort(IReadOnlyCollection<PolyvSandboxVideo> found, int? orderType) => orderType switch
    {
        1 => found.OrderBy(video => video.Ptime),
        2 => found.OrderByDescending(video => video.Ptime),
        3 => found.OrderBy(video => video.Times),
        4 => found.OrderByDescending(video => video.Times),
        _ => found,
    };

    private int PageSize(SandboxRequest request)
    {
        var size = !IgnorePageSize && request.Number("pageSize") is { } asked and > 0 ? asked : DefaultPageSize;
        return Math.Min(size, PageSizeLimit);
    }

    private static bool IsId(long id, string text) => id.ToString(CultureInfo.InvariantCulture) == text;

    private SandboxResponse Success(Page<PolyvSandboxVideo> page) => PolyvEnvelope.Success("success", json =>
    {
        json.WriteNumber("pageSize", page.Size);
        json.WriteNumber("pageNumber", page.Number);
        json.WriteNumber("totalItems", page.Total);
        json.WriteStartArray("contents");
        foreach (var video in page.Items)
        {
            json.WriteStartObject();
            json.WriteString("vid", video.Vid);
            json.WriteNumber("cataid", video.Cataid);
            json.WriteString("title", video.Title);
            json.WriteString("context", video.Context);
            json.WriteNumber("times", video.Times);
            json.WriteString("firstImage", Host.Media.Named(video.FirstImage));
            json.WriteString("tag", video.Tag);
            json.WriteString("aacLink", Host.Media.Named(video.AacLink));
            json.WriteString("status", video.Status);
            json.WriteString("uploaderEmail", video.UploaderEmail);
            json.WriteNumber("ptime", video.Ptime);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
