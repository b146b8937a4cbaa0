namespace VideoPlatforms.Sandbox.Polyv;

/// <summary>Represents a category of Polyv VOD.</summary>
public sealed record PolyvSandboxCategory
{
    /// <summary>cataid: the ID.</summary>
    public long Cataid { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The ID of the parent category; null for a top-level category.</summary>
    public long? ParentId { get; init; }
}
