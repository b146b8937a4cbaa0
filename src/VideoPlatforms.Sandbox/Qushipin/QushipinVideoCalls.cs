using System.Text;

namespace VideoPlatforms.Sandbox;

/// <summary>The calls on the videos themselves.</summary>
internal sealed class QushipinVideoCalls(QushipinSandbox sandbox, Store<QushipinSandboxVideo> videos)
{
    private const int LongestReason = 128;

    public SandboxAnswer GetVideos(SandboxRequest request)
    {
        if (QushipinSearch.Read(request, sandbox.PageSizeLimit) is not { } search)
        {
            return sandbox.BusinessError();
        }

        var page = search.In(videos.Items);
        return QushipinAnswer.Success("", json =>
        {
            json.WriteNumber("total", page.Total);
            json.WriteStartArray("videoList");
            foreach (var video in page.Items)
            {
                json.WriteStartObject();
                QushipinAnswer.WriteFields(json, video);
                QushipinAnswer.WriteList(json, "SnapshotList", video.SnapshotList);
                QushipinAnswer.WriteList(json, "fileUrlList", video.FileUrlList);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    public SandboxAnswer GetVideoById(SandboxRequest request)
        => videos.Items.FirstOrDefault(video => video.VideoId == request.Value("videoId")) is { } video
            ? QushipinAnswer.Success("", json =>
            {
                QushipinAnswer.WriteFields(json, video);
                QushipinAnswer.WriteList(json, "snapshotList", video.SnapshotList);
                QushipinAnswer.WriteList(json, "fileUrilList", video.FileUrlList);
            })
            : sandbox.BusinessError();

    public SandboxAnswer SubmitTranscode(SandboxRequest request)
        => Change(request, video => video with { TranscodeStatus = "onTranscode" }, "发起非窄带高清转码作业完成!");

    public SandboxAnswer SubmitTabTranscode(SandboxRequest request)
        => Change(request, video => video with { NarrowTranscodeStatus = "onTranscode" }, "发起窄带高清转码作业完成!");

    public SandboxAnswer CreateAudit(SandboxRequest request)
    {
        var reason = request.Value("reason");
        var comment = request.Value("comment");
        return request.Value("status") switch
        {
            "Normal" => Audit("success"),
            "Blocked" when reason.Length > 0 && Encoding.UTF8.GetByteCount(reason) <= LongestReason => Audit("fail"),
            _ => sandbox.BusinessError(),
        };

        SandboxAnswer Audit(string censorStatus)
            => Change(request, video => video with { CensorStatus = censorStatus, Reason = reason, Comment = comment }, "审核完成");
    }

    /// <summary>Like the real server, it deletes nothing for another user than the video's, and doesn't say so.</summary>
    public SandboxAnswer DeleteVideoById(SandboxRequest request)
    {
        if (!sandbox.ClaimDeletes)
        {
            videos.Remove(video => video.VideoId == request.Value("videoId") && video.UserId == request.Value("userId"));
        }

        return QushipinAnswer.Done("删除完成！");
    }

    private SandboxAnswer Change(SandboxRequest request, Func<QushipinSandboxVideo, QushipinSandboxVideo> change, string message)
        => videos.Change(video => video.VideoId == request.Value("mediaId"), change)
            ? QushipinAnswer.Done(message)
            : sandbox.BusinessError();
}
