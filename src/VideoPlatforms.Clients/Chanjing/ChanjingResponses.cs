using System.Text.Json;
using System.Text.Json.Serialization;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Json;

namespace VideoPlatforms.Clients.Chanjing;

/// <summary>Represents a response of Chanjing. Errors are returned as HTTP 200 with a code.</summary>
internal abstract class ChanjingResponse : IVendorResponse
{
    [JsonPropertyName("trace_id")]
    public string? RequestId { get; set; }

    [JsonPropertyName("code")]
    public string? Code { get; set; }

    [JsonPropertyName("msg")]
    public string? Message { get; set; }

    bool IVendorResponse.IsRecognised => JsonText.IsPlain(Code);

    bool IVendorResponse.Succeeded => Code == "0";
}

/// <summary>Represents the response of access_token.</summary>
internal sealed class ChanjingTokenResponse : ChanjingResponse
{
    [JsonPropertyName("data")]
    [JsonConverter(typeof(LenientObjectConverter<ChanjingTokenRecord>))]
    public ChanjingTokenRecord? Data { get; set; }
}

/// <summary>Represents a token.</summary>
internal sealed class ChanjingTokenRecord
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; set; }

    /// <summary>Gets or sets the expiration: a Unix time in seconds, or the number of seconds from now.</summary>
    [JsonPropertyName("expire_in")]
    public long? ExpireIn { get; set; }
}

/// <summary>Represents the response of video_list.</summary>
internal sealed class ChanjingVideoListResponse : ChanjingResponse
{
    [JsonPropertyName("data")]
    [JsonConverter(typeof(LenientObjectConverter<ChanjingVideoPage>))]
    public ChanjingVideoPage? Data { get; set; }
}

/// <summary>
/// Represents a page of videos. Other lists of this vendor use the names <c>list</c> and <c>page_info</c>, so both are supported.
/// </summary>
internal sealed class ChanjingVideoPage
{
    [JsonPropertyName("List")]
    [JsonConverter(typeof(LenientListConverter<ChanjingVideoRecord>))]
    public List<ChanjingVideoRecord?>? List { get; set; }

    [JsonPropertyName("list")]
    [JsonConverter(typeof(LenientListConverter<ChanjingVideoRecord>))]
    public List<ChanjingVideoRecord?>? LowerList { get; set; }

    [JsonPropertyName("PageInfo")]
    [JsonConverter(typeof(LenientObjectConverter<ChanjingPageInfo>))]
    public ChanjingPageInfo? PageInfo { get; set; }

    [JsonPropertyName("page_info")]
    [JsonConverter(typeof(LenientObjectConverter<ChanjingPageInfo>))]
    public ChanjingPageInfo? LowerPageInfo { get; set; }
}

/// <summary>Represents the paging information.</summary>
internal sealed class ChanjingPageInfo
{
    [JsonPropertyName("page")]
    public long? Page { get; set; }

    [JsonPropertyName("size")]
    public long? Size { get; set; }

    [JsonPropertyName("total_count")]
    public long? TotalCount { get; set; }
}

/// <summary>Represents the response of video.</summary>
internal sealed class ChanjingVideoResponse : ChanjingResponse
{
    [JsonPropertyName("data")]
    [JsonConverter(typeof(LenientObjectConverter<ChanjingVideoRecord>))]
    public ChanjingVideoRecord? Data { get; set; }
}

/// <summary>Represents a video with the fields of document 000.</summary>
internal sealed class ChanjingVideoRecord
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("progress")]
    public double? Progress { get; set; }

    [JsonPropertyName("msg")]
    public string? Msg { get; set; }

    [JsonPropertyName("video_url")]
    public string? VideoUrl { get; set; }

    [JsonPropertyName("subtitle_data_url")]
    [NotInLists]
    public string? SubtitleDataUrl { get; set; }

    [JsonPropertyName("create_time")]
    public long? CreateTime { get; set; }

    [JsonPropertyName("preview_url")]
    public string? PreviewUrl { get; set; }

    [JsonPropertyName("duration")]
    [NotInLists]
    public double? Duration { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unlisted { get; set; }
}

/// <summary>Provides the serialization metadata of the responses of document 000.</summary>
[JsonSourceGenerationOptions(
    AllowTrailingCommas = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(LenientStringConverter), typeof(LenientInt64Converter), typeof(LenientDoubleConverter)])]
[JsonSerializable(typeof(ChanjingTokenResponse))]
[JsonSerializable(typeof(ChanjingTokenRecord))]
[JsonSerializable(typeof(ChanjingVideoListResponse))]
[JsonSerializable(typeof(ChanjingVideoPage))]
[JsonSerializable(typeof(ChanjingVideoResponse))]
[JsonSerializable(typeof(ChanjingVideoRecord))]
[JsonSerializable(typeof(ChanjingPageInfo))]
internal sealed partial class ChanjingJson : JsonSerializerContext;
