using System.Collections.Concurrent;
using PuppeteerSharp;

namespace VideoPlatforms.Tests.Reports;

/// <summary>A page of the browser that records its requests, errors and console.</summary>
/// <param name="page">The page.</param>
/// <param name="context">Its context.</param>
public sealed class BrowserPage(IPage page, IBrowserContext context) : IAsyncDisposable
{
    /// <summary>The longest time that a test may take, in milliseconds.</summary>
    public const int TestTimeout = 180_000;

    private const int OpenTimeout = 60_000;

    private readonly ConcurrentQueue<string> _problems = [];
    private readonly ConcurrentQueue<string> _requests = [];

    public IPage Page => page;

    /// <summary>Errors and warnings of scripts, of the policy and of the console.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>The addresses of all requests except the page itself and the pictures in it.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Opens a report, and waits until its videos are unpacked.</summary>
    internal async Task<BrowserPage> OpenAsync(ReportDocument report, bool isDark = false)
    {
        var address = new Uri(report.Path).AbsoluteUri;
        page.Console += (_, args) => _problems.Enqueue($"{args.Message.Type}: {args.Message.Text}");
        page.PageError += (_, args) => _problems.Enqueue(args.Message);
        page.Dialog += async (_, args) =>
        {
            _problems.Enqueue($"dialog: {args.Dialog.Message}");
            await args.Dialog.Dismiss();
        };
        page.Request += (_, args) =>
        {
            if (args.Request.Url != address && !args.Request.Url.StartsWith("data:image/", StringComparison.Ordinal))
            {
                _requests.Enqueue(args.Request.Url);
            }
        };
        await page.EmulateMediaFeaturesAsync([new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = isDark ? "dark" : "light" }]);
        await page.GoToAsync(address, new NavigationOptions { Timeout = OpenTimeout });
        await page.WaitForSelectorAsync("html[data-ready]", new() { Timeout = OpenTimeout });
        return this;
    }

    /// <summary>Runs a function in the page.</summary>
    public Task<T> RunAsync<T>(string function, params object?[] arguments) => page.EvaluateFunctionAsync<T>(function, arguments!);

    /// <summary>Waits until a function returns true.</summary>
    public Task UntilAsync(string function) => page.WaitForFunctionAsync(function, new WaitForFunctionOptions { Timeout = OpenTimeout });

    public Task<string> TextAsync(string selector) => RunAsync<string>("selector => document.querySelector(selector).textContent", selector);

    public Task<string[]> TextsAsync(string selector) => RunAsync<string[]>("selector => [...document.querySelectorAll(selector)].map(element => element.textContent)", selector);

    public async ValueTask DisposeAsync()
    {
        await page.DisposeAsync();
        await context.CloseAsync();
    }
}
