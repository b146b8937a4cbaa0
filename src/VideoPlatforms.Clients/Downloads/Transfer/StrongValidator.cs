using System.Globalization;
using System.Net.Http.Headers;

namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>
/// Reads the validator of a response under which a download can be resumed: only a strong one guarantees that the bytes are the same
/// (RFC 9110, 8.8).
/// </summary>
internal static class StrongValidator
{
    // With this difference, the time is strong although the clocks of several servers may differ.
    private static readonly TimeSpan MinimumAge = TimeSpan.FromMinutes(1);

    /// <summary>Returns the value for If-Range; null if the response has no strong validator.</summary>
    public static string? Of(HttpResponseMessage response)
    {
        if (response.Headers.ETag is { } tag)
        {
            return tag.IsWeak ? null : tag.Tag;
        }

        return response.Content.Headers.LastModified is { } modified && response.Headers.Date is { } date && date - modified >= MinimumAge
            ? modified.UtcDateTime.ToString("R", CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Returns whether a response to a range request belongs to another version of the file.</summary>
    public static bool Contradicts(string validator, HttpResponseMessage response) =>
        IsTag(validator)
            ? response.Headers.ETag is { } tag && tag.ToString() != validator
            : response.Content.Headers.LastModified is { } modified && modified.UtcDateTime.ToString("R", CultureInfo.InvariantCulture) != validator;

    /// <summary>Requests a file from an offset on. If the offset is not 0, only under the validator.</summary>
    public static void Request(HttpRequestHeaders headers, long offset, string? validator)
    {
        headers.Range = new(offset, null);
        if (offset > 0)
        {
            headers.TryAddWithoutValidation("If-Range", validator);
        }
    }

    private static bool IsTag(string validator) => validator.StartsWith("\"", StringComparison.Ordinal);
}
