using VideoPlatforms;
using VideoPlatforms.AllPlatforms;
using VideoPlatforms.AllPlatforms.Inventories.Comparison;
using VideoPlatforms.AllPlatforms.Inventories.Reading;
using VideoPlatforms.AllPlatforms.Inventories.Writing;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Sessions;
using VideoPlatforms.Sandbox;

namespace MonoCheck;

/// <summary>Exports all platforms in every format, imports them, and compares the inventories.</summary>
internal static class Inventories
{
    /// <summary>Runs the checks and returns the number of errors.</summary>
    public static async Task<int> RunAsync(SandboxServer sandbox)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).FullName;
        var store = new SessionStore();
        var errors = 0;
        try
        {
            await ConnectAsync(sandbox, store);
            var reference = Path.Combine(folder, "reference.jsonl");
            await ExportAsync(store, new(reference, ForSpreadsheet: false, Force: false));
            foreach (var name in new[] { "a.jsonl", "a.jsonl.gz", "a.csv", "a.csv.gz" })
            {
                var target = new InventoryTarget(Path.Combine(folder, name), ForSpreadsheet: name == "a.csv.gz", Force: true);

                // The second export replaces the first one.
                await ExportAsync(store, target);
                await ExportAsync(store, target);
                errors += await ReadAsync(reference, target.Path);
            }

            errors += Directory.GetFiles(folder).Length == 5 ? 0 : 1;
        }
        finally
        {
            store.All.ToList().ForEach(store.Close);
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine($"Inventories: {errors} errors");
        return errors;
    }

    private static async Task ConnectAsync(SandboxServer sandbox, SessionStore store)
    {
        foreach (var platform in SupportedPlatforms.All)
        {
            var client = platform.CreateSandboxClient(sandbox, new() { BaseUri = platform.SandboxOf(sandbox).BaseUri, RequestsPerSecond = 10_000, Timeout = TimeSpan.FromSeconds(10) });
            await client.SignInAsync(SilentObserver.Instance);
            store.Add(new VideoPlatformSession("default", client));
        }
    }

    private static async Task ExportAsync(SessionStore store, InventoryTarget target)
    {
        var host = new CountingHost();
        using var exporter = await InventoryExporter.StartAsync(target, host);
        await exporter!.RunAsync(store.Open(null, null), host, default);
    }

    private static async Task<int> ReadAsync(string reference, string path)
    {
        var host = new CountingHost();
        await InventoryImporter.RunAsync(path, host, default);
        var (read, expected) = (host.Written, SupportedPlatforms.All.Count * Lists.VideoCount);
        using var comparer = new InventoryComparer(new(properties: null, excluded: null));
        await comparer.ReadReferenceAsync([new(reference, null)], host, default);
        await comparer.CompareAsync([new ComparisonInput(path, null)], host, default);
        await comparer.EndAsync(host, default);
        var changes = host.Written - read;
        Console.WriteLine($"{Path.GetFileName(path)}: {read} of {expected} videos, {changes} changes");
        return read == expected && changes == 0 && host.Failures == 0 ? 0 : 1;
    }
}
