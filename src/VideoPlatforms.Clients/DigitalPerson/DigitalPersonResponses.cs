using System.Text.Json;
using System.Text.Json.Serialization;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Json;

namespace VideoPlatforms.Clients.DigitalPerson;

/// <summary>Represents the response of workList.</summary>
internal sealed class DigitalPersonWorkListResponse : IVendorResponse
{
    [JsonPropertyName("code")]
    public string? Code { get; set; }

    [JsonPropertyName("data")]
    [JsonConverter(typeof(LenientObjectConverter<DigitalPersonWorkPage>))]
    public DigitalPersonWorkPage? Data { get; set; }

    [JsonPropertyName("requestId")]
    public string? RequestId { get; set; }

    [JsonPropertyName("resultMsg")]
    public string? Message { get; set; }

    bool IVendorResponse.IsRecognised => JsonText.IsPlain(Code);

    bool IVendorResponse.Succeeded => Code == "200";
}

/// <summary>Represents a page of works. Its page number starts at 0, the page number in the request at 1.</summary>
internal sealed class DigitalPersonWorkPage
{
    [JsonPropertyName("content")]
    [JsonConverter(typeof(LenientListConverter<DigitalPersonWorkRecord>))]
    public List<DigitalPersonWorkRecord?>? Content { get; set; }

    [JsonPropertyName("pageable")]
    [JsonConverter(typeof(LenientObjectConverter<DigitalPersonPageable>))]
    public DigitalPersonPageable? Pageable { get; set; }

    [JsonPropertyName("totalElements")]
    public long? TotalElements { get; set; }

    [JsonPropertyName("size")]
    public long? Size { get; set; }

    [JsonPropertyName("number")]
    public long? Number { get; set; }
}

/// <summary>Represents the request parameters as the server interpreted them.</summary>
internal sealed class DigitalPersonPageable
{
    [JsonPropertyName("pageNumber")]
    public long? PageNumber { get; set; }

    [JsonPropertyName("pageSize")]
    public long? PageSize { get; set; }
}

/// <summary>Represents a work with the fields of document 004.</summary>
internal sealed class DigitalPersonWorkRecord
{
    [JsonPropertyName("createTime")]
    public string? CreateTime { get; set; }

    [JsonPropertyName("updateTime")]
    public string? UpdateTime { get; set; }

    [JsonPropertyName("digitalPersonWorksId")]
    public string? DigitalPersonWorksId { get; set; }

    [JsonPropertyName("userId")]
    public string? UserId { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("avatar")]
    public string? Avatar { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("align")]
    public string? Align { get; set; }

    [JsonPropertyName("resolution")]
    public string? Resolution { get; set; }

    [JsonPropertyName("worksUrl")]
    public string? WorksUrl { get; set; }

    [JsonPropertyName("fee")]
    public double? Fee { get; set; }

    [JsonPropertyName("duration")]
    public double? Duration { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unlisted { get; set; }
}

/// <summary>Provides the serialization metadata of the responses of document 004.</summary>
[JsonSourceGenerationOptions(
    AllowTrailingCommas = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(LenientStringConverter), typeof(LenientInt64Converter), typeof(LenientDoubleConverter)])]
[JsonSerializable(typeof(DigitalPersonWorkListResponse))]
[JsonSerializable(typeof(DigitalPersonWorkPage))]
[JsonSerializable(typeof(DigitalPersonPageable))]
[JsonSerializable(typeof(DigitalPersonWorkRecord))]
internal sealed partial class DigitalPersonJson : JsonSerializerContext;
