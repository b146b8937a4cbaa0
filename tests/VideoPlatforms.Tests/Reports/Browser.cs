using System.Runtime.CompilerServices;
using PuppeteerSharp;

namespace VideoPlatforms.Tests.Reports;

/// <summary>A headless browser that the tests share.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    private IBrowser? _browser;

    /// <summary>The path of a browser of this machine; null if there is none.</summary>
    public static string? ExecutablePath { get; } = Candidates().FirstOrDefault(File.Exists);

    /// <summary>The reason to skip a test that requires a browser; null to run it.</summary>
    public static string? WhyNone { get; } = ExecutablePath is null ? "Chromium, Chrome or Edge was not found." : null;

    public async Task InitializeAsync()
    {
        if (ExecutablePath is not null)
        {
            // The sandbox of the browser does not work for root.
            string[] rootArguments = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ["--no-sandbox"] : [];
            _browser = await Puppeteer.LaunchAsync(new LaunchOptions
            {
                ExecutablePath = ExecutablePath,
                Headless = true,
                Timeout = 60_000,
                ProtocolTimeout = 120_000,
                Args = ["--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking", "--no-first-run", .. rootArguments],
            });
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    /// <summary>Opens an empty page in a context of its own.</summary>
    public async Task<BrowserPage> NewPageAsync(int width = 1280, int height = 900)
    {
        var context = await _browser!.CreateBrowserContextAsync();
        var page = await context.NewPageAsync();
        await page.SetViewportAsync(new() { Width = width, Height = height });
        return new(page, context);
    }

    private static IEnumerable<string> Candidates() =>
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))),
        .. new[] { "ProgramFiles", "ProgramFiles(x86)" }.Select(Environment.GetEnvironmentVariable).OfType<string>()
            .SelectMany(folder => new[] { Path.Combine(folder, "Google", "Chrome", "Application", "chrome.exe"), Path.Combine(folder, "Microsoft", "Edge", "Application", "msedge.exe") }),
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];
}

/// <summary>The tests that share the browser run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Browser>
{
    public const string Name = "Browser";
}

/// <summary>A test that is skipped if there is no browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute([CallerMemberName] string test = "")
    {
        Timeout = BrowserPage.TestTimeout;
        Skip = Browser.WhyNone;
        DisplayName = PowerShellFacts.Explain(test, Skip);
    }
}

/// <summary>Tests that are skipped if there is no browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute([CallerMemberName] string test = "")
    {
        Timeout = BrowserPage.TestTimeout;
        Skip = Browser.WhyNone;
        DisplayName = PowerShellFacts.Explain(test, Skip);
    }
}
