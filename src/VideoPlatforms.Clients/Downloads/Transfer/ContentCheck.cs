using System.Text;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>
/// Rejects a page or a playlist in place of a file: login pages and error pages arrive with status 200, and their Content-Type can
/// be that of a video.
/// </summary>
internal static class ContentCheck
{
    /// <summary>The number of bytes that the check requires.</summary>
    public const int Sample = 512;

    private const string Playlist = "#EXTM3U";

    private static readonly string[] PageTypes = ["text/html", "application/xhtml+xml"];
    private static readonly string[] DataTypes = ["application/json", "text/json", "text/xml", "application/xml"];
    private static readonly string[] PlaylistTypes = ["application/vnd.apple.mpegurl", "application/x-mpegurl", "audio/mpegurl", "audio/x-mpegurl"];
    private static readonly string[] PageBeginnings = ["<!doctype", "<html", "<head", "<body", "<script", "<?xml", "<error"];

    /// <summary>Checks the Content-Type and the first bytes.</summary>
    /// <exception cref="PlatformException">The content is not the expected one.</exception>
    public static void Check(ExpectedContent expected, MediaAddress address, MediaResponse response, byte[] buffer, int count)
    {
        CheckType(expected, address, response);
        var text = Beginning(buffer, count);
        if (expected == ExpectedContent.Media && text.StartsWith(Playlist, StringComparison.Ordinal))
        {
            throw address.Fail(ErrorKind.NoFile, Messages.AddressIsPlaylist, response.Message);
        }

        if (count == 0)
        {
            throw address.Fail(ErrorKind.UnexpectedContent, Messages.FileEmpty, response.Message);
        }

        if (PageBeginnings.Any(beginning => text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)))
        {
            throw address.Fail(ErrorKind.UnexpectedContent, Messages.ContentBeginsWith.With(ErrorText.SanitizeForDisplay(text, 60)), response.Message);
        }
    }

    /// <summary>Checks the Content-Type.</summary>
    /// <exception cref="PlatformException">The content is not the expected one.</exception>
    public static void CheckType(ExpectedContent expected, MediaAddress address, MediaResponse response)
    {
        var type = response.ContentType;
        if (expected == ExpectedContent.Media && PlaylistTypes.Contains(type))
        {
            throw address.Fail(ErrorKind.NoFile, Messages.AddressIsPlaylist, response.Message);
        }

        if (PageTypes.Contains(type) || (expected != ExpectedContent.Json && DataTypes.Contains(type)))
        {
            throw address.Fail(ErrorKind.UnexpectedContent, Messages.ContentTypeIs.With(type), response.Message);
        }

        if (response.Message.Content.Headers.ContentEncoding.Any(encoding => !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase)))
        {
            throw address.Fail(ErrorKind.UnexpectedContent, Messages.ContentIsCompressed, response.Message);
        }
    }

    // A page may begin with a byte order mark and white space.
    private static string Beginning(byte[] buffer, int count) => Encoding.UTF8.GetString(buffer, 0, Math.Min(count, Sample)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
}
