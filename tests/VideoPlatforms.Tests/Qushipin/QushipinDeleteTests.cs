using VideoPlatforms.Common.Commands;
using VideoPlatforms.Sandbox.Faults;
using VideoPlatforms.Sandbox.Qushipin;

namespace VideoPlatforms.Tests.Qushipin;

/// <summary>The servers report every deletion as successful, so a deletion is verified by looking the item up.</summary>
public sealed class QushipinDeleteTests : PlatformTest
{
    private QushipinSandboxVideo First => Sandbox.Qushipin.Videos[0];

    private QushipinSandboxVideo FirstRecommended => Sandbox.Qushipin.Recommendations[0].Video;

    [Fact]
    public async Task Deletion_of_a_video_is_verified()
    {
        var row = First;

        var result = await Qushipin().DeleteVideoAsync(row.VideoId, row.UserId, verify: true, Host);

        Assert.Equal(299, Sandbox.Qushipin.Videos.Count);
        Assert.DoesNotContain(row.VideoId, IdsOf(Platform.Qushipin));
        Assert.Equal(["login", "deleteVideoById", "getVideos"], Sandbox.Requests.Select(request => request.Call));
        var sent = Received("deleteVideoById").Single();
        Assert.Equal("POST", sent.Method);
        Assert.Equal((row.VideoId, row.UserId), (sent.Parameters["videoId"], sent.Parameters["userId"]));
        Assert.Equal(row.VideoId, Received("getVideos").Single().Parameters["videoId"]);
        QushipinWriteTests.AssertResult(result, "deleteVideoById", row.VideoId, "删除完成！");
    }

    [Fact]
    public async Task Deletion_of_a_recommendation_is_verified()
    {
        var row = FirstRecommended;

        var result = await Qushipin().DeleteRecommendationAsync(row.VideoId, row.UserId, verify: true, Host);

        Assert.Equal(59, Sandbox.Qushipin.Recommendations.Count);
        Assert.Contains(row.VideoId, IdsOf(Platform.Qushipin));
        Assert.Equal(["login", "deleteRecommendById", "getRecommendVideoById"], Sandbox.Requests.Select(request => request.Call));
        Assert.Equal("POST", Received("deleteRecommendById").Single().Method);
        QushipinWriteTests.AssertResult(result, "deleteRecommendById", row.VideoId, "取消推荐完成");
    }

    [Theory]
    [InlineData("another user")]
    [InlineData("0")]
    public async Task Reported_deletion_of_an_existing_item_is_an_error(string userId)
    {
        var client = Qushipin();

        var video = await FailureOf(() => client.DeleteVideoAsync(First.VideoId, userId, verify: true, Host));
        var recommendation = await FailureOf(() => client.DeleteRecommendationAsync(FirstRecommended.VideoId, userId, verify: true, Host));

        Assert.All(new[] { video, recommendation }, failure =>
        {
            Assert.Equal(("Qushipin.NotDeleted", PlatformErrorCategory.InvalidResult), (failure.ErrorId, failure.Category));
            Assert.False(failure.EndsPipeline);
            Assert.False(string.IsNullOrEmpty(failure.RequestId));
        });
        Assert.Equal((First.VideoId, "删除完成！"), (video.Target, video.VendorMessage));
        Assert.Equal((FirstRecommended.VideoId, "取消推荐完成"), (recommendation.Target, recommendation.VendorMessage));
        Assert.Equal((300, 60), (Sandbox.Qushipin.Videos.Count, Sandbox.Qushipin.Recommendations.Count));
    }

    [Fact]
    public async Task Deletion_of_a_recommendation_without_a_user_is_an_error()
    {
        var failure = await FailureOf(() => Qushipin().DeleteRecommendationAsync(FirstRecommended.VideoId, null, verify: true, Host));

        Assert.Equal("Qushipin.NotDeleted", failure.ErrorId);
        Assert.DoesNotContain("userId", Received("deleteRecommendById").Single().Parameters.Keys);
    }

