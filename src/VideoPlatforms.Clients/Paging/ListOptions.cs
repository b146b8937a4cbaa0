using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Paging;

/// <summary>Specifies which part of a list is returned and how it is read.</summary>
public sealed class ListOptions
{
    private long _skip;
    private long? _first;
    private int _pageSize = 100;
    private int _throttleLimit = 4;

    /// <summary>Gets or sets the number of items to skip. The default is 0.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public long Skip
    {
        get => _skip;
        set => _skip = InputRules.ObjectCount.Check(value, nameof(Skip));
    }

    /// <summary>Gets or sets the maximum number of items to return; null for all items.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public long? First
    {
        get => _first;
        set => _first = value is null ? null : InputRules.ObjectCount.Check(value.Value, nameof(First));
    }

    /// <summary>Gets or sets a value indicating whether the total is requested even if <see cref="First"/> is 0.</summary>
    public bool IncludeTotalCount { get; set; }

    /// <summary>
    /// Gets or sets the number of items per request, from 1 to 1000. It affects only the transport. If the server reports another
    /// page size, that size applies. The default is 100.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not from 1 to 1000.</exception>
    public int PageSize
    {
        get => _pageSize;
        set => _pageSize = InputRules.PageSize.Check(value, nameof(PageSize));
    }

    /// <summary>
    /// Gets or sets a value indicating whether a page is requested only when all items before it were taken, so that a reader that
    /// has found what it needs causes no further request. Pages are then requested one by one.
    /// </summary>
    internal bool IsOnDemand { get; set; }

    /// <summary>Gets or sets the maximum number of pages that are requested concurrently, from 1 to 64. The default is 4.</summary>
    /// <exception cref="ArgumentException">The value is not from 1 to 64.</exception>
    public int ThrottleLimit
    {
        get => _throttleLimit;
        set => _throttleLimit = InputRules.ThrottleLimit.Check(value, nameof(ThrottleLimit));
    }
}
