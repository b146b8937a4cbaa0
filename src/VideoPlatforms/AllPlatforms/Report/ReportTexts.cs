using System.Collections;
using System.Globalization;
using System.Resources;

namespace VideoPlatforms.AllPlatforms.Report;

/// <summary>The texts of the report in one language.</summary>
internal sealed class ReportTexts
{
    private static readonly ResourceManager Resources = new(typeof(ReportTexts));

    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Reads the texts of a language.</summary>
    public ReportTexts(CultureInfo language)
    {
        Language = language;
        foreach (var name in Resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>().Select(text => (string)text.Key))
        {
            _texts.Add(name, Resources.GetString(name, language)!);
        }
    }

    /// <summary>Gets the language.</summary>
    public CultureInfo Language { get; }

    /// <summary>Gets all texts by their names.</summary>
    public IReadOnlyDictionary<string, string> All => _texts;

    /// <summary>Gets a text.</summary>
    public string this[string name] => _texts[name];
}
