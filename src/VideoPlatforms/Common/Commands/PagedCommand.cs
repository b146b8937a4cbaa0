using System.Management.Automation;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Commands;

/// <summary>What every list takes: the paging parameters (-First, -Skip, -IncludeTotalCount), and how pages are fetched.</summary>
public abstract class PagedCommand : AsyncCommand
{
    private readonly ListOptions _options = new();

    /// <summary>
    /// <para type="description">How many objects to ask for per request, 1 to 1000: transport only, the output is the same. Default 100. A server may use a size of its own.</para>
    /// </summary>
    [Parameter]
    [ValidateRange(1, InputRules.MaxPageSize)]
    public int PageSize
    {
        get => _options.PageSize;
        set => _options.PageSize = value;
    }

    /// <summary>
    /// <para type="description">How many pages may be under way at a time, 1 to 64. Default 4. The output's order stays the list's.</para>
    /// </summary>
    [Parameter]
    [ValidateRange(1, InputRules.MaxThrottleLimit)]
    public int ThrottleLimit
    {
        get => _options.ThrottleLimit;
        set => _options.ThrottleLimit = value;
    }

    /// <summary>All of it, as the clients take it.</summary>
    private protected ListOptions ReadPaging()
    {
        // PowerShell says "all" with the largest number there is.
        const long All = long.MaxValue / 2;
        _options.Skip = (long)Math.Min(PagingParameters.Skip, All);
        _options.First = PagingParameters.First <= All ? (long)PagingParameters.First : null;
        _options.IncludeTotalCount = PagingParameters.IncludeTotalCount;
        return _options;
    }
}