    [Fact]
    public async Task Lookup_that_ignores_the_id_leaves_the_outcome_unknown()
    {
        // The first page of an unfiltered list: the video can be on another page.
        var others = string.Join(",", Sandbox.Qushipin.Videos.Skip(1).Take(10).Select(video => $$$"""{"videoId":"{{{video.VideoId}}}"}"""));
        Response("getVideos", $$$"""{"result":"true","code":"200","requestId":"r","message":"","data":{"total":299,"videoList":[{{{others}}}]}}""", times: int.MaxValue);

        var failure = await FailureOf(() => Qushipin().DeleteVideoAsync(First.VideoId, First.UserId, verify: true, Host));

        Assert.Equal(("Qushipin.OutcomeUnknown", PlatformErrorCategory.InvalidResult), (failure.ErrorId, failure.Category));
        Assert.Contains("cannot be verified", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Video_id_is_case_sensitive()
    {
        var row = First;
        Response("getVideos", $$$"""{"result":"true","code":"200","requestId":"r","message":"","data":{"total":1,"videoList":[{"videoId":"{{{row.VideoId.ToUpperInvariant()}}}"}]}}""", times: int.MaxValue);

        var result = await Qushipin().DeleteVideoAsync(row.VideoId, row.UserId, verify: true, Host);

        Assert.Equal(row.VideoId, result.Target);
    }

    [Fact]
    public async Task Lookup_of_another_recommendation_leaves_the_outcome_unknown()
    {
        Response("getRecommendVideoById", """{"result":"true","code":"200","requestId":"r","message":"","data":{"videoId":"other"}}""", times: int.MaxValue);

        var failure = await FailureOf(() => Qushipin().DeleteRecommendationAsync(FirstRecommended.VideoId, FirstRecommended.UserId, verify: true, Host));

        Assert.Equal("Qushipin.OutcomeUnknown", failure.ErrorId);
    }

    [Fact]
    public async Task Unknown_id_is_rejected_before_a_deletion()
    {
        var client = Qushipin();
        var other = First.VideoId.ToUpperInvariant();
        Response("getVideoById", $$$"""{"result":"true","code":"200","requestId":"r","message":"","data":{"videoId":"{{{First.VideoId}}}"}}""", skip: 2);

        var unknown = await FailureOf(() => client.EnsureVideoExistsAsync("no such id", Host));
        await client.EnsureVideoExistsAsync(First.VideoId, Host);
        var inOtherCase = await FailureOf(() => client.EnsureVideoExistsAsync(other, Host));
        var recommendation = await FailureOf(() => client.EnsureRecommendationExistsAsync("no such id", Host));

        Assert.Equal(("Qushipin.VideoNotFound", "no such id"), (unknown.ErrorId, unknown.Target));
        Assert.Equal(("Qushipin.VideoNotFound", other), (inOtherCase.ErrorId, inOtherCase.Target));
        Assert.Equal("Qushipin.RecommendationNotFound", recommendation.ErrorId);
        Assert.Empty(Received("deleteVideoById"));
    }

    [Fact]
    public async Task Skipped_verification_sends_no_lookup()
    {
        Sandbox.Qushipin.IgnoreDeletes = true;
        var client = Qushipin();

        await client.DeleteVideoAsync(First.VideoId, First.UserId, verify: false, Host);
        await client.DeleteRecommendationAsync(FirstRecommended.VideoId, null, verify: false, Host);

        Assert.Equal(["login", "deleteVideoById", "deleteRecommendById"], Sandbox.Requests.Select(request => request.Call));
        Assert.Equal(300, Sandbox.Qushipin.Videos.Count);
    }

    [Fact]
    public async Task Failed_deletion_is_reported_and_the_remaining_items_are_deleted()
    {
        var client = Qushipin();
        var rows = Sandbox.Qushipin.Videos.Take(12).ToList();
        var anne = rows[0].UserId;

        await WriteRunner.RunAsync(
            rows.Select(row => row.VideoId), "Delete", id => new(id, async () => await client.DeleteVideoAsync(id, anne, verify: true, Host)), passThru: true, Host);

        var mine = rows.Where(row => row.UserId == anne).Select(row => row.VideoId).ToList();
        var others = rows.Where(row => row.UserId != anne).Select(row => row.VideoId).ToList();
        Assert.Equal((3, 9), (mine.Count, others.Count));
        Assert.Equal(mine, Host.Written<VideoOperationResult>().Select(result => result.Target));
        Assert.Equal(others, Host.Errors.Select(error => error.Target));
        Assert.All(Host.Errors, error => Assert.Equal("Qushipin.NotDeleted", error.Failure.ErrorId));
        Assert.Equal(297, Sandbox.Qushipin.Videos.Count);
        Assert.Empty(others.Except(IdsOf(Platform.Qushipin)));
    }

    [Fact]
    public async Task Declined_confirmation_sends_no_request()
    {
        Host.Agrees = false;
        var client = Qushipin();

        await WriteRunner.RunAsync(["a", "b"], "Delete", id => new($"video {id}", async () => await client.DeleteVideoAsync(id, "u", verify: true, Host)), passThru: true, Host);

        Assert.Equal([("video a", "Delete"), ("video b", "Delete")], Host.Questions);
        Assert.Equal(0, Sandbox.Requests.Count);
        Assert.Empty(Host.Objects);
    }

    [Fact]
    public async Task Rejected_login_ends_the_pipeline_at_the_first_item()
    {
        var client = Qushipin(password: "wrong");

        var failure = await FailureOf(() => WriteRunner.RunAsync(
            ["a", "b"], "Delete", id => new(id, async () => await client.DeleteVideoAsync(id, "u", verify: true, Host)), passThru: true, Host));

        Assert.Equal("Qushipin.LoginRejected", failure.ErrorId);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task Deletion_of_a_video_without_a_response_is_resolved_by_the_lookup(int retries)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.DropAfterHandling, Path = "deleteVideoById" });
        var row = First;

        var result = await Qushipin(configure: options => options.MaximumRetryCount = retries).DeleteVideoAsync(row.VideoId, row.UserId, verify: true, Host);

        Assert.Equal(row.VideoId, result.Target);
        Assert.DoesNotContain(row.VideoId, IdsOf(Platform.Qushipin));
        Assert.Equal(retries == 0 ? 1 : 2, Received("deleteVideoById").Count);
        Assert.Single(Received("getVideos"));
    }

