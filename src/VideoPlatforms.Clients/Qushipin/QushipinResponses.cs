using System.Text.Json;
using System.Text.Json.Serialization;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Json;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>Represents a response of Qushipin. The response to a write contains no other fields.</summary>
internal class QushipinResponse : IVendorResponse
{
    [JsonPropertyName("result")]
    public string? Result { get; set; }

    [JsonPropertyName("requestId")]
    public string? RequestId { get; set; }

    [JsonPropertyName("message")]
    public string? Message { get; set; }

    [JsonPropertyName("code")]
    public string? Code { get; set; }

    bool IVendorResponse.IsRecognised => JsonText.IsPlain(Code);

    bool IVendorResponse.Succeeded => Code == "200" && Result is (null or "true");
}

/// <summary>Represents the response of login.</summary>
internal sealed class QushipinLoginResponse : QushipinResponse
{
    [JsonPropertyName("data")]
    [JsonConverter(typeof(LenientObjectConverter<QushipinLoginRecord>))]
    public QushipinLoginRecord? Data { get; set; }
}

/// <summary>Represents the token in the response of login.</summary>
internal sealed class QushipinLoginRecord
{
    [JsonPropertyName("consoleToken")]
    public string? ConsoleToken { get; set; }
}

/// <summary>Represents the response of getVideos and getRecommendVideos.</summary>
internal sealed class QushipinVideoListResponse : QushipinResponse
{
    [JsonPropertyName("data")]
    [JsonConverter(typeof(LenientObjectConverter<QushipinVideoPage>))]
    public QushipinVideoPage? Data { get; set; }
}

/// <summary>Represents a page of videos.</summary>
internal sealed class QushipinVideoPage
{
    /// <summary>The number of videos; in getRecommendVideos, the filter does not affect it.</summary>
    [JsonPropertyName("total")]
    public long? Total { get; set; }

    /// <summary>The number of videos that match the filter; in getRecommendVideos only.</summary>
    [JsonPropertyName("nowTotal")]
    public long? NowTotal { get; set; }

    [JsonPropertyName("videoList")]
    [JsonConverter(typeof(LenientListConverter<QushipinVideoRecord>))]
    public List<QushipinVideoRecord?>? VideoList { get; set; }
}

/// <summary>Represents the response of getVideoById and getRecommendVideoById.</summary>
internal sealed class QushipinVideoResponse : QushipinResponse
{
    [JsonPropertyName("data")]
    [JsonConverter(typeof(LenientObjectConverter<QushipinVideoRecord>))]
    public QushipinVideoRecord? Data { get; set; }
}

/// <summary>Represents a video with the fields of document 003, which spells the names of two lists in two ways.</summary>
internal sealed class QushipinVideoRecord
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("videoId")]
    public string? VideoId { get; set; }

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("description")]
    public string? Description { get; set; }

    [JsonPropertyName("duration")]
    public double? Duration { get; set; }

    [JsonPropertyName("coverUrl")]
    public string? CoverUrl { get; set; }

    [JsonPropertyName("creationTime")]
    public string? CreationTime { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("firstFrameUrl")]
    public string? FirstFrameUrl { get; set; }

    [JsonPropertyName("size")]
    public long? Size { get; set; }

    [JsonPropertyName("cateId")]
    public string? CateId { get; set; }

    [JsonPropertyName("cateName")]
    public string? CateName { get; set; }

    [JsonPropertyName("tags")]
    [JsonConverter(typeof(LenientTagsConverter))]
    public string? Tags { get; set; }

    [JsonPropertyName("shareUrl")]
    public string? ShareUrl { get; set; }

    [JsonPropertyName("user")]
    [JsonConverter(typeof(LenientObjectConverter<QushipinUserRecord>))]
    public QushipinUserRecord? User { get; set; }

    [JsonPropertyName("transcodeStatus")]
    public string? TranscodeStatus { get; set; }

    [JsonPropertyName("snapshotStatus")]
    public string? SnapshotStatus { get; set; }

    [JsonPropertyName("censorStatus")]
    public string? CensorStatus { get; set; }

    [JsonPropertyName("narrowTranscodeStatus")]
    public string? NarrowTranscodeStatus { get; set; }

    [JsonPropertyName("SnapshotList")]
    public TextList? SnapshotList { get; set; }

    [JsonPropertyName("snapshotList")]
    [SpellingOf("SnapshotList")]
    public TextList? LowerSnapshotList { get; set; }

    [JsonPropertyName("fileUrlList")]
    public TextList? FileUrlList { get; set; }

    [JsonPropertyName("fileUrilList")]
    [SpellingOf("fileUrlList")]
    public TextList? FileUrilList { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unlisted { get; set; }
}

/// <summary>Represents the uploader of a video.</summary>
internal sealed class QushipinUserRecord
{
    [JsonPropertyName("userId")]
    public string? UserId { get; set; }

    [JsonPropertyName("userName")]
    public string? UserName { get; set; }

    [JsonPropertyName("avatarUrl")]
    public string? AvatarUrl { get; set; }
}

/// <summary>Provides the JSON metadata for the responses of document 003.</summary>
[JsonSourceGenerationOptions(
    AllowTrailingCommas = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(LenientStringConverter), typeof(LenientInt64Converter), typeof(LenientDoubleConverter), typeof(LenientTextListConverter)])]
[JsonSerializable(typeof(QushipinResponse))]
[JsonSerializable(typeof(QushipinLoginResponse))]
[JsonSerializable(typeof(QushipinLoginRecord))]
[JsonSerializable(typeof(QushipinVideoListResponse))]
[JsonSerializable(typeof(QushipinVideoPage))]
[JsonSerializable(typeof(QushipinVideoResponse))]
[JsonSerializable(typeof(QushipinVideoRecord))]
[JsonSerializable(typeof(QushipinUserRecord))]
internal sealed partial class QushipinJson : JsonSerializerContext;
