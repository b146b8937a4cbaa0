namespace VideoPlatforms.Sandbox.DigitalPerson;

/// <summary>Represents a work of the digital-person platform with the fields of the document.</summary>
public sealed record DigitalPersonSandboxWork
{
    /// <summary>createTime; returned in China Standard Time.</summary>
    public DateTimeOffset CreateTime { get; init; }

    /// <summary>updateTime; returned in China Standard Time.</summary>
    public DateTimeOffset UpdateTime { get; init; }

    /// <summary>digitalPersonWorksId: the ID.</summary>
    public long DigitalPersonWorksId { get; init; }

    /// <summary>userId.</summary>
    public long UserId { get; init; }

    /// <summary>name.</summary>
    public string Name { get; init; } = "";

    /// <summary>avatar: the URL of the cover.</summary>
    public string? Avatar { get; init; }

    /// <summary>status: DRAFT, IN_PROGRESS, SUCCESS or FAIL.</summary>
    public string Status { get; init; } = "";

    /// <summary>align: VERTICAL or HORIZONTAL.</summary>
    public string Align { get; init; } = "";

    /// <summary>resolution.</summary>
    public string? Resolution { get; init; }

    /// <summary>worksUrl: the URL of the video.</summary>
    public string? WorksUrl { get; init; }

    /// <summary>fee.</summary>
    public double? Fee { get; init; }

    /// <summary>duration, in fractional seconds.</summary>
    public double? Duration { get; init; }
}
