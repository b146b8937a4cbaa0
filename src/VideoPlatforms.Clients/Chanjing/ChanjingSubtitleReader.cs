using System.Globalization;
using System.Text.Json;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Downloads.Subtitles;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Clients.Json;

namespace VideoPlatforms.Clients.Chanjing;

/// <summary>
/// Reads the subtitles that <c>subtitle_data_url</c> refers to: an array of <c>min_time</c>, <c>max_time</c> (milliseconds),
/// <c>subtitles</c>, <c>start_frame</c>, <c>end_frame</c>, <c>fps</c> and <c>key</c>.
/// </summary>
internal static class ChanjingSubtitleReader
{
    private const string Call = "subtitle_data_url";
    private const double MaxMilliseconds = 1e12;

    /// <summary>Reads the subtitles.</summary>
    /// <param name="json">The content of the file.</param>
    /// <param name="videoId">The ID of the video, for errors.</param>
    /// <exception cref="PlatformException">The content has another structure.</exception>
    public static IReadOnlyList<Subtitle> Read(ReadOnlyMemory<byte> json, string? videoId)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(json), new() { AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(entry => Read(entry, videoId))]
                : throw Unexpected(document.RootElement, videoId);
        }
        catch (JsonException exception)
        {
            throw Fail(Messages.ResponseNotJson.With(exception.Message), videoId);
        }
    }

    private static Subtitle Read(JsonElement entry, string? videoId) =>
        entry.ValueKind == JsonValueKind.Object
        && Milliseconds(entry, "min_time") is { } start
        && Milliseconds(entry, "max_time") is { } end
        && end >= start
        && entry.TryGetProperty("subtitles", out var text)
        && text.ValueKind is JsonValueKind.String or JsonValueKind.Null
            ? new(start, end, text.ValueKind == JsonValueKind.Null ? "" : JsonText.Read(text) ?? "")
            : throw Unexpected(entry, videoId);

    private static TimeSpan? Milliseconds(JsonElement entry, string name) =>
        !entry.TryGetProperty(name, out var value) ? null
        : (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number))
            || (value.ValueKind == JsonValueKind.String && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            ? number is >= 0 and < MaxMilliseconds ? TimeSpan.FromTicks((long)Math.Round(number * TimeSpan.TicksPerMillisecond)) : null
        : null;

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) =>
        json.Length >= 3 && json.Span[0] == 0xEF && json.Span[1] == 0xBB && json.Span[2] == 0xBF ? json.Slice(3) : json;

    private static PlatformException Unexpected(JsonElement found, string? videoId) => Fail(Messages.ResponseUnexpectedStructure.With(found.GetRawText()), videoId);

    private static PlatformException Fail(string detail, string? videoId) =>
        new(
            Platform.Chanjing,
            ErrorKind.UnexpectedResponse,
            ErrorText.Describe(Platform.Chanjing, ErrorKind.UnexpectedResponse, Call, videoId, null, detail, found: true, null, null),
            ErrorText.Advise(Platform.Chanjing, ErrorKind.UnexpectedResponse))
        {
            Call = Call,
            Target = videoId,
        };
}
