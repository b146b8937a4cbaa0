using VideoPlatforms.AllPlatforms.Exports;
using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Inventories.Writing;

/// <summary>The file that an inventory is written to.</summary>
/// <param name="Path">The full path.</param>
/// <param name="ForSpreadsheet">Whether spreadsheet programs open the file.</param>
/// <param name="Force">Whether an existing file is replaced.</param>
internal sealed record InventoryTarget(string Path, bool ForSpreadsheet, bool Force)
{
    /// <summary>Gets the format.</summary>
    public InventoryFormat Format => InventoryName.FormatOf(Path);

    /// <summary>Verifies that the file can be written, before anything is read.</summary>
    /// <exception cref="CommandException">The file exists, or there is no such folder.</exception>
    /// <exception cref="ArgumentException">The format is not for spreadsheet programs.</exception>
    public void Verify()
    {
        if (ForSpreadsheet && Format != InventoryFormat.Csv)
        {
            throw new ArgumentException(CommandMessages.SpreadsheetNeedsCsv, nameof(ForSpreadsheet));
        }

        if (Directory.Exists(Path) || (File.Exists(Path) && !Force))
        {
            throw ExportErrors.Exists(Path);
        }

        var folder = System.IO.Path.GetDirectoryName(Path);
        if (!Directory.Exists(folder))
        {
            throw ExportErrors.NotWritten(Path, new DirectoryNotFoundException(CommandMessages.FolderMissing));
        }
    }
}
