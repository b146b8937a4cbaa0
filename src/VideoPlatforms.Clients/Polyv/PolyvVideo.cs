using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Json;
using VideoPlatforms.Clients.Polyv;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Represents a video on Polyv VOD (document 001).</summary>
public sealed class PolyvVideo : PlatformVideo
{
    private readonly PolyvVideoRecord _record;
    private TextList? _tags;

    internal PolyvVideo(PolyvVideoRecord record, VideoPlatformSession? session)
    {
        _record = record;
        Session = session;

        // A column is read more than once: to sort, to filter, and to write it.
        record.FirstImage = ValueParser.Url(record.FirstImage);
        record.AacLink = ValueParser.Url(record.AacLink);
        State = record.Status switch
        {
            "60" or "61" => VideoState.Ready,
            "10" or "20" => VideoState.Processing,
            "50" => VideoState.InReview,
            "51" => VideoState.Blocked,
            "-1" => VideoState.Deleted,
            _ => VideoState.Unknown,
        };
    }

    /// <inheritdoc/>
    public override Platform Platform => Platform.Polyv;

    /// <summary>Gets the vid.</summary>
    public override string? Id => _record.Vid;

    /// <inheritdoc/>
    public override string? Title => _record.Title;

    /// <summary>
    /// Gets the common state: 60 and 61 are Ready, 10 and 20 are Processing, 50 is InReview, 51 is Blocked, -1 is Deleted.
    /// </summary>
    public override VideoState State { get; }

    /// <summary>Gets the upload time (<c>ptime</c>), in China Standard Time.</summary>
    public override DateTimeOffset? CreatedAt => ValueParser.FromMilliseconds(_record.Ptime);

    /// <summary>Gets the duration, which is always null because the platform's list does not contain it.</summary>
    public override TimeSpan? Duration => null;

    /// <summary>Gets the address, which is always null because the platform's list does not contain it.</summary>
    public override string? Url => null;

    /// <summary>Gets the address of the first image (<c>firstImage</c>).</summary>
    public override string? CoverUrl => _record.FirstImage;

    /// <inheritdoc/>
    public override VideoPlatformSession? Session { get; }

    /// <summary>Gets the same value as <see cref="Id"/>, with the name from the document.</summary>
    public string? Vid => _record.Vid;

    /// <summary>Gets the category (<c>cataid</c>).</summary>
    public long? CategoryId => _record.CategoryId;

    /// <summary>Gets the description (<c>context</c>).</summary>
    public string? Description => _record.Context;

    /// <summary>Gets the play count (<c>times</c>).</summary>
    public long? PlayCount => _record.Times;

    /// <summary>Gets the tags (<c>tag</c>, separated by commas).</summary>
    public TextList Tags => _tags ??= TextList.Split(_record.Tag, ',');

    /// <summary>Gets the address of the audio file (<c>aacLink</c>).</summary>
    public string? AudioUrl => _record.AacLink;

    /// <summary>Gets the platform's status code: 60, 61, 10, 20, 50, 51 or -1.</summary>
    public string? StatusCode => _record.Status;

    /// <summary>Gets the sub-account that uploaded the video.</summary>
    public string? UploaderEmail => _record.UploaderEmail;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> GetAdditionalData() => AdditionalData.ToPlain(_record.Unlisted);
}
