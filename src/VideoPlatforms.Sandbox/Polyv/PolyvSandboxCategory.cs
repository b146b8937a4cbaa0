namespace VideoPlatforms.Sandbox.Polyv;

/// <summary>A category of Polyv VOD.</summary>
public sealed record PolyvSandboxCategory
{
    /// <summary>cataid: the id.</summary>
    public long Cataid { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The category that it is a part of; null at the top.</summary>
    public long? ParentId { get; init; }
}