    [Fact]
    public async Task Deletion_of_a_recommendation_without_a_response_is_resolved_by_the_lookup()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.DropAfterHandling, Path = "deleteRecommendById" });
        var row = FirstRecommended;

        var result = await Qushipin(configure: options => options.MaximumRetryCount = 0).DeleteRecommendationAsync(row.VideoId, row.UserId, verify: true, Host);

        Assert.Equal(row.VideoId, result.Target);
        Assert.Equal(59, Sandbox.Qushipin.Recommendations.Count);
    }

    [Fact]
    public async Task Deletion_that_was_not_received_is_unknown()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.DropConnection, Path = "deleteVideoById", Times = int.MaxValue });

        var failure = await FailureOf(() => Qushipin(configure: options => options.MaximumRetryCount = 1).DeleteVideoAsync(First.VideoId, First.UserId, verify: true, Host));

        Assert.Equal(("Qushipin.OutcomeUnknown", First.VideoId), (failure.ErrorId, failure.Target));
        Assert.Equal(300, Sandbox.Qushipin.Videos.Count);
        Assert.Single(Received("getVideos"));
    }

    [Fact]
    public async Task Deletion_without_a_response_and_verification_is_unknown()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.DropAfterHandling, Path = "deleteVideoById" });
        var row = First;

        var failure = await FailureOf(() => Qushipin(configure: options => options.MaximumRetryCount = 0).DeleteVideoAsync(row.VideoId, row.UserId, verify: false, Host));

        Assert.Equal("Qushipin.OutcomeUnknown", failure.ErrorId);
        Assert.Empty(Received("getVideos"));
    }

    [Fact]
    public async Task Rejected_deletion_is_reported_without_a_lookup()
    {
        Response("deleteVideoById", """{"result":"false","requestId":"r-1","message":"业务异常","code":"500","data":null}""");

        var failure = await FailureOf(() => Qushipin().DeleteVideoAsync(First.VideoId, First.UserId, verify: true, Host));

        Assert.Equal(("Qushipin.ServerError", "业务异常", "r-1"), (failure.ErrorId, failure.VendorMessage, failure.RequestId));
        Assert.Empty(Received("getVideos"));
    }

    [Theory]
    [InlineData("deleteVideoById", "getVideos")]
    [InlineData("deleteRecommendById", "getRecommendVideoById")]
    public async Task Failed_lookup_leaves_the_outcome_unknown(string call, string lookup)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Path = lookup, Times = int.MaxValue });
        var client = Qushipin();

        var failure = await FailureOf(() => call == "deleteVideoById"
            ? client.DeleteVideoAsync(First.VideoId, First.UserId, verify: true, Host)
            : client.DeleteRecommendationAsync(FirstRecommended.VideoId, FirstRecommended.UserId, verify: true, Host));

        Assert.Equal(("Qushipin.OutcomeUnknown", PlatformErrorCategory.InvalidResult), (failure.ErrorId, failure.Category));
        Assert.Single(Received(call));
    }
}
