using System.Management.Automation;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Gets the videos that sub-accounts uploaded to Polyv VOD (get-by-uploader).</summary>
[Cmdlet(VerbsCommon.Get, "PolyvVideo", SupportsPaging = true)]
[OutputType(typeof(PolyvVideo))]
public sealed class GetPolyvVideoCommand : ListCommand<PolyvClient, PolyvVideo>
{
    private readonly PolyvVideoFilter _filter = new();

    /// <summary>
    /// Gets only videos that this sub-account uploaded (email). By default, videos of all sub-accounts are returned; uploads of the
    /// main account are never listed.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateEmailAddress]
    [ArgumentCompleter(typeof(UploaderCompleter))]
    public string? UploaderEmail
    {
        get => _filter.UploaderEmail;
        set => _filter.UploaderEmail = value;
    }

    /// <summary>Gets only videos of this category (cataid).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyAsNull]
    [ArgumentCompleter(typeof(CategoryCompleter))]
    public long? CategoryId
    {
        get => _filter.CategoryId;
        set => _filter.CategoryId = value;
    }

    /// <summary>Includes the videos of the subcategories (containSubCata).</summary>
    [Parameter]
    public SwitchParameter IncludeSubcategory
    {
        get => _filter.IncludeSubcategory;
        set => _filter.IncludeSubcategory = value;
    }

    /// <summary>Gets only published videos (published), whose status is 60 or 61.</summary>
    [Parameter]
    public SwitchParameter PublishedOnly
    {
        get => _filter.PublishedOnly;
        set => _filter.PublishedOnly = value;
    }

    /// <summary>
    /// Specifies the sort order (orderType), ascending: by upload time or by play count. If it is omitted, the server's default
    /// order applies.
    /// </summary>
    [Parameter]
    public PolyvVideoOrder? OrderBy
    {
        get => _filter.OrderBy;
        set => _filter.OrderBy = value;
    }

    /// <summary>Sorts in descending order. Without <see cref="OrderBy"/>, the latest uploads come first.</summary>
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
