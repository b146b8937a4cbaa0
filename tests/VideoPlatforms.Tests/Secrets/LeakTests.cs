using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>
/// No object, error or output line contains a key, password, token or signature under any fault. The transmitted
/// secrets are taken from the recorded traffic, not from the client.
/// </summary>
public sealed class LeakTests : LeakTest
{
    public static TheoryData<Platform, FaultKind> Faults
    {
        get
        {
            var rows = new TheoryData<Platform, FaultKind>();
            foreach (var platform in PlatformSamples.All.Select(sample => sample.Platform))
            {
                foreach (var kind in Enum.GetValues<FaultKind>())
                {
                    rows.Add(platform, kind);
                }
            }

            return rows;
        }
    }

    public static TheoryData<Platform> PlatformsWithTokens => [.. PlatformSamples.All.Where(sample => sample.TokenCall is not null).Select(sample => sample.Platform)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task No_secret_appears_under_any_fault(Platform platform, FaultKind kind)
    {
        using var user = new SecretUser(Sandbox, Tap);
        var session = await user.ConnectAsync(platform);
        Sandbox.Faults.Add(new()
        {
            Kind = kind, Times = int.MaxValue, Delay = TimeSpan.FromMilliseconds(kind is FaultKind.SlowBody or FaultKind.StalledBody ? 20 : 0), Length = 40L * 1024 * 1024, Location = "https://example.com/", Total = -1,
        });

        await user.UseAsync(session!);
        await user.ConnectAsync(platform);

        AssertNothingShown(user);
    }

    [Theory]
    [MemberData(nameof(PlatformsWithTokens))]
    public async Task Revoked_and_renewed_tokens_do_not_appear(Platform platform)
    {
        using var user = new SecretUser(Sandbox, Tap);
        var session = await user.ConnectAsync(platform);
        Sandbox.Faults.Add(new() { Kind = FaultKind.None, Before = () => PlatformSamples.Of(platform).RevokeTokens(Sandbox) });

        await user.UseAsync(session!);

        Assert.True(Tap.AttachedSecrets.Count() >= 2);
        AssertNothingShown(user);
    }
}
