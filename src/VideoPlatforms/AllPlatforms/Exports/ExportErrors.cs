using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Exports;

/// <summary>Creates the errors for files that cannot be written.</summary>
internal static class ExportErrors
{
    /// <summary>Returns the error for a file that exists.</summary>
    public static CommandException Exists(string path) =>
        new("VideoPlatforms.FileExists", PlatformErrorCategory.InvalidOperation, CommandMessages.FileExists.With(path), CommandMessages.FileExistsDo);

    /// <summary>Returns the error for a file that cannot be written.</summary>
    public static CommandException NotWritten(string path, Exception exception) =>
        new("VideoPlatforms.FileNotWritten", PlatformErrorCategory.InvalidOperation, CommandMessages.FileNotWritten.With(path, exception.Message), CommandMessages.FileNotWrittenDo, exception);

    /// <summary>Runs what writes a file.</summary>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public static async Task GuardAsync(string path, Func<Task> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw NotWritten(path, exception);
        }
    }
}
