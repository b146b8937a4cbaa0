using System.Net;
using System.Security.Cryptography;
using System.Text;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>A secret is masked in each of its forms, in upper and lower case, as often as it occurs.</summary>
public sealed class SecretFormsInTextTests
{
    private const string Secret = "a/b+c&d <e>\"f\"é#1";

    private static readonly byte[] Utf8 = Encoding.UTF8.GetBytes(Secret);

    public static TheoryData<string> Forms =>
    [
        Secret,
        Uri.EscapeDataString(Secret),
        WebUtility.UrlEncode(Secret),
        WebUtility.HtmlEncode(Secret),
        System.Text.Encodings.Web.JavaScriptEncoder.Default.Encode(Secret),
        "a/b+c&d <e>\\\"f\\\"é#1",
        "a\\/b+c&d <e>\\\"f\\\"é#1",
        Convert.ToHexString(MD5.HashData(Utf8)),
        Convert.ToHexString(SHA1.HashData(Utf8)),
        Convert.ToHexString(SHA256.HashData(Utf8)),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_form_is_masked_wherever_it_occurs(string form)
    {
        var redactor = new SecretRedactor();
        redactor.AddAccountSecret(Secret);

        Assert.Equal("1 *** 2 *** 3 *** 4", redactor.Message($"1 {form} 2 {form.ToUpperInvariant()} 3 {form.ToLowerInvariant()} 4"));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Cut_off_form_is_masked_in_any_case(string form)
    {
        var redactor = new SecretRedactor();
        redactor.AddAccountSecret(Secret);
        var cutOff = form[..^1];

        Assert.Equal("begins ***", redactor.Excerpt("begins " + cutOff.ToUpperInvariant()));
        Assert.Equal("begins ***", redactor.Excerpt("begins " + cutOff.ToLowerInvariant()));
    }

    [Fact]
    public void Attempt_without_secrets_of_its_own_still_masks_those_of_the_account()
    {
        var account = new SecretRedactor();
        account.AddAccountSecret("the-accounts-key");

        Assert.Equal("key ***", account.WithRequestSecrets([]).Message("key the-accounts-key"));
        Assert.Equal("key ***", account.WithRequestSecrets(["the-accounts-key"]).Message("key the-accounts-key"));
    }

    [Fact]
    public void Text_without_a_secret_stays_as_it_is()
    {
        var redactor = new SecretRedactor();
        redactor.AddAccountSecret(Secret);

        Assert.Null(redactor.Message(null));
        Assert.Equal("a/b+c", redactor.Message("a/b+c"));
    }
}
