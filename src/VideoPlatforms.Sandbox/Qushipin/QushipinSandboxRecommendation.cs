namespace VideoPlatforms.Sandbox.Qushipin;

/// <summary>Represents a recommendation.</summary>
public sealed record QushipinSandboxRecommendation
{
    /// <summary>The video at the time of the recommendation. Later changes of the video do not affect it.</summary>
    public QushipinSandboxVideo Video { get; init; } = new();

    /// <summary>isNarrow, as it was received.</summary>
    public string IsNarrow { get; init; } = "";

    /// <summary>isCache, as it was received.</summary>
    public string IsCache { get; init; } = "";
}
