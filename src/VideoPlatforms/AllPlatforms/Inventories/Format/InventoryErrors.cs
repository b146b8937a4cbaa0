using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>Creates the errors for files that cannot be read.</summary>
internal static class InventoryErrors
{
    /// <summary>Returns the error for a file that cannot be read.</summary>
    public static CommandException NotRead(string path, Exception exception) =>
        new("VideoPlatforms.FileNotRead", PlatformErrorCategory.ObjectNotFound, CommandMessages.FileNotRead.With(path, exception.Message), CommandMessages.FileNotReadDo, exception);

    /// <summary>Returns the error for a file that is not an inventory.</summary>
    public static CommandException NotAnInventory(string path, long line, string reason) =>
        new("VideoPlatforms.InventoryFormat", PlatformErrorCategory.InvalidData, CommandMessages.InventoryFormat.With(path, line, reason), CommandMessages.InventoryFormatDo);

    /// <summary>Returns the error for an inventory of a later version.</summary>
    public static CommandException LaterVersion(string path, long version) =>
        new(
            "VideoPlatforms.InventoryVersion",
            PlatformErrorCategory.InvalidData,
            CommandMessages.InventoryVersion.With(path, version, InventoryHeader.CurrentVersion),
            CommandMessages.InventoryVersionDo);

    /// <summary>Returns the error for an inventory that was cut off.</summary>
    public static CommandException Truncated(string path, long line, string reason) =>
        new("VideoPlatforms.InventoryTruncated", PlatformErrorCategory.InvalidData, CommandMessages.InventoryTruncated.With(path, line, reason), CommandMessages.InventoryTruncatedDo);

    /// <summary>Returns the error for a line or row that contains no video. The other ones are read.</summary>
    public static CommandException Record(string path, long line, string reason) =>
        new("VideoPlatforms.InventoryRecord", PlatformErrorCategory.InvalidData, CommandMessages.InventoryRecord.With(path, line, reason), CommandMessages.InventoryRecordDo);
}
