#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Something that cannot be done as things stand, whatever the platform.</summary>
public sealed class CommandException : Exception
{
    internal CommandException(string errorId, PlatformErrorCategory category, string message, string advice, Exception? inner = null)
        : base(message, inner)
    {
        ErrorId = errorId;
        Category = category;
        RecommendedAction = advice;
    }

    /// <summary>The stable error id, such as <c>Sandbox.PortTaken</c>.</summary>
    public string ErrorId { get; }

    /// <summary>What sort of failure it was.</summary>
    public PlatformErrorCategory Category { get; }

    /// <summary>What to do next.</summary>
    public string RecommendedAction { get; }
}
