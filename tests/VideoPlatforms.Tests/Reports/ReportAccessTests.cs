using System.Text.Json;
using Deque.AxeCore.Commons;

namespace VideoPlatforms.Tests.Reports;

/// <summary>The report for people who use the keyboard or a screen reader.</summary>
[Collection(BrowserTests.Name)]
public sealed class ReportAccessTests(Browser browser) : ReportTest
{
    private const string ActiveElement = "() => { const element = document.activeElement; return element.id || element.dataset.sort || element.dataset.value || element.className || element.tagName; }";

    public static TheoryData<string, bool, int> Variants => new()
    {
        { "en-US", false, 1280 },
        { "en-US", true, 1280 },
        { "zh-CN", false, 1280 },
        { "zh-CN", true, 1280 },
        { "en-US", false, 390 },
    };

    [BrowserTheory]
    [MemberData(nameof(Variants))]
    public async Task Axe_reports_no_violation(string culture, bool isDark, int width)
    {
        var videos = await ListAllAsync();
        var report = await ReportAsync(videos, options => InLanguage(culture, embedCover: true)(options) with
        {
            Reference = [.. videos.Skip(5).Select(video => new VideoPlatforms.AllPlatforms.Inventories.Comparison.ComparisonInput(null, VideoReference.Read(video)))],
        });
        await using var page = await (await browser.NewPageAsync(width)).OpenAsync(report, isDark);
        await page.Page.EvaluateExpressionAsync(new BundledAxeScriptProvider().GetScript());

        Assert.Empty(await ViolationsAsync(page));
        await page.RunAsync<object?>("() => { for (const numbers of document.querySelectorAll('.numbers')) { numbers.open = true; } document.getElementById('view-gallery').click(); document.querySelector('#state-filter input').click(); }");
        Assert.Empty(await ViolationsAsync(page));
        await page.RunAsync<object?>("() => document.querySelector('.cover-card').click()");
        Assert.Empty(await ViolationsAsync(page));
    }

    [BrowserFact]
    public async Task Every_control_works_with_the_keyboard_alone()
    {
        var videos = await ListAllAsync();
        await using var page = await (await browser.NewPageAsync()).OpenAsync(await ReportAsync(videos));
        var keyboard = page.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.RunAsync<string>(ActiveElement));

        await TabToAsync(page, "search");
        await keyboard.TypeAsync("release");
        var found = videos.Count(video => video.Title?.Contains("release", StringComparison.OrdinalIgnoreCase) == true);
        Assert.StartsWith($"{found} of 300", await page.TextAsync("#count"), StringComparison.Ordinal);

        await TabToAsync(page, "clear");
        await keyboard.PressAsync("Enter");
        Assert.Equal("300 videos", await page.TextAsync("#count"));
        Assert.Equal("search", await page.RunAsync<string>(ActiveElement));

        // The first platform, and back.
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Space");
        Assert.StartsWith("60 of 300", await page.TextAsync("#count"), StringComparison.Ordinal);
        await keyboard.PressAsync("Space");

        await TabToAsync(page, "sort");
        await keyboard.PressAsync("ArrowDown");
        Assert.NotEqual("", await page.RunAsync<string>("() => document.getElementById('sort').value"));

        await TabToAsync(page, "view-gallery");
        await keyboard.PressAsync("Enter");
        Assert.False(await page.RunAsync<bool>("() => document.getElementById('gallery-view').hidden"));
        await TabToAsync(page, "cover-card");
        await keyboard.PressAsync("Enter");
        Assert.True(await page.RunAsync<bool>("() => document.getElementById('details').open"));
        await keyboard.PressAsync("Escape");
        await TabToAsync(page, "view-table", back: true);
        await keyboard.PressAsync("Space");

        // The heads sort, and keep the focus.
        await TabToAsync(page, "created");
        await keyboard.PressAsync("Enter");
        Assert.Equal("created", await page.RunAsync<string>(ActiveElement));
        Assert.Equal("descending", await page.RunAsync<string>("() => document.activeElement.closest('th').getAttribute('aria-sort')"));
        await keyboard.PressAsync("Enter");
        Assert.Equal("ascending", await page.RunAsync<string>("() => document.activeElement.closest('th').getAttribute('aria-sort')"));

        // The details: the next one, and back to the row.
        await TabToAsync(page, "name");
        var opener = await page.RunAsync<string>("() => document.activeElement.textContent");
        await keyboard.PressAsync("Enter");
        Assert.Equal("1 of 300", await page.TextAsync("#details-place"));
        await keyboard.PressAsync("ArrowRight");
        Assert.Equal("2 of 300", await page.TextAsync("#details-place"));
        await TabToAsync(page, "details-previous");
        await keyboard.PressAsync("Enter");
        Assert.Equal("1 of 300", await page.TextAsync("#details-place"));
        await keyboard.PressAsync("Escape");
        Assert.False(await page.RunAsync<bool>("() => document.getElementById('details').open"));
        Assert.Equal(opener, await page.RunAsync<string>("() => document.activeElement.textContent"));

        // The pages.
        await page.RunAsync<object?>("() => document.getElementById('page-size').focus()");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        Assert.Equal("Page 2 of 6", await page.TextAsync("#pager .place"));
        Assert.Equal("Next", await page.RunAsync<string>("() => document.activeElement.textContent"));
        Assert.Empty(page.Problems);
    }

    [BrowserFact]
    public async Task Numbers_of_results_are_announced_and_landmarks_have_names()
    {
        await using var page = await (await browser.NewPageAsync()).OpenAsync(await ReportAsync([Video(Platform.Polyv, "a", ("Title", "t"))]));

        Assert.Equal("status", await page.RunAsync<string>("() => document.getElementById('count').getAttribute('role')"));
        Assert.Equal("1 1 1", string.Join(" ", await page.RunAsync<int[]>("() => ['main', 'body > header', 'body > footer'].map(selector => document.querySelectorAll(selector).length)")));
        Assert.Equal(0, await page.RunAsync<int>("() => [...document.querySelectorAll('nav, section')].filter(element => !element.hasAttribute('aria-label') && !element.hasAttribute('aria-labelledby')).length"));
    }

    private static async Task TabToAsync(BrowserPage page, string target, bool back = false)
    {
        const int MostTabs = 400;
        for (var count = 0; count < MostTabs; count++)
        {
            if (back)
            {
                await page.Page.Keyboard.DownAsync("Shift");
            }

            await page.Page.Keyboard.PressAsync("Tab");
            if (back)
            {
                await page.Page.Keyboard.UpAsync("Shift");
            }

            if (await page.RunAsync<string>(ActiveElement) == target)
            {
                return;
            }
        }

        Assert.Fail($"The Tab key does not reach {target}.");
    }

    private static async Task<string[]> ViolationsAsync(BrowserPage page)
    {
        var result = await page.RunAsync<JsonElement>("async () => (await axe.run()).violations.map(violation => `${violation.impact} ${violation.id}: ${violation.nodes.map(node => node.html).slice(0, 3).join(' ')}`)");
        return [.. result.EnumerateArray().Select(text => text.GetString()!)];
    }
}
