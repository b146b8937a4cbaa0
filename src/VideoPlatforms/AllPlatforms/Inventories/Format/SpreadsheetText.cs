namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>
/// Marks text that a spreadsheet program would run as a formula, or convert to a number or a date, with a leading apostrophe.
/// Text that begins with an apostrophe gets another one, so that the mark can be removed.
/// </summary>
internal static class SpreadsheetText
{
    private const char Mark = '\'';

    // The first character of a formula; the full-width forms count in East Asian versions.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    // An integer of more digits loses the last ones.
    private const int MaxDigits = 15;

    /// <summary>Returns whether text is marked.</summary>
    public static bool IsMarked(string text) =>
        text.Length > 0 && (text[0] == Mark || FormulaStarts.IndexOf(text[0]) >= 0 || LooksLikeNumberOrDate(text) || IsBoolean(text));

    /// <summary>Marks text if it is necessary.</summary>
    public static string Protect(string text) => IsMarked(text) ? Mark + text : text;

    /// <summary>Removes the mark.</summary>
    public static string Restore(string text) => text.Length > 1 && text[0] == Mark && IsMarked(text.Substring(1)) ? text.Substring(1) : text;

    private static bool LooksLikeNumberOrDate(string text)
    {
        if (text[0] is not ((>= '0' and <= '9') or '.'))
        {
            return false;
        }

        var isInteger = true;
        foreach (var character in text)
        {
            if (character is not (>= '0' and <= '9'))
            {
                isInteger = false;
                if (".,:/-+eE% 年月日时時分秒".IndexOf(character) < 0)
                {
                    return false;
                }
            }
        }

        return !isInteger || text.Length > MaxDigits || (text[0] == '0' && text.Length > 1);
    }

    private static bool IsBoolean(string text) => bool.TryParse(text, out _);
}
