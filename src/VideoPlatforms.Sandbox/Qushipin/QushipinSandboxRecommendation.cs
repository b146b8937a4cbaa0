namespace VideoPlatforms.Sandbox.Qushipin;

/// <summary>An entry of the recommendations.</summary>
public sealed record QushipinSandboxRecommendation
{
    /// <summary>The video as it was recommended; later changes of the original don't show here.</summary>
    public QushipinSandboxVideo Video { get; init; } = new();

    /// <summary>isNarrow, as it was sent.</summary>
    public string IsNarrow { get; init; } = "";

    /// <summary>isCache, as it was sent.</summary>
    public string IsCache { get; init; } = "";
}
