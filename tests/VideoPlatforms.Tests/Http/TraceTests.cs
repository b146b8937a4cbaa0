using System.Text.RegularExpressions;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Http;

public sealed partial class TraceTests : SandboxTest
{
    [Fact]
    public async Task Each_request_writes_one_verbose_line()
    {
        await ListAsync(Polyv(), options: new() { PageSize = 100 });

        Assert.Equal(3, Host.VerboseLines.Count);
        Assert.All(Host.VerboseLines, line => Assert.Matches(VerboseLine(), line));
    }

    [Fact]
    public async Task Failed_attempt_writes_a_verbose_line()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 503, Body = "busy" });

        await ListAsync(Polyv(), options: OnePage);

        Assert.Equal(2, Host.VerboseLines.Count);
        Assert.Contains(" 503 ", Host.VerboseLines.First(), StringComparison.Ordinal);
        Assert.EndsWith(" 4 bytes", Host.VerboseLines.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Debug_lines_contain_only_allowed_names()
    {
        Sandbox.Faults.Add(new()
        {
            Kind = FaultKind.None,
            Headers = new Dictionary<string, string> { ["Set-Cookie"] = "session=4711", ["X-New-Token"] = "4712", ["WWW-Authenticate"] = "4713" },
        });

        await ListAsync(Polyv(), new() { UploaderEmail = "ops+video@example.com", CategoryId = 1, OrderBy = PolyvVideoOrder.PlayCount }, OnePage);

        var shown = Host.DebugLines.SelectMany(line => line.Split('\n').Skip(1)).Select(line => line.Trim().Split(": ", 2)).ToLookup(pair => pair[0], pair => pair[1]);
        Assert.Equal("ops+video@example.com", shown["email"].Single());
        Assert.Equal("1", shown["cataid"].Single());
        Assert.Equal("3", shown["orderType"].Single());
        Assert.Equal("1", shown["page"].Single());
        Assert.Equal("***", shown["Set-Cookie"].Single());
        Assert.Equal("***", shown["X-New-Token"].Single());
        Assert.Equal("***", shown["WWW-Authenticate"].Single());
        Assert.DoesNotContain(Host.Lines, line => line.Contains("471", StringComparison.Ordinal) && !line.Contains("Date", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Silent_observer_receives_no_lines()
    {
        await foreach (var _ in Polyv().ListVideosAsync(new(), OnePage, VideoPlatforms.Clients.Http.SilentObserver.Instance))
        {
        }

        Assert.Empty(Host.Lines);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [GeneratedRegex(@"^GET /v2/video/sandbox-user/get-by-uploader 200 \d+ ms \d{4,} bytes$")]
    private static partial Regex VerboseLine();
}
