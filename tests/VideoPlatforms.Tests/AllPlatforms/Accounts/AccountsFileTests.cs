using System.Management.Automation;
using System.Security;
using System.Text.Json;
using VideoPlatforms.AllPlatforms;
using VideoPlatforms.AllPlatforms.Accounts;
using VideoPlatforms.Tests.Mapping;

namespace VideoPlatforms.Tests.AllPlatforms.Accounts;

/// <summary>The accounts file of Connect-VideoPlatform.</summary>
public sealed class AccountsFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public static TheoryData<Platform> All => [.. Enum.GetValues<Platform>()];

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Accounts_are_read_with_their_values()
    {
        var entries = Read("""
            {
              "$schema": "accounts.schema.json",
              // A comment.
              "accounts": [
                { "platform": "Polyv", "userId": "u1", "profile": "night", "timeoutSec": 7, "maximumRetryCount": 0, "requestsPerSecond": 2.5 },
                {
                  "platform": "qushipin", "name": "vod", "baseUri": "https://vod.example.com", "timeZone": "UTC", "skipCertificateCheck": true,
                  "proxy": "http://proxy.example.com:8080", "vaultSecretName": "vod", "vaultName": "Videos",
                },
                { "platform": "DigitalPerson", "appId": "a", "account": "1", "name": null },
              ],
            }
            """);

        Assert.Equal(["Polyv/default", "Qushipin/vod", "DigitalPerson/default"], entries.Select(entry => entry.ToString()));
        Assert.Equal([5, 6, 10], entries.Select(entry => entry.Line));
        Assert.Equal((TimeSpan.FromSeconds(7), 0, 2.5), (entries[0].Options.Timeout, entries[0].Options.MaximumRetryCount, entries[0].Options.RequestsPerSecond));
        Assert.Equal(("u1", "night"), (entries[0].Parameters.Get<string>("UserId"), entries[0].Profile));
        Assert.Equal((new("https://vod.example.com"), new("http://proxy.example.com:8080"), true), (entries[1].Options.BaseUri, entries[1].Options.Proxy, entries[1].Options.SkipCertificateCheck));
        Assert.Equal(("vod", "Videos", TimeZoneInfo.Utc), (entries[1].VaultSecretName, entries[1].VaultName, entries[1].Parameters.Get<TimeZoneInfo>("TimeZone")));
        Assert.Equal(("a", "1"), (entries[2].Parameters.Get<string>("AppId"), entries[2].Parameters.Get<string>("Account")));
    }

    [Theory]
    [InlineData("secretKey")]
    [InlineData("SecretKey")]
    [InlineData("app_secret")]
    [InlineData("appSecret")]
    [InlineData("password")]
    [InlineData("accessToken")]
    [InlineData("consoleToken")]
    [InlineData("authorizationText")]
    [InlineData("credential")]
    [InlineData("proxyCredential")]
    [InlineData("apiKey")]
    public void Secret_makes_the_file_invalid_and_its_value_is_not_shown(string key)
    {
        var failure = Fail($$"""
            {
              "accounts": [
                { "platform": "Polyv" },
                {
                  "platform": "Chanjing",
                  "{{key}}": "v-4711"
                }
              ]
            }
            """);

        Assert.Equal("VideoPlatforms.AccountsFileSecret", failure.ErrorId);
        Assert.Contains($"Line 6, account 2: {key} is a secret", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("v-4711", failure.ToString() + failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"accounts":[{"platform":"Polyv"}],"password":"v-4711"}""")]
    [InlineData("""{"accounts":[{"platform":"Polyv","name":{"deep":{"appSecret":"v-4711"}}}]}""")]
    [InlineData("""{"defaults":{"secretKey":["v-4711"]},"accounts":[]}""")]
    [InlineData("""{"accounts":[{"platform":"Qushipin","baseUri":"https://ops:v-4711@vod.example.com"}]}""")]
    [InlineData("""{"accounts":[{"platform":"Polyv","proxy":"http://v-4711@proxy.example.com"}]}""")]
    public void Secret_is_found_wherever_it_stands(string text)
    {
        var failure = Fail(text);

        Assert.Equal("VideoPlatforms.AccountsFileSecret", failure.ErrorId);
        Assert.DoesNotContain("v-4711", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Line 1: the text is not valid JSON")]
    [InlineData("platform,name\nPolyv,v-4711", "Line 1: the text is not valid JSON")]
    [InlineData("{\n\"accounts\": [\n{ \"platform\": v-4711 }]}", "Line 3: the text is not valid JSON")]
    [InlineData("""{"accounts":[]} v-4711""", "Line 1: the text is not valid JSON")]
    [InlineData("[]", "\"accounts\"")]
    [InlineData("{}", "\"accounts\"")]
    [InlineData("""{"accounts":{}}""", "\"accounts\"")]
    [InlineData("""{"accounts":["Polyv"]}""", "account 1: an element")]
    [InlineData("""{"accounts":[{"name":"a"}]}""", "account 1: the key platform is missing; the platforms are Polyv, PolyvLive")]
    [InlineData("""{"accounts":[{"platform":"Vimeo"}]}""", "there is no platform Vimeo; the platforms are Polyv, PolyvLive")]
    [InlineData("""{"accounts":[{"platform":"1"}]}""", "there is no platform 1")]
    [InlineData("""{"accounts":[{"platform":3}]}""", "there is no platform 3")]
    [InlineData("""{"accounts":[{"platform":"Polyv","appId":"a"}]}""", "Polyv has no key appId; its keys are profile, platform, name")]
    [InlineData("""{"accounts":[{"platform":"Polyv","BaseUri":"https://a.example.com"}]}""", "Polyv has no key BaseUri")]
    [InlineData("""{"accounts":[{"platform":"Polyv"}],"profiles":[]}""", "the key profiles is unknown")]
    [InlineData("""{"accounts":[{"platform":"Polyv","name":"a","name":"b"}]}""", "the key name is specified twice")]
    [InlineData("""{"accounts":[{"platform":"Polyv"},{"platform":"polyv","name":"Default"}]}""", "is already specified in line 1")]
    [InlineData("""{"accounts":[{"platform":"Polyv","name":"a/b"}]}""", "the value of name is invalid")]
    [InlineData("""{"accounts":[{"platform":"Polyv","timeoutSec":"7"}]}""", "the value of timeoutSec is invalid. Must be a number.")]
    [InlineData("""{"accounts":[{"platform":"Polyv","timeoutSec":0}]}""", "the value of timeoutSec is invalid")]
    [InlineData("""{"accounts":[{"platform":"Polyv","maximumRetryCount":101}]}""", "the value of maximumRetryCount is invalid")]
    [InlineData("""{"accounts":[{"platform":"Polyv","requestsPerSecond":0}]}""", "the value of requestsPerSecond is invalid")]
    [InlineData("""{"accounts":[{"platform":"Polyv","baseUri":"ftp://a.example.com"}]}""", "the value of baseUri is invalid")]
    [InlineData("""{"accounts":[{"platform":"Polyv","skipCertificateCheck":"yes"}]}""", "Must be true or false.")]
    [InlineData("""{"accounts":[{"platform":"Polyv","userId":" "}]}""", "the value of userId is invalid")]
    [InlineData("""{"accounts":[{"platform":"Polyv","userId":["a"]}]}""", "the value of userId is invalid")]
    [InlineData("""{"accounts":[{"platform":"Qushipin","timeZone":"Mars/Base"}]}""", "the value of timeZone is invalid")]
    [InlineData("""{"accounts":[{"platform":"DigitalPerson","appId":"äpp"}]}""", "the value of appId is invalid")]
    public void Invalid_file_is_rejected_with_the_line_and_the_account(string text, string expected)
    {
        var failure = Fail(text);

        Assert.Equal("VideoPlatforms.AccountsFileInvalid", failure.ErrorId);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Contains(_path, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("v-4711", failure.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(failure.RecommendedAction);
    }

    [Fact]
    public void Every_problem_is_reported_in_the_order_of_the_lines()
    {
        var failure = Fail("""
            {"accounts":[
              {"platform":"Polyv","x":1},
              {"platform":"None"},
              {"platform":"Polyv","token":"v-4711"}
            ]}
            """);

        Assert.Equal("VideoPlatforms.AccountsFileSecret", failure.ErrorId);
        Assert.Matches("Line 2, account 1: .*Line 3, account 2: .*Line 4, account 3: ", failure.Message);
    }

    [Fact]
    public void Profile_selects_its_accounts_and_may_repeat_the_names_of_another()
    {
        const string Text = """
            {"accounts":[
              {"profile":"test","platform":"Polyv"},
              {"profile":"prod","platform":"Polyv"},
              {"profile":"Prod","platform":"Chanjing"}
            ]}
            """;

        Assert.Equal(["Polyv/default", "Chanjing/default"], Read(Text, "PROD").Select(entry => entry.ToString()));
        Assert.Contains("-ProfileName", Fail(Text).Message, StringComparison.Ordinal);
        var missing = Fail(Text, "night");
        Assert.Equal("VideoPlatforms.ProfileNotFound", missing.ErrorId);
        Assert.Contains("test, prod", missing.Message, StringComparison.Ordinal);
        Assert.Equal(["test", "prod"], AccountsFile.Profiles(_path));
    }

    [Fact]
    public void Missing_file_is_reported_with_the_environment_variable()
    {
        var failure = Assert.Throws<CommandException>(() => AccountsFile.Read(_path + ".absent", null));

        Assert.Equal("VideoPlatforms.AccountsFileNotFound", failure.ErrorId);
        Assert.Contains("VIDEOPLATFORMS_ACCOUNTS", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(AccountsFile.Profiles(_path + ".absent"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Keys_of_a_platform_are_the_parameters_of_its_Connect_cmdlet_that_are_no_secrets(Platform platform)
    {
        var cmdlet = Cmdlets.ByName[$"Connect-{platform}"];
        var parameters = Cmdlets.ParametersOf(cmdlet)
            .Where(name => cmdlet.GetProperty(name)!.PropertyType is var type && type != typeof(SecureString) && type != typeof(PSCredential))
            .Select(name => char.ToLowerInvariant(name[0]) + name[1..]);

        Assert.Equal(
            parameters.Concat(["profile", "platform"]).Order(StringComparer.Ordinal),
            AccountSettings.KeysOf(SupportedPlatforms.Of(platform)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_secret_parameter_is_recognized_by_its_name()
    {
        var secrets = Cmdlets.ByName.Where(cmdlet => cmdlet.Key.StartsWith("Connect-", StringComparison.Ordinal))
            .SelectMany(cmdlet => cmdlet.Value.GetProperties())
            .Where(property => property.PropertyType == typeof(SecureString) || property.PropertyType == typeof(PSCredential))
            .Select(property => property.Name)
            .Distinct()
            .ToList();

        Assert.True(secrets.Count >= 6, string.Join(", ", secrets));
        Assert.All(secrets, name => Assert.True(SecretKeys.Contains(name), name));
        Assert.All(SupportedPlatforms.All.SelectMany(AccountSettings.KeysOf), key => Assert.False(SecretKeys.Contains(key), key));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Schema_lists_the_keys_of_every_platform(Platform platform)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "accounts.schema.json")));
        var account = schema.RootElement.GetProperty("$defs").GetProperty($"{platform}");

        Assert.Equal(
            AccountSettings.KeysOf(SupportedPlatforms.Of(platform)).Order(StringComparer.Ordinal),
            account.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal($"{platform}", account.GetProperty("properties").GetProperty("platform").GetProperty("const").GetString());
        Assert.False(account.GetProperty("additionalProperties").GetBoolean());
        Assert.Contains($"#/$defs/{platform}", schema.RootElement.GetProperty("properties").GetProperty("accounts").GetProperty("items").GetProperty("oneOf").EnumerateArray().Select(option => option.GetProperty("$ref").GetString()));
    }

    private IReadOnlyList<AccountEntry> Read(string text, string? profile = null)
    {
        File.WriteAllText(_path, text);
        return AccountsFile.Read(_path, profile);
    }

    private CommandException Fail(string text, string? profile = null) => Assert.Throws<CommandException>(() => Read(text, profile));
}
