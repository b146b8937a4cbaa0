using System.Globalization;
using VideoPlatforms.AllPlatforms.Inventories.Comparison;
using VideoPlatforms.AllPlatforms.Inventories.Writing;

namespace VideoPlatforms.AllPlatforms.Report;

/// <summary>Specifies a report.</summary>
/// <param name="Path">The full path of the file.</param>
/// <param name="Force">Whether an existing file is replaced.</param>
internal sealed record ReportOptions(string Path, bool Force)
{
    /// <summary>Gets the title; null for the default.</summary>
    public string? Title { get; init; }

    /// <summary>Gets a value indicating whether the file contains the covers.</summary>
    public bool EmbedCover { get; init; }

    /// <summary>Gets the language.</summary>
    public CultureInfo Language { get; init; } = ReportLanguage.English;

    /// <summary>Gets what the videos are compared with; null if they are not compared.</summary>
    public IReadOnlyList<ComparisonInput>? Reference { get; init; }

    /// <summary>Gets the file.</summary>
    public InventoryTarget Target => new(Path, ForSpreadsheet: false, Force);
}
