using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Paging;

/// <summary>Which part of a list to return, and how to read it.</summary>
public sealed class ListOptions
{
    private long _skip;
    private long? _first;
    private int _pageSize = 100;
    private int _throttleLimit = 4;

    /// <summary>How many items to skip. Default 0.</summary>
    /// <exception cref="ArgumentException">Negative.</exception>
    public long Skip
    {
        get => _skip;
        set => _skip = InputRules.ObjectCount.Check(value, nameof(Skip));
    }

    /// <summary>How many items to return at most; null for all.</summary>
    /// <exception cref="ArgumentException">Negative.</exception>
    public long? First
    {
        get => _first;
        set => _first = value is null ? null : InputRules.ObjectCount.Check(value.Value, nameof(First));
    }

    /// <summary>Whether the total is wanted even if no item is.</summary>
    public bool IncludeTotalCount { get; set; }

    /// <summary>How many items to request per page, 1..1000: transport only. The page size that the server reports takes precedence. Default 100.</summary>
    /// <exception cref="ArgumentException">Outside 1..1000.</exception>
    public int PageSize
    {
        get => _pageSize;
        set => _pageSize = InputRules.PageSize.Check(value, nameof(PageSize));
    }

    /// <summary>How many pages may be in flight at a time, 1..64. Default 4.</summary>
    /// <exception cref="ArgumentException">Outside 1..64.</exception>
    public int ThrottleLimit
    {
        get => _throttleLimit;
        set => _throttleLimit = InputRules.ThrottleLimit.Check(value, nameof(ThrottleLimit));
    }
}
