using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.PolyvLive;

/// <summary>Specifies which of Polyv Live's two lists is read.</summary>
public enum PolyvLiveListType
{
    /// <summary>The playbacks of broadcasts (<c>playback</c>).</summary>
    Playback,

    /// <summary>The videos on demand (<c>vod</c>).</summary>
    Vod,
}

/// <summary>Specifies the sort order of Polyv Live's list.</summary>
public enum PolyvLiveOrder
{
    /// <summary>By the time at which the item was added as a playback (<c>createdTime</c>).</summary>
    CreatedTime,

    /// <summary>By sort value (<c>rank</c>).</summary>
    Rank,
}

/// <summary>Specifies which playbacks are returned: the parameters of document 002. Parameters with the value null are not sent.</summary>
public sealed class PolyvLivePlaybackFilter
{
    /// <summary>Gets or sets the list (<c>listType</c>); null for the server's default: playbacks.</summary>
    public PolyvLiveListType? ListType { get; set; }

    /// <summary>Gets or sets the sort order (<c>order</c>); null for the server's default: the latest items first.</summary>
    public PolyvLiveOrder? OrderBy { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the order is descending. Without <see cref="OrderBy"/>, the latest items come first.
    /// </summary>
    public bool Descending { get; set; }

    private string? Order => (OrderBy, Descending) switch
    {
        (PolyvLiveOrder.CreatedTime, false) => "time",
        (PolyvLiveOrder.CreatedTime or null, true) => "timeDesc",
        (PolyvLiveOrder.Rank, false) => "rank",
        (PolyvLiveOrder.Rank, true) => "rankDesc",
        _ => null,
    };

    private string? ListTypeWord => ListType switch
    {
        PolyvLiveListType.Playback => "playback",
        PolyvLiveListType.Vod => "vod",
        _ => null,
    };

    /// <summary>Returns the parameters of the call.</summary>
    internal ApiParameters ToParameters() => new()
    {
        { "order", Order },
        { "listType", ListTypeWord },
    };
}
