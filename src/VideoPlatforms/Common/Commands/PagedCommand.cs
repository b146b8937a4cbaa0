using System.Management.Automation;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Commands;

/// <summary>Provides the common parameters of the cmdlets that list items. PowerShell adds -First, -Skip and -IncludeTotalCount.</summary>
public abstract class PagedCommand : AsyncCommand
{
    private readonly ListOptions _options = new();

    /// <summary>
    /// Specifies the number of items per request, from 1 to 1000. It affects only the transport. If a server uses another page
    /// size, the size in its response applies. The default is 100.
    /// </summary>
    [Parameter]
    [ValidateRange(1, InputRules.MaxPageSize)]
    public int PageSize
    {
        get => _options.PageSize;
        set => _options.PageSize = value;
    }

    /// <summary>
    /// Specifies the maximum number of pages that are requested concurrently, from 1 to 64. The output keeps the order of the list.
    /// The default is 4.
    /// </summary>
    [Parameter]
    [ValidateRange(1, InputRules.MaxThrottleLimit)]
    public int ThrottleLimit
    {
        get => _options.ThrottleLimit;
        set => _options.ThrottleLimit = value;
    }

    /// <summary>Returns the paging parameters as list options.</summary>
    private protected ListOptions ReadPaging()
    {
        // PowerShell passes ulong.MaxValue if -First is omitted.
        const long All = long.MaxValue / 2;
        _options.Skip = (long)Math.Min(PagingParameters.Skip, All);
        _options.First = PagingParameters.First <= All ? (long)PagingParameters.First : null;
        _options.IncludeTotalCount = PagingParameters.IncludeTotalCount;
        return _options;
    }
}
