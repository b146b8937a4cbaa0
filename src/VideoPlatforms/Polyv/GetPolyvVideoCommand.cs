using System.Management.Automation;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Lists the videos that sub-accounts uploaded to Polyv VOD (get-by-uploader).</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "PolyvVideo", SupportsPaging = true)]
[OutputType(typeof(PolyvVideo))]
public sealed class GetPolyvVideoCommand : ListCommand<PolyvClient, PolyvVideo>
{
    private readonly PolyvVideoFilter _filter = new();

    /// <summary>
    /// <para type="description">Only videos that this sub-account uploaded (email). All sub-accounts where none is given; the main account's own uploads are never listed.</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateEmailAddress]
    [ArgumentCompleter(typeof(UploaderCompleter))]
    public string? UploaderEmail
    {
        get => _filter.UploaderEmail;
        set => _filter.UploaderEmail = value;
    }

    /// <summary>
    /// <para type="description">Only videos of this category (cataid).</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyAsNull]
    [ArgumentCompleter(typeof(CategoryCompleter))]
    public long? CategoryId
    {
        get => _filter.CategoryId;
        set => _filter.CategoryId = value;
    }

    /// <summary>
    /// <para type="description">Also videos of the category's subcategories (containSubCata).</para>
    /// </summary>
    [Parameter]
    public SwitchParameter IncludeSubcategory
    {
        get => _filter.IncludeSubcategory;
        set => _filter.IncludeSubcategory = value;
    }

    /// <summary>
    /// <para type="description">Only published videos, statuses 60 and 61 (published).</para>
    /// </summary>
    [Parameter]
    public SwitchParameter PublishedOnly
    {
        get => _filter.PublishedOnly;
        set => _filter.PublishedOnly = value;
    }

    /// <summary>
    /// <para type="description">The order (orderType): by time of upload or by play count, smallest first. The server's own order where none is given.</para>
    /// </summary>
    [Parameter]
    public PolyvVideoOrder? OrderBy
    {
        get => _filter.OrderBy;
        set => _filter.OrderBy = value;
    }

    /// <summary>
    /// <para type="description">Largest first; without -OrderBy, the latest upload first.</para>
    /// </summary>
    [Parameter]
    public SwitchParameter Descending
    {
        get => _filter.Descending;
        set => _filter.Descending = value;
    }

    /// <inheritdoc/>
    [Parameter]
    [SessionArgument(Platform.Polyv, MustBeOpen = true)]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public override VideoPlatformSession? Session { get; set; }

    /// <inheritdoc/>
    private protected override Platform Platform => Platform.Polyv;

    /// <inheritdoc/>
    private protected override IAsyncEnumerable<Batch<PolyvVideo>> List(PolyvClient client, ListOptions options, ICommandHost host, CancellationToken cancellationToken) =>
        client.ListVideosAsync(_filter, options, host, cancellationToken);
}
