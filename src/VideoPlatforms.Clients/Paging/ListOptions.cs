namespace VideoPlatforms.Clients.Paging;

/// <summary>Which part of a list is wanted, and how it is fetched.</summary>
public sealed class ListOptions
{
    private long _skip;
    private long? _first;
    private int _pageSize = 100;
    private int _throttleLimit = 4;

    /// <summary>How many objects to pass over. Default 0.</summary>
    /// <exception cref="ArgumentException">Negative.</exception>
    public long Skip
    {
        get => _skip;
        set => _skip = InputRules.ObjectCount.Check(value, nameof(Skip));
    }

    /// <summary>How many objects to give at most; null for all.</summary>
    /// <exception cref="ArgumentException">Negative.</exception>
    public long? First
    {
        get => _first;
        set => _first = value is null ? null : InputRules.ObjectCount.Check(value.Value, nameof(First));
    }

    /// <summary>Whether the total is wanted even where no object is.</summary>
    public bool IncludeTotalCount { get; set; }

    /// <summary>How many objects to ask for per page, 1..1000: transport only. The page size in the response is what counts. Default 100.</summary>
    /// <exception cref="ArgumentException">Outside 1..1000.</exception>
    public int PageSize
    {
        get => _pageSize;
        set => _pageSize = InputRules.PageSize.Check(value, nameof(PageSize));
    }

    /// <summary>How many pages may be under way at a time, 1..64. Default 4.</summary>
    /// <exception cref="ArgumentException">Outside 1..64.</exception>
    public int ThrottleLimit
    {
        get => _throttleLimit;
        set => _throttleLimit = InputRules.ThrottleLimit.Check(value, nameof(ThrottleLimit));
    }
}
