using System.Globalization;
using System.Reflection;
using System.Text;
using CsvHelper;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Commands;

namespace VideoPlatforms.Tests.Faults;

/// <summary>A list of ten thousand videos with and without faults: each video once, in order, and identical CSV files.</summary>
public sealed class TenThousandVideosTests : PlatformTest
{
    private const int Count = 10_000;

    public TenThousandVideosTests()
        : base(Count)
    {
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task List_with_faults_is_complete_and_in_order(Platform platform)
    {
        var session = new VideoPlatformSession("default", ClientOf(platform));
        var withoutFaults = await ExportAsync(session, pageSize: 100);
        Assert.Equal(IdsOf(platform), Host.Written<PlatformVideo>().Select(video => video.Id));

        Sandbox.Faults.AddRandom(seed: 4711 + (int)platform, RandomFaults.Probability, RandomFaults.Kinds);
        var withFaults = await ExportAsync(session, pageSize: 25);

        Assert.InRange(Sandbox.Faults.Fired, 5, 100);
        Assert.Equal(Sandbox.Faults.Fired, Host.Waits.Count);
        Assert.Equal(IdsOf(platform), Host.Written<PlatformVideo>().Select(video => video.Id));
        Assert.Empty(Host.Errors);
        Assert.Empty(Host.Warnings);
        Assert.Equal(withoutFaults, withFaults);
    }

    private async Task<byte[]> ExportAsync(VideoPlatformSession session, int pageSize)
    {
        var options = new ListOptions { PageSize = pageSize };
        Host.Objects.Clear();
        await ListRunner.RunAsync(session, options, Host, default);
        var text = new StringBuilder();
        using (var csv = new CsvWriter(new StringWriter(text), CultureInfo.InvariantCulture))
        {
            foreach (var video in Host.Objects)
            {
                foreach (var column in video.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    csv.WriteField(Convert.ToString(column.GetValue(video), CultureInfo.InvariantCulture));
                }

                csv.NextRecord();
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
