using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Downloads.Archive;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Archive;

/// <summary>Opens the folder that files are saved to.</summary>
internal static class DestinationFolder
{
    /// <summary>Opens the folder.</summary>
    /// <exception cref="CommandException">The folder cannot be used, or another process uses it.</exception>
    public static ArchiveFolder Open(string path)
    {
        try
        {
            return File.Exists(path) ? throw Invalid(path, CommandMessages.DestinationIsFile) : ArchiveFolder.Open(path);
        }
        catch (FolderInUseException exception)
        {
            throw new CommandException(
                "VideoPlatforms.DestinationInUse",
                PlatformErrorCategory.ResourceUnavailable,
                CommandMessages.DestinationInUse.With(path, exception.Owner),
                CommandMessages.DestinationInUseDo,
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw Invalid(path, exception.Message, exception);
        }
    }

    /// <summary>Closes the folder.</summary>
    /// <exception cref="CommandException">The list of the hashes could not be written.</exception>
    public static void Close(ArchiveFolder? folder, string path)
    {
        try
        {
            folder?.Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Invalid(path, exception.Message, exception);
        }
    }

    /// <summary>Returns the error for a folder that cannot be used.</summary>
    public static CommandException Invalid(string path, string reason, Exception? inner = null) =>
        new("VideoPlatforms.DestinationInvalid", PlatformErrorCategory.InvalidArgument, CommandMessages.DestinationInvalid.With(path, reason), CommandMessages.DestinationInvalidDo, inner);
}
