using VideoPlatforms.AllPlatforms.Archive;
using VideoPlatforms.AllPlatforms.Inventories.Comparison;
using VideoPlatforms.AllPlatforms.Inventories.Measuring;
using VideoPlatforms.AllPlatforms.Inventories.Writing;
using VideoPlatforms.AllPlatforms.Report;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Demo;

/// <summary>Contains the code that is equivalent to the PowerShell commands in demo.json.</summary>
/// <param name="sessions">The sessions with the sandbox.</param>
/// <param name="results">The output of the previous steps.</param>
/// <param name="folder">The folder for the files.</param>
/// <param name="cancellationToken">A token that is canceled by Ctrl+C.</param>
internal sealed class DemoActions(SessionStore sessions, IEnumerable<List<object>> results, string folder, CancellationToken cancellationToken)
{
    /// <summary>Runs a step and writes its output to the host.</summary>
    public Task RunAsync(DemoStep step, ICommandHost host) => step switch
    {
        { Platform: { } platform } => ListRunner.RunAsync(sessions.Default(platform), new() { IncludeTotalCount = true }, host, cancellationToken),
        { Name: "all" } => host.WriteAsync<object>([.. results.SelectMany(result => result)]),
        { Name: "archive" } => SaveAsync(host),
        { Name: "measure" } => MeasureAsync(host),
        { Name: "inventory" } => ExportAsync(host),
        { Name: "audit" } => ReviewAsync(host),
        { Name: "compared" } => CompareAsync(host),
        { Name: "report" } => ReportAsync(host),
        { Name: "remaining" } => ListAsync(new(), new(), host),
        _ => throw new InvalidOperationException($"The step {step.Name} in demo.json has no equivalent code."),
    };

    private string InventoryPath => Path.Combine(folder, "archive", "inventory.jsonl");

    private QushipinClient Qushipin => sessions.Client<QushipinClient>(null, Platform.Qushipin);

    private async Task SaveAsync(ICommandHost host)
    {
        var videos = results.SelectMany(result => result).OfType<ChanjingVideo>().Where(video => video.State == VideoState.Ready).Take(3);
        var options = new SaveOptions(Path.Combine(folder, "archive")) { Include = [SavedContent.Cover, SavedContent.Subtitle], ThrottleLimit = 1 };
        await using var saver = new VideoSaver(options, sessions, cancellationToken);
        await saver.AddAsync([.. videos.Select(VideoReference.Read)], host, cancellationToken);
        await saver.CompleteAsync(host, cancellationToken);
    }

    private async Task MeasureAsync(ICommandHost host)
    {
        var measurer = new VideoMeasurer([VideoMeasureKey.Platform]);
        var videos = results.SelectMany(result => result).OfType<PlatformVideo>().Distinct();
        await measurer.AddAsync([.. videos.Select(VideoReference.Read)], host, cancellationToken);
        await measurer.WriteAsync(host);
    }

    private async Task ExportAsync(ICommandHost host)
    {
        using var exporter = await InventoryExporter.StartAsync(new(InventoryPath, ForSpreadsheet: false, Force: false), host);
        await exporter!.RunAsync(sessions.Open(null, null), host, cancellationToken);
    }

    private async Task CompareAsync(ICommandHost host)
    {
        using var comparer = new InventoryComparer(new(properties: null, excluded: null));
        await comparer.ReadReferenceAsync([new(InventoryPath, null)], host, cancellationToken);
        await comparer.CompareAsync(sessions, host, cancellationToken);
        await comparer.EndAsync(host, cancellationToken);
    }

    private async Task ReviewAsync(ICommandHost host)
    {
        var reviewed = new List<QushipinVideo>();
        await ListAsync(new() { CensorStatus = "onCensor" }, new() { First = 3 }, new ConsoleHost(_ => { }, video => reviewed.Add((QushipinVideo)video)));
        var audit = new QushipinAudit(QushipinAuditStatus.Blocked, "rehearsal");
        await WriteRunner.RunAsync(
            reviewed, "Block", video => new(video.Id!, async () => await Qushipin.AuditAsync(video.Id!, audit, host, cancellationToken)), passThru: true, host);
        await WriteRunner.RunAsync(
            reviewed.Take(1),
            "Delete",
            video => new(video.Id!, async () => await Qushipin.DeleteVideoAsync(video.Id!, video.UserId!, verify: true, host, cancellationToken)),
            passThru: true,
            host);
    }

    private async Task ReportAsync(ICommandHost host)
    {
        var options = new ReportOptions(Path.Combine(folder, "report.html"), Force: true)
        {
            EmbedCover = true,
            Reference = [new(Path.Combine(folder, "archive", "inventory.jsonl"), null)],
        };
        using var exporter = await ReportExporter.StartAsync(options, host, cancellationToken, cancellationToken);
        await exporter!.RunAsync(sessions.Open(null, null), host, cancellationToken);
    }

    private Task ListAsync(QushipinVideoFilter filter, ListOptions options, ICommandHost host) =>
        ListRunner.RunAsync(Qushipin.ListVideosAsync(filter, options, host, cancellationToken), options, host, cancellationToken);
}
