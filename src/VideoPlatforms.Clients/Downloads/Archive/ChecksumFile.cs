using System.Text;
using VideoPlatforms.Clients.Downloads.Files;

namespace VideoPlatforms.Clients.Downloads.Archive;

/// <summary>Writes the hashes of the files in a folder, in the format of <c>sha256sum</c>.</summary>
internal static class ChecksumFile
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "SHA256SUMS";

    private const int HashLength = 64;

    /// <summary>Adds files to the list. Lines of other files remain.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="hashes">The hashes by relative path.</param>
    /// <param name="removed">The relative paths of files that are gone.</param>
    public static void Update(string folder, IReadOnlyDictionary<string, string> hashes, IReadOnlyCollection<string> removed)
    {
        var path = Path.Combine(folder, FileName);
        var names = new HashSet<string>(hashes.Keys.Concat(removed), StringComparer.Ordinal);
        var kept = File.Exists(LongPath.Of(path)) ? File.ReadAllLines(LongPath.Of(path), Encoding.UTF8).Where(line => NameIn(line) is not { } name || !names.Contains(name)) : [];
        var lines = kept.Where(line => line.Length > 0).Concat(hashes.Select(hash => Line(hash.Value, hash.Key))).OrderBy(line => NameIn(line) ?? "", StringComparer.Ordinal);
        WholeFile.Write(path, string.Concat(lines.Select(line => line + "\n")));
    }

    /// <summary>Returns the line of a file. A name with a backslash or a line break is escaped, which a backslash at the beginning indicates.</summary>
    public static string Line(string hash, string name)
    {
        var escaped = name.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r");
        return $"{(escaped == name ? "" : "\\")}{hash}  {escaped}";
    }

    private static string? NameIn(string line)
    {
        var isEscaped = line.StartsWith("\\", StringComparison.Ordinal);
        var start = (isEscaped ? 1 : 0) + HashLength + 2;
        if (line.Length <= start || line[start - 2] != ' ')
        {
            return null;
        }

        var name = line.Substring(start);
        return isEscaped ? Unescape(name) : name;
    }

    private static string Unescape(string text)
    {
        var name = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var isEscape = text[at] == '\\' && at + 1 < text.Length;
            name.Append(!isEscape ? text[at] : text[++at] switch
            {
                'n' => '\n',
                'r' => '\r',
                var character => character,
            });
        }

        return name.ToString();
    }
}
