using System.Text.Json;
using System.Text.Json.Serialization;
using VideoPlatforms.Clients.Json;
using VideoPlatforms.Clients.Polyv;

namespace VideoPlatforms.Clients.PolyvLive;

/// <summary>Represents the response of playback/list. In an error response, <c>data</c> is an empty string.</summary>
internal sealed class PolyvLivePlaybackListResponse : PolyvResponse
{
    [JsonPropertyName("data")]
    [JsonConverter(typeof(LenientObjectConverter<PolyvPage<PolyvLivePlaybackRecord>>))]
    public PolyvPage<PolyvLivePlaybackRecord>? Data { get; set; }
}

/// <summary>Represents a playback with the fields of document 002.</summary>
internal sealed class PolyvLivePlaybackRecord
{
    [JsonPropertyName("videoId")]
    public string? VideoId { get; set; }

    [JsonPropertyName("videoPoolId")]
    public string? VideoPoolId { get; set; }

    [JsonPropertyName("userId")]
    public string? UserId { get; set; }

    [JsonPropertyName("channelId")]
    public string? ChannelId { get; set; }

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("firstImage")]
    public string? FirstImage { get; set; }

    [JsonPropertyName("duration")]
    public string? Duration { get; set; }

    [JsonPropertyName("myBr")]
    public string? MyBr { get; set; }

    [JsonPropertyName("qid")]
    public string? Qid { get; set; }

    [JsonPropertyName("seed")]
    public long? Seed { get; set; }

    [JsonPropertyName("ordertime")]
    public long? OrderTime { get; set; }

    [JsonPropertyName("createdTime")]
    public long? CreatedTime { get; set; }

    [JsonPropertyName("lastModified")]
    public long? LastModified { get; set; }

    [JsonPropertyName("rank")]
    public long? Rank { get; set; }

    [JsonPropertyName("asDefault")]
    public string? AsDefault { get; set; }

    [JsonPropertyName("url")]
    public string? Url { get; set; }

    [JsonPropertyName("channelSessionId")]
    public string? ChannelSessionId { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("fileId")]
    public string? FileId { get; set; }

    [JsonPropertyName("startTime")]
    public string? StartTime { get; set; }

    [JsonPropertyName("liveType")]
    public string? LiveType { get; set; }

    [JsonPropertyName("errorCount")]
    public long? ErrorCount { get; set; }

    /// <summary>Gets or sets the field as the document's sample spells it.</summary>
    [JsonPropertyName("mergeinfo")]
    public string? MergeInfoOfSample { get; set; }

    /// <summary>Gets or sets the field as the document's field table spells it.</summary>
    [JsonPropertyName("mergeInfo")]
    [SpellingOf("mergeinfo")]
    public string? MergeInfo { get; set; }

    [JsonPropertyName("watchUrl")]
    public string? WatchUrl { get; set; }

    [JsonPropertyName("width")]
    public long? Width { get; set; }

    [JsonPropertyName("height")]
    public long? Height { get; set; }

    [JsonPropertyName("origin")]
    public string? Origin { get; set; }

    [JsonPropertyName("callbackUrl")]
    public string? CallbackUrl { get; set; }

    [JsonPropertyName("lang")]
    public string? Language { get; set; }

    [JsonPropertyName("videoIdEN")]
    public string? EnglishVideoId { get; set; }

    /// <summary>Gets or sets the field as the document's field table spells it, with a digit 1.</summary>
    [JsonPropertyName("fileUr1")]
    [SpellingOf("fileUrl")]
    public string? FileUrlOfTable { get; set; }

    /// <summary>Gets or sets the field with the spelling that the field table intends.</summary>
    [JsonPropertyName("fileUrl")]
    public string? FileUrl { get; set; }

    [JsonPropertyName("enFileUrl")]
    public string? EnglishFileUrl { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unlisted { get; set; }
}

/// <summary>Provides the serialization metadata of the responses of document 002.</summary>
[JsonSourceGenerationOptions(
    AllowTrailingCommas = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(LenientStringConverter), typeof(LenientInt64Converter), typeof(LenientListConverter<PolyvLivePlaybackRecord>)])]
[JsonSerializable(typeof(PolyvLivePlaybackListResponse))]
[JsonSerializable(typeof(PolyvPage<PolyvLivePlaybackRecord>))]
[JsonSerializable(typeof(PolyvLivePlaybackRecord))]
internal sealed partial class PolyvLiveJson : JsonSerializerContext;
