using System.Globalization;
using System.Reflection;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Tests.Http;

public sealed class ErrorTextTests
{
    /// <summary>Every error kind of every platform: <c>(prefix of the resource names, reason)</c>.</summary>
    public static TheoryData<string, string> Kinds
    {
        get
        {
            var kinds = from type in typeof(ErrorKind).Assembly.GetTypes()
                        from entry in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                        where entry.FieldType == typeof(ErrorKind)
                        let kind = (ErrorKind)entry.GetValue(null)!
                        select (type == typeof(ErrorKind) ? "" : type.Name.Replace("Errors", ".", StringComparison.Ordinal), kind.Reason);
            var rows = new TheoryData<string, string>();
            foreach (var (prefix, reason) in kinds.Distinct())
            {
                rows.Add(prefix, reason);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_error_kind_has_a_message_and_a_recommended_action(string prefix, string reason)
    {
        foreach (var part in new[] { "What", "Do" })
        {
            var text = Messages.ResourceManager.GetString($"{prefix}{reason}.{part}", CultureInfo.InvariantCulture);
            Assert.False(string.IsNullOrWhiteSpace(text), $"{prefix}{reason}.{part} is missing.");
            Assert.EndsWith(".", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_error_text_belongs_to_an_error_kind()
    {
        var known = Kinds.Select(row => $"{row[0]}{row[1]}").ToHashSet();
        var texts = Messages.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<System.Collections.DictionaryEntry>()
            .Select(entry => (string)entry.Key)
            .Where(key => key.Contains('.', StringComparison.Ordinal));

        Assert.DoesNotContain(texts, key => !known.Contains(key[..key.LastIndexOf('.')]));
    }

    [Fact]
    public void Every_category_is_a_PowerShell_error_category() =>
        Assert.Empty(Enum.GetNames<PlatformErrorCategory>().Except(Enum.GetNames<System.Management.Automation.ErrorCategory>()));

    [Theory]
    [InlineData(false, "The server returned: \"it broke off\".")]
    [InlineData(true, "Details: it broke off.")]
    public void Details_found_by_the_client_are_not_attributed_to_the_server(bool found, string sentence)
    {
        var text = ErrorText.Describe(Platform.Polyv, ErrorKind.ResponseTruncated, "get-by-uploader", null, null, "it broke off", found, null, null);

        Assert.EndsWith(" " + sentence, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the sign is not right.", "SignatureRejected")]
    [InlineData("The sign is not right", "SignatureRejected")]
    [InlineData("  THE SIGN IS NOT RIGHT!  ", "SignatureRejected")]
    [InlineData("the sign is not right。", "SignatureRejected")]
    [InlineData("the sign is right.", "RequestRejected")]
    [InlineData("", "RequestRejected")]
    [InlineData(null, "RequestRejected")]
    public void Error_message_is_matched_without_case_and_punctuation(string? message, string reason) =>
        Assert.Equal(reason, VideoPlatforms.Clients.Polyv.PolyvErrors.Table.Find("400", message, 200).Reason);
}
