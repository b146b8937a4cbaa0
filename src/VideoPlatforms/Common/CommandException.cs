#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Represents an error that is not specific to a platform, such as a port that is already in use.</summary>
public sealed class CommandException : Exception
{
    internal CommandException(string errorId, PlatformErrorCategory category, string message, string advice, Exception? inner = null)
        : base(message, inner)
    {
        ErrorId = errorId;
        Category = category;
        RecommendedAction = advice;
    }

    /// <summary>Gets the stable error ID, such as <c>Sandbox.PortTaken</c>.</summary>
    public string ErrorId { get; }

    /// <summary>Gets the category of the error.</summary>
    public PlatformErrorCategory Category { get; }

    /// <summary>Gets the recommended action.</summary>
    public string RecommendedAction { get; }
}
