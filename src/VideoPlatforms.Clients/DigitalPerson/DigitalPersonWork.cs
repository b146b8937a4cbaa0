using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.DigitalPerson;
using VideoPlatforms.Clients.Json;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>A digital-person work (document 004).</summary>
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

    /// <summary>The work's id (<c>digitalPersonWorksId</c>).</summary>
    public override string? Id => _record.DigitalPersonWorksId;

    /// <summary>The work's name (<c>name</c>).</summary>
    public override string? Title => _record.Name;

    /// <summary>DRAFT is Draft, IN_PROGRESS Processing, SUCCESS Ready, FAIL Failed.</summary>
    public override VideoState State => _record.Status switch
    {
        "DRAFT" => VideoState.Draft,
        "IN_PROGRESS" => VideoState.Processing,
        "SUCCESS" => VideoState.Ready,
        "FAIL" => VideoState.Failed,
        _ => VideoState.Unknown,
    };

    /// <summary>When it was begun (<c>createTime</c>), in China Standard Time.</summary>
    public override DateTimeOffset? CreatedAt => ValueParser.FromText(_record.CreateTime, ValueParser.ChinaOffset, TimeForm);

    /// <summary>How long it plays (<c>duration</c>, in seconds there).</summary>
    public override TimeSpan? Duration => ValueParser.FromSeconds(_record.Duration);

    /// <summary>Where it plays (<c>worksUrl</c>).</summary>
    public override string? Url => ValueParser.Url(_record.WorksUrl);

    /// <summary>Its picture (<c>avatar</c>).</summary>
    public override string? CoverUrl => ValueParser.Url(_record.Avatar);

    /// <inheritdoc/>
    public override VideoPlatformSession? Session { get; }

    /// <summary>The same as <see cref="Id"/>, under the document's name.</summary>
    public string? WorkId => _record.DigitalPersonWorksId;

    /// <summary>Who made it.</summary>
    public string? UserId => _record.UserId;

    /// <summary>When it was last changed (<c>updateTime</c>), in China Standard Time.</summary>
    public DateTimeOffset? UpdatedAt => ValueParser.FromText(_record.UpdateTime, ValueParser.ChinaOffset, TimeForm);

    /// <summary>The platform's own status: DRAFT, IN_PROGRESS, SUCCESS or FAIL.</summary>
    public string? Status => _record.Status;

    /// <summary>How it stands, such as VERTICAL.</summary>
    public string? Align => _record.Align;

    /// <summary>The resolution, such as 1080P.</summary>
    public string? Resolution => _record.Resolution;

    /// <summary>What it cost.</summary>
    public double? Fee => _record.Fee;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> GetAdditionalData() => AdditionalData.ToPlain(_record.Unlisted);
}
