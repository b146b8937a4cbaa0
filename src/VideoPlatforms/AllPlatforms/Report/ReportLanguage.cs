using System.Globalization;

namespace VideoPlatforms.AllPlatforms.Report;

/// <summary>The languages of the report.</summary>
internal static class ReportLanguage
{
    /// <summary>English.</summary>
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Chinese.</summary>
    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>Returns the language for a culture.</summary>
    public static CultureInfo Of(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? Chinese : English;
}
