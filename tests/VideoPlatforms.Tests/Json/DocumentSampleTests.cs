using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Json;

/// <summary>Reads the samples of document 001 with the client.</summary>
public sealed class DocumentSampleTests : SandboxTest
{
    [Fact]
    public async Task Every_field_of_the_sample_response_is_read()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = Documents.Read("polyv-get-by-uploader.json") });

        var videos = await ListAsync(Polyv());

        Assert.Equal(2, videos.Count);
        var first = videos[0];
        Assert.Equal("b0f7041324d864436f410f581444542a_b", first.Id);
        Assert.Equal("b0f7041324d864436f410f581444542a_b", first.Vid);
        Assert.Equal(1, first.CategoryId);
        Assert.Equal("test", first.Title);
        Assert.Equal("dasdasdadasd", first.Description);
        Assert.Equal(0, first.PlayCount);
        Assert.Equal("http://img.videocc.net/uimage/b/b0f7041324/a/b0f7041324d864436f410f581444542a_b.jpg", first.CoverUrl);
        Assert.Equal(["1"], first.Tags);
        Assert.Null(first.AudioUrl);
        Assert.Equal("61", first.StatusCode);
        Assert.Equal(VideoState.Ready, first.State);
        Assert.Equal("test1@zzs.com", first.UploaderEmail);
        Assert.Equal(new DateTimeOffset(2018, 10, 29, 10, 40, 29, 403, TimeSpan.FromHours(8)), first.CreatedAt);
        Assert.Empty(first.GetAdditionalData());

        var second = videos[1];
        Assert.Equal("b0f70413248dbeccef72d9f244278fe1_b", second.Id);
        Assert.Equal(1_539_918_907_896, second.CategoryId);
        Assert.Equal("简介", second.Description);
        Assert.Equal(["标签"], second.Tags);
        Assert.Empty(Host.Warnings);
    }

    [Fact]
    public async Task Sample_error_is_reported_with_the_vendors_message()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = Documents.Read("polyv-failure.json"), Times = int.MaxValue });

        var failure = await FailAsync(Polyv());

        Assert.Equal("Polyv.TimestampExpired", failure.ErrorId);
        Assert.Equal("400", failure.VendorCode);
        Assert.Equal("ptime is too old.", failure.VendorMessage);
        Assert.Contains("ptime is too old.", failure.Message, StringComparison.Ordinal);
    }
}
