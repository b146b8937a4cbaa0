using System.Diagnostics;
using System.Globalization;
using System.Text;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Polyv;

namespace VideoPlatforms.Benchmarks;

/// <summary>
/// Measures what it costs to read each column of the module's objects and to convert it to text, as Export-Csv does, without
/// PowerShell: nanoseconds and allocated bytes per object, for the first read of an object and for a later one.
/// </summary>
internal static class Columns
{
    private const int Total = 50_000;

    /// <summary>Runs the measurements, and returns the table in Markdown.</summary>
    public static async Task<string> RunAsync()
    {
        using var server = await ServerProcess.StartAsync(Total, 0);

        // The first list is not measured, so that the code is compiled.
        var columns = typeof(PolyvVideo).GetProperties().OrderBy(property => property.MetadataToken).Select(property => (property.Name, Read: property.GetMethod!)).ToList();
        var table = new StringBuilder().AppendLine("| column | ns, first read | ns, later reads | bytes, first read | bytes, later reads |").AppendLine("| --- | ---: | ---: | ---: | ---: |");
        await ReadAsync(columns[0].Read);
        foreach (var (name, read) in columns)
        {
            await ReadAsync(read);
            var (first, later) = await ReadAsync(read);
            table.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {first.Time:0} | {later.Time:0} | {first.Bytes:0} | {later.Bytes:0} |");
        }

        return table.ToString();

        async Task<(Cost First, Cost Later)> ReadAsync(System.Reflection.MethodInfo read)
        {
            var videos = await ListAsync(server.Address);
            var text = Text(read);
            var first = Measure(videos, text);
            Cost later = new(double.MaxValue, 0);
            for (var run = 0; run < 5; run++)
            {
                var next = Measure(videos, text);
                later = next.Time < later.Time ? next : later;
            }

            return (first, later);
        }
    }

    private static Cost Measure(List<PolyvVideo> videos, Func<PolyvVideo, string?> text)
    {
        var length = 0L;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        foreach (var video in videos)
        {
            length += text(video)?.Length ?? 0;
        }

        watch.Stop();
        GC.KeepAlive(length);
        return new(watch.Elapsed.TotalNanoseconds / videos.Count, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)videos.Count);
    }

    // The value is boxed, as PowerShell receives it.
    private static Func<PolyvVideo, string?> Text(System.Reflection.MethodInfo read)
    {
        var video = System.Linq.Expressions.Expression.Parameter(typeof(PolyvVideo));
        var value = System.Linq.Expressions.Expression.Convert(System.Linq.Expressions.Expression.Call(video, read), typeof(object));
        var boxed = System.Linq.Expressions.Expression.Lambda<Func<PolyvVideo, object?>>(value, video).Compile();
        return item => boxed(item)?.ToString();
    }

    private static async Task<List<PolyvVideo>> ListAsync(Uri server)
    {
        using var client = new PolyvClient("bench", new System.Net.NetworkCredential("", "bench-secret").SecurePassword, new() { BaseUri = server, RequestsPerSecond = 10_000 });
        client.Session = new VideoPlatformSession("default", client);
        var videos = new List<PolyvVideo>();
        await foreach (var batch in client.ListVideosAsync(new(), new ListOptions { PageSize = 1000 }, SilentObserver.Instance))
        {
            videos.AddRange(batch.Items);
        }

        return videos;
    }

    private sealed record Cost(double Time, double Bytes);
}
