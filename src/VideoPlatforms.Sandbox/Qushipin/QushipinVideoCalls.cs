using System.Text;
using VideoPlatforms.Sandbox.Data;
using VideoPlatforms.Sandbox.Http;
using VideoPlatforms.Sandbox.Media;

namespace VideoPlatforms.Sandbox.Qushipin;

/// <summary>Handles the calls for videos.</summary>
internal sealed class QushipinVideoCalls(
    QushipinSandbox sandbox,
    Store<QushipinSandboxVideo> videos,
    Processing<QushipinSandboxVideo> transcodes,
    Processing<QushipinSandboxVideo> narrowTranscodes,
    MediaSandbox media)
{
    private const int MaxReasonBytes = 128;

    public SandboxResponse GetVideos(SandboxRequest request)
    {
        if (QushipinSearch.Read(request, sandbox.PageSizeLimit) is not { } search)
        {
            return sandbox.BusinessError();
        }

        var page = search.In(videos.Items);
        return QushipinResponse.Success("", json =>
        {
            json.WriteNumber("total", page.Total);
            json.WriteStartArray("videoList");
            foreach (var video in page.Items)
            {
                json.WriteStartObject();
                QushipinResponse.WriteFields(json, video, media);
                QushipinResponse.WriteList(json, "SnapshotList", video.SnapshotList, media);
                QushipinResponse.WriteList(json, "fileUrlList", video.FileUrlList, media);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    public SandboxResponse GetVideoById(SandboxRequest request)
        => videos.Items.FirstOrDefault(video => video.VideoId == request.Value("videoId")) is { } video
            ? QushipinResponse.Success("", json =>
            {
                QushipinResponse.WriteFields(json, video, media);
                QushipinResponse.WriteList(json, "snapshotList", video.SnapshotList, media);
                QushipinResponse.WriteList(json, "fileUrilList", video.FileUrlList, media);
            })
            : sandbox.BusinessError();

    public SandboxResponse SubmitTranscode(SandboxRequest request)
        => Start(request, transcodes, "发起非窄带高清转码作业完成!");

    public SandboxResponse SubmitTabTranscode(SandboxRequest request)
        => Start(request, narrowTranscodes, "发起窄带高清转码作业完成!");

    public SandboxResponse CreateAudit(SandboxRequest request)
    {
        var reason = request.Value("reason");
        var comment = request.Value("comment");
        return request.Value("status") switch
        {
            "Normal" => Audit("success"),
            "Blocked" when reason.Length > 0 && Encoding.UTF8.GetByteCount(reason) <= MaxReasonBytes => Audit("fail"),
            _ => sandbox.BusinessError(),
        };

        SandboxResponse Audit(string censorStatus)
            => Change(request, video => video with { CensorStatus = censorStatus, Reason = reason, Comment = comment }, "审核完成");
    }

    /// <summary>
    /// Deletes a video. Like the real server, it reports success without deleting anything if the user is not the uploader.
    /// </summary>
    public SandboxResponse DeleteVideoById(SandboxRequest request)
    {
        if (!sandbox.IgnoreDeletes)
        {
            videos.Remove(video => video.VideoId == request.Value("videoId") && video.UserId == request.Value("userId"));
        }

        return QushipinResponse.Done("删除完成！");
    }

    private SandboxResponse Start(SandboxRequest request, Processing<QushipinSandboxVideo> processing, string message)
    {
        var id = request.Value("mediaId");
        if (!videos.Items.Any(video => video.VideoId == id))
        {
            return sandbox.BusinessError();
        }

        processing.Start([id], sandbox.TranscodeDelay);
        return QushipinResponse.Done(message);
    }

    private SandboxResponse Change(SandboxRequest request, Func<QushipinSandboxVideo, QushipinSandboxVideo> change, string message)
        => videos.Change(video => video.VideoId == request.Value("mediaId"), change)
            ? QushipinResponse.Done(message)
            : sandbox.BusinessError();
}
