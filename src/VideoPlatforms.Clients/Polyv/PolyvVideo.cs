using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Json;
using VideoPlatforms.Clients.Polyv;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>A video on Polyv VOD (document 001).</summary>
public sealed class PolyvVideo : PlatformVideo
{
    private readonly PolyvVideoRecord _record;

    internal PolyvVideo(PolyvVideoRecord record, VideoPlatformSession? session)
    {
        _record = record;
        Session = session;
    }

    /// <inheritdoc/>
    public override Platform Platform => Platform.Polyv;

    /// <summary>The vid.</summary>
    public override string? Id => _record.Vid;

    /// <inheritdoc/>
    public override string? Title => _record.Title;

    /// <summary>60 and 61 are Ready, 10 and 20 Processing, 50 InReview, 51 Blocked, -1 Deleted.</summary>
    public override VideoState State => _record.Status switch
    {
        "60" or "61" => VideoState.Ready,
        "10" or "20" => VideoState.Processing,
        "50" => VideoState.InReview,
        "51" => VideoState.Blocked,
        "-1" => VideoState.Deleted,
        _ => VideoState.Unknown,
    };

    /// <summary>When it was uploaded (<c>ptime</c>), in China Standard Time.</summary>
    public override DateTimeOffset? CreatedAt => ValueParser.FromMilliseconds(_record.Ptime);

    /// <summary>Always null: the platform's list does not say.</summary>
    public override TimeSpan? Duration => null;

    /// <summary>Always null: the platform's list does not say.</summary>
    public override string? Url => null;

    /// <summary>The first picture (<c>firstImage</c>).</summary>
    public override string? CoverUrl => ValueParser.Url(_record.FirstImage);

    /// <inheritdoc/>
    public override VideoPlatformSession? Session { get; }

    /// <summary>The same as <see cref="Id"/>, under the document's name.</summary>
    public string? Vid => _record.Vid;

    /// <summary>The category (<c>cataid</c>).</summary>
    public long? CategoryId => _record.CategoryId;

    /// <summary>The description (<c>context</c>).</summary>
    public string? Description => _record.Context;

    /// <summary>How often it was played (<c>times</c>).</summary>
    public long? PlayCount => _record.Times;

    /// <summary>The tags (<c>tag</c>, separated by commas there).</summary>
    public TextList Tags => TextList.Split(_record.Tag, ',');

    /// <summary>The sound alone (<c>aacLink</c>).</summary>
    public string? AudioUrl => ValueParser.Url(_record.AacLink);

    /// <summary>The platform's own status code: 60, 61, 10, 20, 50, 51 or -1.</summary>
    public string? StatusCode => _record.Status;

    /// <summary>The sub-account that uploaded it.</summary>
    public string? UploaderEmail => _record.UploaderEmail;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> GetAdditionalData() => AdditionalData.ToPlain(_record.Unlisted);
}
