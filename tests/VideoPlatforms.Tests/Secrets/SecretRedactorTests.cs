using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>A secret may hold another one, or one of its own forms: the longest is masked first.</summary>
public sealed class SecretRedactorTests
{
    private const string Short = "pass";
    private const string Long = "pass-word-4711";

    [Theory]
    [InlineData(Short, Long)]
    [InlineData(Long, Short)]
    public void Secret_that_begins_like_another_one_is_masked_to_its_end(string first, string second)
    {
        var mask = new SecretRedactor();
        mask.AddAccountSecret(first);
        mask.AddAccountSecret(second);

        Assert.Equal("a *** b *** c", mask.Message($"a {Long} b {Short} c"));
    }

    [Theory]
    [InlineData(Short, Long)]
    [InlineData(Long, Short)]
    public void Carried_secret_that_begins_like_the_accounts_is_masked_to_its_end(string account, string carried)
    {
        var mask = new SecretRedactor();
        mask.AddAccountSecret(account);

        Assert.Equal("***", mask.WithRequestSecrets([carried]).Message(Long));
        Assert.Equal(account == Long ? "***" : "***-word-4711", mask.Message(Long));
    }

    [Fact]
    public void Encoded_form_that_holds_the_secret_itself_is_masked_to_its_end()
    {
        // As a URL it is key%25, which begins with key%.
        var mask = new SecretRedactor();
        mask.AddAccountSecret("key%");

        Assert.Equal("*** and ***", mask.Message("key%25 and key%"));
    }

    [Fact]
    public void Beginning_that_ends_within_a_secret_shows_nothing_of_it()
    {
        var mask = new SecretRedactor();
        mask.AddAccountSecret(Long);

        for (var length = 4; length < Long.Length; length++)
        {
            Assert.Equal("x ***", mask.Excerpt("x " + Long[..length]));
        }

        Assert.Equal("x pas", mask.Excerpt("x pas"));
    }

    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("abcd", "***")]
    public void Secret_shorter_than_four_characters_is_no_secret(string secret, string shown)
    {
        var mask = new SecretRedactor();
        mask.AddAccountSecret(secret);

        Assert.Equal(shown, mask.Message(secret));
    }

    [Fact]
    public void Forgotten_secrets_are_not_masked()
    {
        var mask = new SecretRedactor();
        mask.AddAccountSecret(Long);

        mask.Clear();

        Assert.Equal(Long, mask.Message(Long));
    }
}
