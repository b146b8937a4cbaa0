namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>What the name of a file determines.</summary>
internal static class InventoryName
{
    private const string Gzip = ".gz";
    private const string Csv = ".csv";

    /// <summary>Returns whether a file with this name is compressed.</summary>
    public static bool IsCompressed(string path) => path.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the format of a file with this name.</summary>
    public static InventoryFormat FormatOf(string path) =>
        (IsCompressed(path) ? path.Substring(0, path.Length - Gzip.Length) : path).EndsWith(Csv, StringComparison.OrdinalIgnoreCase)
            ? InventoryFormat.Csv
            : InventoryFormat.JsonLines;
}
