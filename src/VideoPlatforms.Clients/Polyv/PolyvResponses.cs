using System.Text.Json;
using System.Text.Json.Serialization;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Json;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Clients.Polyv;

/// <summary>Represents a response of Polyv, VOD or Live.</summary>
internal abstract class PolyvResponse : IVendorResponse
{
    [JsonPropertyName("code")]
    public string? Code { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("message")]
    public string? Message { get; set; }

    [JsonPropertyName("requestId")]
    public string? RequestId { get; set; }

    bool IVendorResponse.IsRecognised => JsonText.IsPlain(Code);

    bool IVendorResponse.Succeeded => Code == "200" && Status is (null or "success");
}

/// <summary>Represents the response of get-by-uploader. In an error response, <c>data</c> is an empty string.</summary>
internal sealed class PolyvVideoListResponse : PolyvResponse
{
    [JsonPropertyName("data")]
    [JsonConverter(typeof(LenientObjectConverter<PolyvPage<PolyvVideoRecord>>))]
    public PolyvPage<PolyvVideoRecord>? Data { get; set; }
}

/// <summary>Represents a page of a list with the fields of documents 001 and 002.</summary>
internal sealed class PolyvPage<TRecord>
    where TRecord : class
{
    [JsonPropertyName("pageSize")]
    public long? PageSize { get; set; }

    [JsonPropertyName("pageNumber")]
    public long? PageNumber { get; set; }

    [JsonPropertyName("totalItems")]
    public long? TotalItems { get; set; }

    [JsonPropertyName("contents")]
    public List<TRecord?>? Contents { get; set; }

    /// <summary>Converts the page to the common page type.</summary>
    public Page<TVideo> ToPage<TVideo>(List<TRecord?> contents, Func<TRecord, TVideo> create) => new([.. from record in contents where record is not null select create(record)])
    {
        Number = PageNumber,
        Size = PageSize,
        Total = TotalItems,
    };
}

/// <summary>Represents a video with the fields of document 001.</summary>
internal sealed class PolyvVideoRecord
{
    [JsonPropertyName("vid")]
    public string? Vid { get; set; }

    [JsonPropertyName("cataid")]
    public long? CategoryId { get; set; }

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("context")]
    public string? Context { get; set; }

    [JsonPropertyName("times")]
    public long? Times { get; set; }

    [JsonPropertyName("firstImage")]
    public string? FirstImage { get; set; }

    [JsonPropertyName("tag")]
    [JsonConverter(typeof(LenientTagsConverter))]
    public string? Tag { get; set; }

    [JsonPropertyName("aacLink")]
    public string? AacLink { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("uploaderEmail")]
    public string? UploaderEmail { get; set; }

    [JsonPropertyName("ptime")]
    public long? Ptime { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unlisted { get; set; }
}

/// <summary>Provides the serialization metadata of the responses of document 001.</summary>
[JsonSourceGenerationOptions(
    AllowTrailingCommas = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(LenientStringConverter), typeof(LenientInt64Converter), typeof(LenientListConverter<PolyvVideoRecord>)])]
[JsonSerializable(typeof(PolyvVideoListResponse))]
[JsonSerializable(typeof(PolyvPage<PolyvVideoRecord>))]
[JsonSerializable(typeof(PolyvVideoRecord))]
internal sealed partial class PolyvJson : JsonSerializerContext;
