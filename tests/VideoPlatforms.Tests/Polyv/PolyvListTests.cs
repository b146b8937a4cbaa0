namespace VideoPlatforms.Tests.Polyv;

public sealed class PolyvListTests : SandboxTest
{
    [Fact]
    public async Task Every_field_of_every_video_is_returned()
    {
        var videos = await ListAsync(Polyv());

        var expected = Sandbox.Polyv.Videos.ToDictionary(video => video.Vid);
        Assert.Equal(expected.Count, videos.Count);
        foreach (var video in videos)
        {
            var row = expected[video.Id!];
            Assert.Equal(Platform.Polyv, video.Platform);
            Assert.Equal(row.Vid, video.Vid);
            Assert.Equal(row.Title, video.Title);
            Assert.Equal(row.Cataid, video.CategoryId);
            Assert.Equal(row.Context, video.Description);
            Assert.Equal(row.Times, video.PlayCount);
            Assert.Equal(row.FirstImage, video.CoverUrl);
            Assert.Equal(row.Status, video.StatusCode);
            Assert.Equal(row.UploaderEmail, video.UploaderEmail);
            Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(row.Ptime), video.CreatedAt);
            Assert.Equal(TimeSpan.FromHours(8), video.CreatedAt!.Value.Offset);
        }
    }
}
