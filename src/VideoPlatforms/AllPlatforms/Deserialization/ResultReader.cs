using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Deserialization;

namespace VideoPlatforms.AllPlatforms.Deserialization;

/// <summary>Restores the results of the cmdlets over all platforms: checks, inventories, differences and measures.</summary>
internal static class ResultReader
{
    /// <summary>Restores an object.</summary>
    /// <param name="typeName">The full name of its class.</param>
    /// <param name="properties">Its properties.</param>
    /// <returns>The object; null if the class is not one of these, or if required properties are missing.</returns>
    public static object? Read(string typeName, PropertyReader properties) =>
        typeName == typeof(SessionCheck).FullName ? ReadCheck(properties)
        : typeName == typeof(InventoryFile).FullName ? ReadFile(properties)
        : typeName == typeof(InventoryChange).FullName ? ReadChange(properties)
        : typeName == typeof(VideoMeasure).FullName ? ReadMeasure(properties)
        : null;

    private static SessionCheck? ReadCheck(PropertyReader properties) =>
        SessionOf(properties) is { } session
        && properties.Word<SessionCheckKind>(nameof(SessionCheck.Check)) is { } check
        && properties.Word<SessionCheckStatus>(nameof(SessionCheck.Status)) is { } status
        && properties.Text(nameof(SessionCheck.Detail)) is { } detail
            ? new(session, check, status, detail, properties.Text(nameof(SessionCheck.Recommendation)), properties.Span(nameof(SessionCheck.Elapsed)))
            : null;

    private static InventoryFile? ReadFile(PropertyReader properties) =>
        properties.Text(nameof(InventoryFile.Path)) is { } path
        && properties.Word<InventoryFormat>(nameof(InventoryFile.Format)) is { } format
            ? new(path, format)
            {
                Count = properties.Whole(nameof(InventoryFile.Count)) ?? 0,
                IsComplete = properties.Flag(nameof(InventoryFile.IsComplete)),
                Sessions = properties.List(nameof(InventoryFile.Sessions)) ?? TextList.None,
                IncompleteSessions = properties.List(nameof(InventoryFile.IncompleteSessions)) ?? TextList.None,
                Length = properties.Whole(nameof(InventoryFile.Length)) ?? 0,
                CreatedAt = properties.Time(nameof(InventoryFile.CreatedAt)) ?? default,
            }
            : null;

    private static InventoryChange? ReadChange(PropertyReader properties) =>
        properties.Word<InventoryChangeKind>(nameof(InventoryChange.Change)) is { } change
        && properties.Word<Platform>(nameof(InventoryChange.Platform)) is { } platform
            ? new(change, platform)
            {
                Id = properties.Text(nameof(InventoryChange.Id)),
                Title = properties.Text(nameof(InventoryChange.Title)),
                Property = properties.Text(nameof(InventoryChange.Property)),
                OldValue = properties[nameof(InventoryChange.OldValue)],
                NewValue = properties[nameof(InventoryChange.NewValue)],
                Session = SessionReader.Of(properties, platform),
            }
            : null;

    private static VideoMeasure ReadMeasure(PropertyReader properties)
    {
        var platform = properties.Word<Platform>(nameof(VideoMeasure.Platform));
        return new()
        {
            Platform = platform,
            Session = SessionOf(properties),
            State = properties.Word<VideoState>(nameof(VideoMeasure.State)),
            Month = properties.Text(nameof(VideoMeasure.Month)),
            Count = properties.Whole(nameof(VideoMeasure.Count)) ?? 0,
            TotalDuration = properties.Span(nameof(VideoMeasure.TotalDuration)) ?? default,
            UnknownDuration = properties.Whole(nameof(VideoMeasure.UnknownDuration)) ?? 0,
            TotalSize = properties.Whole(nameof(VideoMeasure.TotalSize)) ?? 0,
            UnknownSize = properties.Whole(nameof(VideoMeasure.UnknownSize)) ?? 0,
            TotalPlayCount = properties.Whole(nameof(VideoMeasure.TotalPlayCount)),
            Oldest = properties.Time(nameof(VideoMeasure.Oldest)),
            Newest = properties.Time(nameof(VideoMeasure.Newest)),
        };
    }

    // The session of these objects names its platform.
    private static VideoPlatformSession? SessionOf(PropertyReader properties) => properties["Session"] as VideoPlatformSession;
}
