using System.Management.Automation;
using VideoPlatforms.Clients.DigitalPerson;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;
using VideoPlatforms.DigitalPerson;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Lists the account's digital-person works (workList).</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "DigitalPersonWork", SupportsPaging = true)]
[OutputType(typeof(DigitalPersonWork))]
public sealed class GetDigitalPersonWorkCommand : ListCommand<DigitalPersonClient, DigitalPersonWork>
{
    private readonly DigitalPersonWorkFilter _filter = new();

    /// <summary>
    /// <para type="description">Only works whose name holds this (name).</para>
    /// </summary>
    [Parameter(Position = 0)]
    public string? Name
    {
        get => _filter.Name;
        set => _filter.Name = value;
    }

    /// <summary>
    /// <para type="description">Only works of this status (status): DRAFT, IN_PROGRESS, SUCCESS or FAIL.</para>
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(DigitalPersonStatusCompleter))]
    public string? Status
    {
        get => _filter.Status;
        set => _filter.Status = value;
    }

    /// <summary>
    /// <para type="description">The latest first (sort DESC); -Descending:$false the oldest first (ASC). The server's own order where the switch is not given.</para>
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
