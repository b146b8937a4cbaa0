using System.Globalization;
using VideoPlatforms.Sandbox.Data;
using VideoPlatforms.Sandbox.Hosting;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Qushipin;

/// <summary>Handles the calls for recommendations.</summary>
internal sealed class QushipinRecommendationCalls(
    QushipinSandbox sandbox, Store<QushipinSandboxRecommendation> recommendations, SandboxHost host)
{
    // Larger than the record number of any video.
    private int _lastId = 1_000_000;

    public SandboxResponse GetRecommendVideos(SandboxRequest request)
    {
        if (QushipinSearch.Read(request, sandbox.PageSizeLimit) is not { } search)
        {
            return sandbox.BusinessError();
        }

        var all = recommendations.Items;
        var page = search.In(all.Select(recommendation => recommendation.Video));
        return QushipinResponse.Success("", json =>
        {
            // total is the unfiltered count, nowTotal the filtered one.
            json.WriteString("total", all.Count.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("nowTotal", page.Total);
            json.WriteStartArray("videoList");
            foreach (var video in page.Items)
            {
                json.WriteStartObject();
                QushipinResponse.WriteFields(json, video, host.Media);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    public SandboxResponse GetRecommendVideoById(SandboxRequest request)
    {
        const string Message = "根据videoId获取视频详情完成!";
        return recommendations.Items.FirstOrDefault(entry => entry.Video.VideoId == request.Value("videoId")) is { } found
            ? QushipinResponse.Success(Message, json => QushipinResponse.WriteFields(json, found.Video, host.Media))
            : QushipinResponse.Done(Message);
    }

    public SandboxResponse RecommendVideo(SandboxRequest request)
    {
        var videoId = request.Value("videoId");
        if (videoId.Length == 0)
        {
            return sandbox.BusinessError();
        }

        recommendations.Put(Read(request), entry => entry.Video.VideoId == videoId);
        return QushipinResponse.Done("插入推荐视频成功!");
    }

    /// <summary>
    /// Deletes a recommendation. Like the real server, it does nothing without the correct userId, which the document does not
    /// list.
    /// </summary>
    public SandboxResponse DeleteRecommendById(SandboxRequest request)
    {
        if (!sandbox.IgnoreDeletes)
        {
            recommendations.Remove(entry =>
                entry.Video.VideoId == request.Value("videoId") && entry.Video.UserId == request.Value("userId"));
        }

        return QushipinResponse.Done("取消推荐完成");
    }

    private QushipinSandboxRecommendation Read(SandboxRequest request) => new()
    {
        Video = new()
        {
            Id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture),
            VideoId = request.Value("videoId"),
            Title = request.Value("title"),
            Description = request.Value("description"),
            Duration = ReadNumber(request.Value("duration")),
            CoverUrl = request.Value("coverUrl"),
            CreationTime = host.Clock.Now,
            FirstFrameUrl = request.Value("firstFrameUrl"),
            Size = (long?)ReadNumber(request.Value("size")),
            CateId = (long?)ReadNumber(request.Value("cateId")),
            CateName = request.Value("cateName"),
            Tags = request.Value("tags"),
            UserId = request.Value("userId"),
            UserName = QushipinData.UserName(request.Value("userId")),
            TranscodeStatus = request.Value("transcodeStatus"),
            SnapshotStatus = request.Value("snapshotStatus"),
            CensorStatus = request.Value("censorStatus"),
        },
        IsNarrow = request.Value("isNarrow"),
        IsCache = request.Value("isCache"),
    };

    private static double? ReadNumber(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
