namespace VideoPlatforms.Clients.PolyvLive;

/// <summary>Which of Polyv Live's two lists is read.</summary>
public enum PolyvLiveListType
{
    /// <summary>Playbacks of broadcasts (<c>playback</c>).</summary>
    Playback,

    /// <summary>Videos on demand (<c>vod</c>).</summary>
    Vod,
}

/// <summary>By what Polyv Live's list is ordered.</summary>
public enum PolyvLiveOrder
{
    /// <summary>When it was added as a playback (<c>createdTime</c>).</summary>
    CreatedTime,

    /// <summary>The order value (<c>rank</c>).</summary>
    Rank,
}

/// <summary>Which playbacks are wanted: the parameters of document 002. What is null is not sent.</summary>
public sealed class PolyvLivePlaybackFilter
{
    /// <summary>The list (<c>listType</c>); null for the server's own choice, playbacks.</summary>
    public PolyvLiveListType? ListType { get; set; }

    /// <summary>The order (<c>order</c>); null for the server's own, the latest first.</summary>
    public PolyvLiveOrder? OrderBy { get; set; }

    /// <summary>Largest first. Without <see cref="OrderBy"/> it means the latest first.</summary>
    public bool Descending { get; set; }

    internal string? Order => (OrderBy, Descending) switch
    {
        (PolyvLiveOrder.CreatedTime, false) => "time",
        (PolyvLiveOrder.CreatedTime or null, true) => "timeDesc",
        (PolyvLiveOrder.Rank, false) => "rank",
        (PolyvLiveOrder.Rank, true) => "rankDesc",
        _ => null,
    };

    internal string? ListTypeWord => ListType switch
    {
        PolyvLiveListType.Playback => "playback",
        PolyvLiveListType.Vod => "vod",
        _ => null,
    };
}
