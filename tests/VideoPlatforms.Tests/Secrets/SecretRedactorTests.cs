using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>A secret can contain another secret, or one of its own forms: the longest is redacted first.</summary>
public sealed class SecretRedactorTests
{
    private const string Short = "pass";
    private const string Long = "pass-word-4711";

    [Theory]
    [InlineData(Short, Long)]
    [InlineData(Long, Short)]
    public void Secret_with_the_prefix_of_another_secret_is_redacted_completely(string first, string second)
    {
        var redactor = new SecretRedactor();
        redactor.AddAccountSecret(first);
        redactor.AddAccountSecret(second);

        Assert.Equal("a *** b *** c", redactor.Message($"a {Long} b {Short} c"));
    }

    [Theory]
    [InlineData(Short, Long)]
    [InlineData(Long, Short)]
    public void Attached_secret_with_the_prefix_of_the_accounts_secret_is_redacted_completely(string account, string attached)
    {
        var redactor = new SecretRedactor();
        redactor.AddAccountSecret(account);

        Assert.Equal("***", redactor.WithRequestSecrets([attached]).Message(Long));
        Assert.Equal(account == Long ? "***" : "***-word-4711", redactor.Message(Long));
    }

    [Fact]
    public void Encoded_form_that_contains_the_secret_is_redacted_completely()
    {
        // URL-encoded, it is key%25, which starts with key%.
        var redactor = new SecretRedactor();
        redactor.AddAccountSecret("key%");

        Assert.Equal("*** and ***", redactor.Message("key%25 and key%"));
    }

    [Fact]
    public void Truncated_text_that_ends_in_a_secret_is_redacted()
    {
        var redactor = new SecretRedactor();
        redactor.AddAccountSecret(Long);

        for (var length = 4; length < Long.Length; length++)
        {
            Assert.Equal("x ***", redactor.Excerpt("x " + Long[..length]));
        }

        Assert.Equal("x pas", redactor.Excerpt("x pas"));
    }

    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("abcd", "***")]
    public void Secret_shorter_than_four_characters_is_not_redacted(string secret, string shown)
    {
        var redactor = new SecretRedactor();
        redactor.AddAccountSecret(secret);

        Assert.Equal(shown, redactor.Message(secret));
    }

    [Fact]
    public void Cleared_secrets_are_not_redacted()
    {
        var redactor = new SecretRedactor();
        redactor.AddAccountSecret(Long);

        redactor.Clear();

        Assert.Equal(Long, redactor.Message(Long));
    }
}
