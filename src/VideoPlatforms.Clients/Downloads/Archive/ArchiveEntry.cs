using System.Text.Json.Serialization;

namespace VideoPlatforms.Clients.Downloads.Archive;

/// <summary>Represents a complete file in an archive folder.</summary>
/// <param name="Video">The video: platform, account and ID.</param>
/// <param name="Kind">The kind of file.</param>
/// <param name="Template">The template of its name.</param>
/// <param name="Base">The relative path without the extension, with <c>/</c> between its parts.</param>
/// <param name="Name">The relative path.</param>
/// <param name="Length">The length in bytes.</param>
/// <param name="Sha256">The SHA-256.</param>
/// <param name="ContentType">The content type that the server reported.</param>
/// <param name="SavedAt">The time at which it was completed.</param>
internal sealed record ArchiveEntry(
    string Video, string Kind, string Template, string Base, string Name, long Length, string Sha256, string? ContentType, DateTimeOffset SavedAt)
{
    /// <summary>Gets what distinguishes the file from the others in the folder.</summary>
    [JsonIgnore]
    public (string Video, string Kind, string Template) Key => (Video, Kind, Template);
}

/// <summary>Provides the serialization metadata of the files of an archive folder.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ArchiveEntry))]
[JsonSerializable(typeof(LockOwner))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
