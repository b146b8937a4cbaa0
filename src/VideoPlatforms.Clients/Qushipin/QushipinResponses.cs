using System.Text.Json;
using System.Text.Json.Serialization;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Json;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>The outermost object of Qushipin's answers; of a write's response, all that matters.</summary>
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

    [JsonIgnore]
    public bool IsRecognised => JsonText.IsPlain(Code);

    [JsonIgnore]
    public bool Succeeded => Code == "200" && Result is (null or "true");
}

/// <summary>The response of login.</summary>
internal sealed class QushipinLoginResponse : QushipinResponse
{
    [JsonPropertyName("data")]
    [JsonConverter(typeof(LenientObjectConverter<QushipinLoginRecord>))]
    public QushipinLoginRecord? Data { get; set; }
}

/// <summary>A token.</summary>
internal sealed class QushipinLoginRecord
{
    [JsonPropertyName("consoleToken")]
    public string? ConsoleToken { get; set; }
}

/// <summary>The response of getVideos and getRecommendVideos.</summary>
internal sealed class QushipinVideoListResponse : QushipinResponse
{
    [JsonPropertyName("data")]
    [JsonConverter(typeof(LenientObjectConverter<QushipinVideoPage>))]
    public QushipinVideoPage? Data { get; set; }
}

/// <summary>A page of videos.</summary>
internal sealed class QushipinVideoPage
{
    /// <summary>How many there are; in getRecommendVideos without regard to the filter.</summary>
    [JsonPropertyName("total")]
    public long? Total { get; set; }

    /// <summary>How many the filter lets through; getRecommendVideos only.</summary>
    [JsonPropertyName("nowTotal")]
    public long? NowTotal { get; set; }

    [JsonPropertyName("videoList")]
    [JsonConverter(typeof(LenientListConverter<QushipinVideoRecord>))]
    public List<QushipinVideoRecord?>? VideoList { get; set; }
}

/// <summary>The response of getVideoById and getRecommendVideoById.</summary>
internal sealed class QushipinVideoResponse : QushipinResponse
{
    [JsonPropertyName("data")]
    [JsonConverter(typeof(LenientObjectConverter<QushipinVideoRecord>))]
    public QushipinVideoRecord? Data { get; set; }
}

/// <summary>A video, in the words of document 003. Two of its lists are spelled in two ways each.</summary>
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

/// <summary>Who uploaded it.</summary>
internal sealed class QushipinUserRecord
{
    [JsonPropertyName("userId")]
    public string? UserId { get; set; }

    [JsonPropertyName("userName")]
    public string? UserName { get; set; }

    [JsonPropertyName("avatarUrl")]
    public string? AvatarUrl { get; set; }
}

/// <summary>How the responses of document 003 are read.</summary>
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
