namespace VideoPlatforms.Sandbox.DigitalPerson;

/// <summary>A work of the digital-person platform, in the document's words.</summary>
public sealed record DigitalPersonSandboxWork
{
    /// <summary>createTime; answered in China Standard Time.</summary>
    public DateTimeOffset CreateTime { get; init; }

    /// <summary>updateTime; answered in China Standard Time.</summary>
    public DateTimeOffset UpdateTime { get; init; }

    /// <summary>digitalPersonWorksId: the id.</summary>
    public long DigitalPersonWorksId { get; init; }

    /// <summary>userId.</summary>
    public long UserId { get; init; }

    /// <summary>name.</summary>
    public string Name { get; init; } = "";

    /// <summary>avatar: the cover's URL.</summary>
    public string? Avatar { get; init; }

    /// <summary>status: DRAFT, IN_PROGRESS, SUCCESS or FAIL.</summary>
    public string Status { get; init; } = "";

    /// <summary>align: VERTICAL or HORIZONTAL.</summary>
    public string Align { get; init; } = "";

    /// <summary>resolution.</summary>
    public string? Resolution { get; init; }

    /// <summary>worksUrl: the video's URL.</summary>
    public string? WorksUrl { get; init; }

    /// <summary>fee.</summary>
    public double? Fee { get; init; }

    /// <summary>duration, in seconds with fractions.</summary>
    public double? Duration { get; init; }
}
