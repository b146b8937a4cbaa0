using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.DigitalPerson;
using VideoPlatforms.Clients.Json;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Represents a digital-person work (document 004).</summary>
public sealed class DigitalPersonWork : PlatformVideo
{
    internal const string TimeForm = "yyyy-MM-dd HH:mm:ss";

    private readonly DigitalPersonWorkRecord _record;

    internal DigitalPersonWork(DigitalPersonWorkRecord record, VideoPlatformSession? session)
    {
        _record = record;
        Session = session;
    }

    /// <inheritdoc/>
    public override Platform Platform => Platform.DigitalPerson;

    /// <summary>Gets the ID of the work (<c>digitalPersonWorksId</c>).</summary>
    public override string? Id => _record.DigitalPersonWorksId;

    /// <summary>Gets the name of the work (<c>name</c>).</summary>
    public override string? Title => _record.Name;

    /// <summary>Gets the common state: DRAFT is Draft, IN_PROGRESS is Processing, SUCCESS is Ready, FAIL is Failed.</summary>
    public override VideoState State => _record.Status switch
    {
        "DRAFT" => VideoState.Draft,
        "IN_PROGRESS" => VideoState.Processing,
        "SUCCESS" => VideoState.Ready,
        "FAIL" => VideoState.Failed,
        _ => VideoState.Unknown,
    };

    /// <summary>Gets the time at which the work was created (<c>createTime</c>), in China Standard Time.</summary>
    public override DateTimeOffset? CreatedAt => ValueParser.FromText(_record.CreateTime, ValueParser.ChinaOffset, TimeForm);

    /// <summary>Gets the duration (<c>duration</c>, in seconds).</summary>
    public override TimeSpan? Duration => ValueParser.FromSeconds(_record.Duration);

    /// <summary>Gets the address of the video (<c>worksUrl</c>).</summary>
    public override string? Url => ValueParser.Url(_record.WorksUrl);

    /// <summary>Gets the address of the cover image (<c>avatar</c>).</summary>
    public override string? CoverUrl => ValueParser.Url(_record.Avatar);

    /// <inheritdoc/>
    public override VideoPlatformSession? Session { get; }

    /// <summary>Gets the same value as <see cref="Id"/>, with the name from the document.</summary>
    public string? WorkId => _record.DigitalPersonWorksId;

    /// <summary>Gets the ID of the user who created the work.</summary>
    public string? UserId => _record.UserId;

    /// <summary>Gets the time at which the work was last changed (<c>updateTime</c>), in China Standard Time.</summary>
    public DateTimeOffset? UpdatedAt => ValueParser.FromText(_record.UpdateTime, ValueParser.ChinaOffset, TimeForm);

    /// <summary>Gets the platform's status: DRAFT, IN_PROGRESS, SUCCESS or FAIL.</summary>
    public string? Status => _record.Status;

    /// <summary>Gets the orientation, such as VERTICAL.</summary>
    public string? Align => _record.Align;

    /// <summary>Gets the resolution, such as 1080P.</summary>
    public string? Resolution => _record.Resolution;

    /// <summary>Gets the cost.</summary>
    public double? Fee => _record.Fee;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> GetAdditionalData() => AdditionalData.ToPlain(_record.Unlisted);
}
