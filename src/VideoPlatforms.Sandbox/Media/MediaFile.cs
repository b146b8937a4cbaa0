using System.Globalization;
using VideoPlatforms.Sandbox.Data;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Media;

/// <summary>Represents one version of a media file.</summary>
/// <param name="Name">The decoded path.</param>
/// <param name="ContentType">The content type.</param>
/// <param name="Body">The content.</param>
/// <param name="Version">The number of changes so far.</param>
internal sealed record MediaFile(string Name, string ContentType, ResponseBody Body, int Version)
{
    private static readonly DateTimeOffset FirstUpload = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gets the value of a strong ETag.</summary>
    public string ETag => $"\"{Digest.Id($"{Name}#{Version}#{Body.Length}").Substring(0, 16)}\"";

    public string LastModified
        => FirstUpload.AddSeconds(new MediaSeed(Name, 0).LengthNumber % 10_000_000).AddDays(Version).ToString("r", CultureInfo.InvariantCulture);
}
