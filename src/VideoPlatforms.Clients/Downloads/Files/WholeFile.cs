using System.Text;

namespace VideoPlatforms.Clients.Downloads.Files;

/// <summary>Writes files that are whole or not there: to a temporary name, to the disk, and then to the final name.</summary>
internal static class WholeFile
{
    /// <summary>The suffix of a file that is being written. After a failure, the next run overwrites it.</summary>
    public const string TemporarySuffix = ".videoplatforms-tmp";

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes text as UTF-8 without a byte order mark, and replaces the file.</summary>
    public static byte[] Write(string path, string text)
    {
        var bytes = Utf8.GetBytes(text);
        Write(path, bytes);
        return bytes;
    }

    /// <summary>Writes bytes, and replaces the file.</summary>
    public static void Write(string path, byte[] bytes)
    {
        var temporary = path + TemporarySuffix;
        try
        {
            using (var stream = new FileStream(LongPath.Of(temporary), FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(bytes, 0, bytes.Length);
                stream.Flush(flushToDisk: true);
            }

            Replace(temporary, path);
        }
        catch
        {
            Delete(temporary);
            throw;
        }
    }

    /// <summary>Renames a file, and replaces the file that has the name.</summary>
    public static void Replace(string path, string target)
    {
#if NET
        File.Move(path, target, overwrite: true);
#else
        if (File.Exists(LongPath.Of(target)))
        {
            File.Replace(LongPath.Of(path), LongPath.Of(target), null);
        }
        else
        {
            Move(path, target);
        }
#endif
    }

    /// <summary>Renames a file. A file that has the name is not replaced.</summary>
    /// <exception cref="IOException">There is a file with the name.</exception>
    public static void Move(string path, string target) => File.Move(LongPath.Of(path), LongPath.Of(target));

    /// <summary>Deletes a file if it can be deleted. The next run overwrites what remains.</summary>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(LongPath.Of(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The file is not complete and not under its final name, so it does no harm.
        }
    }

    /// <summary>Returns the length of a file; null if there is none.</summary>
    public static long? Length(string path)
    {
        var file = new FileInfo(LongPath.Of(path));
        return file.Exists ? file.Length : null;
    }
}
