using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>
/// No key, password, token or signature in whatever a user can see, whatever goes wrong: objects, errors, lines. What was
/// carried is known from the wire, not from the client.
/// </summary>
public sealed class LeakTests : LeakTest
{
    public static TheoryData<Platform, FaultKind> Faults
    {
        get
        {
            var rows = new TheoryData<Platform, FaultKind>();
            foreach (var platform in Enum.GetValues<Platform>())
            {
                foreach (var kind in Enum.GetValues<FaultKind>())
                {
                    rows.Add(platform, kind);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Nothing_is_shown_under_any_fault(Platform platform, FaultKind kind)
    {
        using var user = new SecretUser(Sandbox, Tap);
        var session = await user.ConnectAsync(platform);
        Sandbox.Faults.Add(new()
        {
            Kind = kind, Times = int.MaxValue, Delay = TimeSpan.FromMilliseconds(kind == FaultKind.SlowBody ? 20 : 0), Length = 40L * 1024 * 1024, Location = "https://example.com/", Total = -1,
        });

        await user.UseAsync(session!);
        await user.ConnectAsync(platform);

        AssertNothingShown(user);
    }

    [Theory]
    [InlineData(Platform.Chanjing)]
    [InlineData(Platform.Qushipin)]
    public async Task A_dead_token_and_its_renewal_show_neither_the_old_one_nor_the_new_one(Platform platform)
    {
        using var user = new SecretUser(Sandbox, Tap);
        var session = await user.ConnectAsync(platform);
        Sandbox.Faults.Add(new() { Kind = FaultKind.None, Before = () => (platform == Platform.Chanjing ? (Action)Sandbox.Chanjing.RevokeTokens : Sandbox.Qushipin.RevokeTokens)() });

        await user.UseAsync(session!);

        Assert.True(Tap.AttachedSecrets.Count() >= 2);
        AssertNothingShown(user);
    }
}
