using System.Management.Automation;
using VideoPlatforms.Clients.DigitalPerson;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;
using VideoPlatforms.DigitalPerson;

namespace VideoPlatforms.Commands;

/// <summary>Gets the digital-person works of an account (workList).</summary>
[Cmdlet(VerbsCommon.Get, "DigitalPersonWork", SupportsPaging = true)]
[OutputType(typeof(DigitalPersonWork))]
public sealed class GetDigitalPersonWorkCommand : ListCommand<DigitalPersonClient, DigitalPersonWork>
{
    private readonly DigitalPersonWorkFilter _filter = new();

    /// <summary>Gets only works whose name contains this text (name).</summary>
    [Parameter(Position = 0)]
    public string? Name
    {
        get => _filter.Name;
        set => _filter.Name = value;
    }

    /// <summary>Gets only works with this status (status): DRAFT, IN_PROGRESS, SUCCESS or FAIL.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DigitalPersonStatusCompleter))]
    public string? Status
    {
        get => _filter.Status;
        set => _filter.Status = value;
    }

    /// <summary>
    /// Sorts the works from latest to oldest (sort=DESC); -Descending:$false sorts from oldest to latest (sort=ASC). If the switch
    /// is omitted, the server's default order applies.
    /// </summary>
    [Parameter]
    public SwitchParameter Descending
    {
        get => _filter.Descending ?? false;
        set => _filter.Descending = value;
    }

    /// <inheritdoc/>
    [Parameter]
    [SessionArgument(Platform.DigitalPerson, MustBeOpen = true)]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public override VideoPlatformSession? Session { get; set; }

    /// <inheritdoc/>
    private protected override Platform Platform => Platform.DigitalPerson;

    /// <inheritdoc/>
    private protected override IAsyncEnumerable<Batch<DigitalPersonWork>> List(DigitalPersonClient client, ListOptions options, ICommandHost host, CancellationToken cancellationToken) =>
        client.ListWorksAsync(_filter, options, host, cancellationToken);
}
