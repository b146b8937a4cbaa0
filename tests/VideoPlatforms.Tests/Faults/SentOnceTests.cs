using VideoPlatforms.Clients.Qushipin;

namespace VideoPlatforms.Tests.Faults;

/// <summary>
/// The runtime sends a request again if an idle connection is closed before the first byte of the response. That is safe for a
/// read, but not for a write that isn't idempotent.
/// </summary>
public sealed class SentOnceTests : IDisposable
{
    private readonly SilentServer _server = new(
        request => !request.Contains("Transcode", StringComparison.Ordinal) && !request.Contains("mediaId=once", StringComparison.Ordinal),
        """{"result":"true","requestId":"r","message":"ok","code":"200","data":{"total":0,"videoList":[]}}""");

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Transcoding_on_a_closed_idle_connection_is_sent_once(bool narrowband)
    {
        var observer = new RecordingHost();
        using var client = new QushipinClient(
            new System.Net.NetworkCredential("", "token").SecurePassword, null, new() { BaseUri = _server.Address, RequestsPerSecond = 10_000, InitialRetryDelay = TimeSpan.FromMilliseconds(1) });
        await client.AuditAsync("a", new(QushipinAuditStatus.Normal), observer);

        var failure = await Assert.ThrowsAsync<PlatformException>(() => client.StartTranscodeAsync("once", narrowband, observer).WaitAsync(TimeSpan.FromSeconds(10)));

        Assert.Equal("Qushipin.OutcomeUnknown", failure.ErrorId);
        Assert.Single(_server.Received, request => request.Contains("Transcode", StringComparison.Ordinal));
        Assert.Empty(observer.Waits);
    }
}
