using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using VideoPlatforms.Common;

namespace VideoPlatforms.Tests.Http;

public sealed partial class LanguageTests
{
    public static TheoryData<string, string> Languages => new()
    {
        { "clients", "zh-CN" },
        { "commands", "zh-CN" },
    };

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_message_has_a_translation_with_the_same_placeholders(string messages, string language)
    {
        var manager = messages == "clients" ? Clients.Common.Messages.ResourceManager : CommandMessages.ResourceManager;
        var original = Texts(manager, CultureInfo.InvariantCulture);
        var translated = Texts(manager, CultureInfo.GetCultureInfo(language));

        Assert.Equal(original.Keys.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
        Assert.All(original, text => Assert.Equal(PlaceholdersOf(text.Value), PlaceholdersOf(translated[text.Key])));
    }

    private static Dictionary<string, string> Texts(ResourceManager manager, CultureInfo culture) =>
        manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> PlaceholdersOf(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Placeholder();
}
