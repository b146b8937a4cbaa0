namespace VideoPlatforms.Clients.Downloads.Files;

/// <summary>Allows paths of more than 260 characters on Windows.</summary>
internal static class LongPath
{
#if NET
    /// <summary>Returns the path for a call of the runtime, which supports long paths itself.</summary>
    public static string Of(string path) => path;
#else
    private const string Prefix = @"\\?\";
    private const string SharePrefix = @"\\";

    // 260 characters minus the 12 that a new folder must leave for file names.
    private const int MaxPlainLength = 240;

    /// <summary>Returns the absolute path for a call of .NET Framework, which accepts long paths only with a prefix.</summary>
    public static string Of(string path) =>
        Path.DirectorySeparatorChar != '\\' || path.Length < MaxPlainLength || path.StartsWith(Prefix, StringComparison.Ordinal) ? path
        : path.StartsWith(SharePrefix, StringComparison.Ordinal) ? $@"{Prefix}UNC\{path.Substring(SharePrefix.Length)}"
        : Prefix + path;
#endif
}
