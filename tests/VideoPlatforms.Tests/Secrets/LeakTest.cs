namespace VideoPlatforms.Tests.Secrets;

/// <summary>A test that records the traffic, and with it every transmitted secret.</summary>
public abstract class LeakTest : PlatformTest
{
    private protected LeakTest()
        : base(videoCount: 5) => Tap = Keep(new WireTap(Sandbox.Port));

    private protected WireTap Tap { get; }

    /// <summary>Uses a platform whose server echoes secrets in one form and position, and returns the leaks that were found.</summary>
    private protected async Task<IReadOnlyList<string>> LeaksAsync(Platform platform, Echo echo, int form, Redaction? left = null)
    {
        using var user = new SecretUser(Sandbox, Tap, left);
        foreach (var ofAccount in new[] { false, true })
        {
            Tap.Response = null;
            var session = await user.ConnectAsync(platform);
            Tap.Response = attached => echo.ToTokenCallsOnly && attached.Count > 0
                ? null
                : echo.Response(SecretForms.Of(attached.Count > 0 && !ofAccount ? attached[0] : AccountSecret(platform))[form]);
            await user.UseAsync(session!);
            await user.ConnectAsync(platform);
        }

        Tap.Response = null;
        return LeakFinder.Find(user.Secrets, user.Shown);
    }

    private protected void AssertNothingShown(SecretUser user)
    {
        Assert.NotEmpty(Tap.AttachedSecrets);
        Assert.NotEmpty(user.Host.Lines);
        Assert.Empty(LeakFinder.Find(user.Secrets, [.. user.Shown, .. Sandbox.Requests]));
    }

    private string AccountSecret(Platform platform) => SandboxOf(platform).GetSecret();
}
