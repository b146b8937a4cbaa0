#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Specifies what videos are grouped by.</summary>
public enum VideoMeasureKey
{
    /// <summary>The platform.</summary>
    Platform,

    /// <summary>The session that the videos were read with.</summary>
    Session,

    /// <summary>The common state.</summary>
    State,

    /// <summary>The month in which the videos were created, in the time zone of the platform.</summary>
    Month,
}
