using System.Globalization;
using VideoPlatforms.AllPlatforms.Inventories.Comparison;
using VideoPlatforms.AllPlatforms.Report;
using VideoPlatforms.Clients.Registry;
using VideoPlatforms.Tests.Inventories;

namespace VideoPlatforms.Tests.Reports;

/// <summary>A test that exports reports.</summary>
public abstract class ReportTest : InventoryTest
{
    private protected ReportTest(int videoCount = 60)
        : base(videoCount)
    {
    }

    /// <summary>Creates a video from the values of its properties.</summary>
    private protected static PlatformVideo Video(Platform platform, string id, params (string Name, object? Value)[] values) =>
        (PlatformVideo)PlatformRegistry.Of(platform).ReadVideo(new(name => name == "Id" ? id : values.FirstOrDefault(value => value.Name == name).Value));

    /// <summary>Exports a report of objects.</summary>
    private protected async Task<ReportDocument> ReportAsync(IEnumerable<object?> videos, Func<ReportOptions, ReportOptions>? configure = null)
    {
        var options = Options(configure);
        using var exporter = await ReportExporter.StartAsync(options, Host, None, None);
        foreach (var batch in videos.Chunk(1000))
        {
            await exporter!.AddAsync([.. batch.Select(VideoReference.Read)], Host, None);
        }

        await exporter!.EndAsync(Host, None);
        return Read(options);
    }

    /// <summary>Exports a report of all videos of the open sessions.</summary>
    private protected async Task<ReportDocument> ReportAsync(Func<ReportOptions, ReportOptions>? configure = null)
    {
        var options = Options(configure);
        using var exporter = await ReportExporter.StartAsync(options, Host, None, None);
        await exporter!.RunAsync(Store.Open(null, null), Host, None);
        return Read(options);
    }

    private protected async Task<List<PlatformVideo>> ListAllAsync()
    {
        ConnectAll();
        await ExportAsync("all.jsonl");
        return await ImportAsync("all.jsonl");
    }

    private protected static IReadOnlyList<ComparisonInput> Reference(string path) => [new(path, null)];

    private protected static Func<ReportOptions, ReportOptions> InLanguage(string culture, bool embedCover = false) =>
        options => options with { Language = CultureInfo.GetCultureInfo(culture), EmbedCover = embedCover };

    private ReportOptions Options(Func<ReportOptions, ReportOptions>? configure)
    {
        var options = new ReportOptions(PathOf($"{Guid.NewGuid():N}.html"), Force: false);
        return configure?.Invoke(options) ?? options;
    }

    private ReportDocument Read(ReportOptions options)
    {
        Assert.Equal(options.Path, Host.Written<object>().OfType<FileInfo>().Last().FullName);
        return new(options.Path);
    }
}
