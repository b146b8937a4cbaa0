#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Specifies a platform that the module supports.</summary>
public enum Platform
{
    /// <summary>Polyv VOD (保利威 点播).</summary>
    Polyv,

    /// <summary>Polyv Live (保利威 直播).</summary>
    PolyvLive,

    /// <summary>Chanjing (蝉镜).</summary>
    Chanjing,

    /// <summary>Qushipin App Server (趣视频).</summary>
    Qushipin,

    /// <summary>Digital-person works (一知智能 开放平台).</summary>
    DigitalPerson,
}
