using VideoPlatforms.Clients.Platforms;

namespace VideoPlatforms.Clients.DigitalPerson;

/// <summary>Describes digital-person works.</summary>
internal static class DigitalPersonPlatform
{
    /// <summary>The description.</summary>
    public static readonly PlatformDescription Description = new(
        Platform.DigitalPerson,
        "004",
        typeof(DigitalPersonWork),
        typeof(DigitalPersonWorkRecord),
        DigitalPersonWorkReader.Read,
        typeof(DigitalPersonErrors),
        DigitalPersonErrors.Table,
        ["name", "pageNum", "pageSize", "sort", "status", "req_from", "timestamp"]);
}
