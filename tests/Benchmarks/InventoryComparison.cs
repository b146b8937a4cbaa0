namespace VideoPlatforms.Benchmarks;

/// <summary>Measures Export-PlatformInventory and Compare-PlatformInventory as whole PowerShell processes.</summary>
internal static class InventoryComparison
{
    private const int Runs = 5;

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Peers", "inventory.ps1");

    /// <summary>Exports 50,000 videos to CSV, beside Export-Csv; writes the table.</summary>
    public static Task ExportAsync() => InFolderAsync(async folder =>
    {
        using var server = await ServerProcess.StartAsync(50_000, 0);
        Console.WriteLine(await new Comparison(
            "50,000 Polyv videos to a CSV, whole processes",
            Runs,
            Peer("PowerShell that only starts", "start"),
            Peer("script into Export-Csv", "script", Path.Combine(folder, "script.csv")),
            Peer("Get-PolyvVideo into Export-Csv", "list", Path.Combine(folder, "list.csv")),
            Peer("Export-PlatformInventory, CSV", "export", Path.Combine(folder, "inventory.csv")),
            Peer("Export-PlatformInventory, JSON Lines", "export", Path.Combine(folder, "inventory.jsonl"))).RunAsync(server.Address));
    });

    /// <summary>Compares two inventories of 100,000 videos, of which each hundredth has another title; writes the table.</summary>
    public static Task CompareAsync() => InFolderAsync(async folder =>
    {
        using var server = await ServerProcess.StartAsync(100_000, 0);
        var peers = new List<Peer> { Peer("PowerShell that only imports the module", "import") };
        foreach (var extension in new[] { ".jsonl", ".csv", ".jsonl.gz" })
        {
            var (reference, difference) = (Path.Combine(folder, "1" + extension), Path.Combine(folder, "2" + extension));
            await Peer("", "export", reference).RunAsync(server.Address);
            peers.Add(Peer($"Compare-PlatformInventory, {extension}", "compare", reference, difference));
        }

        foreach (var extension in new[] { ".jsonl", ".csv" })
        {
            var lines = File.ReadLines(Path.Combine(folder, "1" + extension));
            await File.WriteAllLinesAsync(Path.Combine(folder, "2" + extension), lines.Select((line, number) => number % 100 == 50 ? line.Replace("Lesson", "Course", StringComparison.Ordinal) : line));
        }

        await using (var compressed = new System.IO.Compression.GZipStream(File.Create(Path.Combine(folder, "2.jsonl.gz")), System.IO.Compression.CompressionLevel.Optimal))
        {
            await using var plain = File.OpenRead(Path.Combine(folder, "2.jsonl"));
            await plain.CopyToAsync(compressed);
        }

        Console.WriteLine(await new Comparison("Two inventories of 100,000 videos, 1,000 changes, whole processes", Runs, [.. peers]).RunAsync(server.Address));
    });

    private static Peer Peer(string name, string job, string reference = "", string difference = "") => new(
        name,
        server => ChildProcess.MeasureAsync(
            "pwsh", "-NoProfile", "-NonInteractive", "-File", Script, "-Server", server.AbsoluteUri, "-Module", Repository.Module, "-Job", job, "-Reference", reference, "-Difference", difference));

    private static async Task InFolderAsync(Func<string, Task> run)
    {
        var folder = Directory.CreateTempSubdirectory("videoplatforms-inventory-").FullName;
        try
        {
            await run(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
