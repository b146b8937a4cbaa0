using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using VideoPlatforms.Clients.Downloads.Files;

namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>Describes a partial file, in a file beside it, so that a later run can resume the download.</summary>
internal sealed class Journal
{
    private const int CurrentVersion = 1;

    // The clock may have been adjusted since the computer started.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets the version of this format.</summary>
    public int Version { get; set; } = CurrentVersion;

    /// <summary>Gets or sets the video and the kind of file.</summary>
    public string? Owner { get; set; }

    /// <summary>Gets or sets the address without its query, for display.</summary>
    public string? Address { get; set; }

    /// <summary>Gets or sets the value for If-Range; null if the download cannot be resumed.</summary>
    public string? Validator { get; set; }

    /// <summary>Gets or sets the length that the server reported.</summary>
    public long? Length { get; set; }

    /// <summary>Gets or sets the content type that the server reported.</summary>
    public string? ContentType { get; set; }

    /// <summary>Gets or sets the number of bytes that certainly are on the disk, even if the computer has failed.</summary>
    public long BytesOnDisk { get; set; }

    /// <summary>Gets or sets the time at which the computer started. Bytes that were not written to the disk are lost if it restarts.</summary>
    public DateTimeOffset ComputerStarted { get; set; } = Started();

    /// <summary>Gets or sets the SHA-256 of the complete file; null if it is not complete.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Gets or sets the name of the complete file, without its folder.</summary>
    public string? Name { get; set; }

    /// <summary>Reads a journal. Returns null if there is none or if it cannot be read.</summary>
    public static Journal? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(LongPath.Of(path)), JournalJson.Default.Journal) is { Version: CurrentVersion } journal ? journal : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the journal.</summary>
    public void Write(string path) => WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(this, JournalJson.Default.Journal));

    /// <summary>Returns how many bytes of a partial file can be used.</summary>
    public long UsableBytes(long length) => Math.Min(length, (ComputerStarted - Started()).Duration() <= ClockTolerance ? length : BytesOnDisk);

    private static DateTimeOffset Started() => DateTimeOffset.UtcNow - TimeSpan.FromSeconds((double)Stopwatch.GetTimestamp() / Stopwatch.Frequency);
}

/// <summary>Provides the serialization metadata of the journal.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Journal))]
internal sealed partial class JournalJson : JsonSerializerContext;
