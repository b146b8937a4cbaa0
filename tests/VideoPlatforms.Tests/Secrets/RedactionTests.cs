using System.Diagnostics.CodeAnalysis;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>Takes out one redaction after the other: what it hid is found, so the search is not blind.</summary>
public sealed class RedactionTests : LeakTest
{
    public static TheoryData<string> EveryRedaction =>
        [.. Enum.GetNames<Redaction>()];

    [Theory]
    [MemberData(nameof(EveryRedaction))]
    public async Task Every_redaction_that_is_taken_out_is_missed(string name)
    {
        var redaction = Enum.Parse<Redaction>(name);
        foreach (var platform in PlatformSamples.All.Select(sample => sample.Platform))
        {
            foreach (var echo in Echo.All.Values)
            {
                foreach (var form in FormsFor(redaction))
                {
                    if ((await LeaksAsync(platform, echo, form, redaction)).Count > 0)
                    {
                        return;
                    }
                }
            }
        }

        Assert.Fail($"{name} hides nothing that is found without it.");
    }

    [Fact]
    public void Whatever_leaks_is_caught()
    {
        const string secret = "a+b/c=\"d e\"<密>4711";
        var inner = new InvalidOperationException("inner", new FormatException($"key {secret}"));
        var data = new InvalidOperationException("data") { Data = { ["sign"] = secret } };
        object[] leaking =
        [
            secret, $"x{secret}x", new { Key = secret }, new { Deep = new { Deeper = new[] { new { Key = secret } } } }, new Dictionary<string, object> { ["a"] = new List<string> { secret } },
            new Dictionary<string, int> { [secret] = 1 }, new NotSupportedException(secret), inner, data, new AggregateException(inner), new ShownAs(secret), new Uri("https://example.com/?k=" + Uri.EscapeDataString(secret)),
            (1, secret),
        ];

        Assert.All(leaking, item => Assert.NotEmpty(LeakFinder.Find([secret], item)));
        foreach (var form in SecretForms.Of(secret))
        {
            Assert.NotEmpty(LeakFinder.Find([secret], $"({form})"));
            Assert.NotEmpty(LeakFinder.Find([secret], form.ToLowerInvariant()));
            Assert.NotEmpty(LeakFinder.Find([secret], form.ToUpperInvariant()));
        }

        Assert.Empty(LeakFinder.Find([secret], "***", new { Key = "***" }, new NotSupportedException("no key")));
    }

    [Fact]
    public async Task An_observer_that_leaks_is_caught()
    {
        // The walk sees what the wire saw: one line with the last signature is enough.
        using var user = new SecretUser(Sandbox, Tap);
        var session = await user.ConnectAsync(Platform.Polyv);
        await user.UseAsync(session!);
        AssertNothingShown(user);

        user.Host.Verbose($"GET ?sign={Tap.AttachedSecrets.Last()}");

        Assert.Single(LeakFinder.Find(user.Secrets, user.Shown));
    }

    [SuppressMessage("Performance", "CA1812", Justification = "Made by the test.")]
    private sealed class ShownAs(string text)
    {
        public override string ToString() => text;
    }

    // Where in the list of forms those stand that only this redaction hides; the secret itself for all others.
    private static int[] FormsFor(Redaction redaction) => redaction switch
    {
        Redaction.UrlForms => [1, 2],
        Redaction.HtmlForms => [3],
        Redaction.JsonForms => [4, 5, 6],
        Redaction.Digests => [7, 8, 9],
        _ => [0],
    };
}
