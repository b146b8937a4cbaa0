using System.Diagnostics;
using System.Globalization;
using PuppeteerSharp;

namespace VideoPlatforms.Benchmarks;

/// <summary>Opens a report in Chromium or Chrome, and writes how long it takes to open, to filter and to sort.</summary>
internal static class ReportBrowser
{
    private const int Runs = 5;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome.exe", "msedge.exe"];

    // From the input to the next frame.
    private const string Measure = """
        async () => {
            const times = {};
            const time = async (name, action) => {
                const start = performance.now();
                action();
                await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
                times[name] = performance.now() - start;
            };
            const search = text => {
                const input = document.getElementById('search');
                input.value = text;
                input.dispatchEvent(new Event('input'));
            };
            await time('search', () => search('产品'));
            await time('search for two words', () => search('release 2024'));
            await time('search that finds nothing', () => search('zzzz'));
            await time('search cleared', () => search(''));
            await time('filter by state', () => document.querySelector('#state-filter input').click());
            await time('sort by title', () => document.querySelector('[data-sort=title]').click());
            await time('sort by time', () => document.querySelector('[data-sort=created]').click());
            await time('next page', () => [...document.querySelectorAll('#pager button')].at(-2).click());
            await time('gallery', () => document.getElementById('view-gallery').click());
            times['elements of the document'] = document.getElementsByTagName('*').length;
            return times;
        }
        """;

    public static async Task RunAsync(string path)
    {
        var executable = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (executable is null)
        {
            Console.Error.WriteLine("Neither Chromium nor Chrome was found on the path: the report was not opened.");
            return;
        }

        await using var browser = await Puppeteer.LaunchAsync(new LaunchOptions
        {
            ExecutablePath = executable,
            Headless = true,
            ProtocolTimeout = 120_000,
            Args = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ["--no-sandbox"] : [],
        });
        var samples = new Dictionary<string, List<double>>();
        for (var run = 0; run <= Runs; run++)
        {
            await using var page = await browser.NewPageAsync();
            var watch = Stopwatch.StartNew();
            await page.GoToAsync(new Uri(Path.GetFullPath(path)).AbsoluteUri);
            await page.WaitForSelectorAsync("html[data-ready]");
            var opened = watch.Elapsed.TotalMilliseconds;
            var times = await page.EvaluateFunctionAsync<Dictionary<string, double>>(Measure);

            // The first run starts the browser.
            if (run > 0)
            {
                foreach (var (name, value) in times.Prepend(new("open", opened)))
                {
                    (samples.TryGetValue(name, out var values) ? values : samples[name] = []).Add(value);
                }
            }
        }

        foreach (var (name, values) in samples)
        {
            values.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {values[Runs / 2]:0} ({values[0]:0}–{values[^1]:0}){(name == "elements of the document" ? "" : " ms")}"));
        }
    }
}
