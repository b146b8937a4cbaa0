using System.Security;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Clients.DigitalPerson;

/// <summary>Provides the calls of the digital-person platform (document 004).</summary>
public sealed class DigitalPersonClient : PlatformClient
{
    /// <summary>Initializes a client. No request is sent.</summary>
    /// <param name="appId">The ID of the application (<c>app_id</c>).</param>
    /// <param name="authorizationText">The text whose MD5 is sent as <c>authorization</c>. <c>{appId}</c>, <c>{timestamp}</c> and <c>{account}</c> are replaced.</param>
    /// <param name="account">The account (<c>account</c>); null for none.</param>
    /// <param name="options">The connection options. The base address is required.</param>
    /// <exception cref="ArgumentException">The ID or account cannot be sent in a header, or the base address is missing.</exception>
    public DigitalPersonClient(string appId, SecureString authorizationText, string? account, ConnectionOptions options)
        : base(
            new DigitalPersonProtocol(
                InputRules.HeaderText.Check(appId, nameof(appId))!,
                new Secret(authorizationText),
                string.IsNullOrWhiteSpace(account) ? null : InputRules.HeaderText.Check(account, nameof(account))),
            new SessionClock(),
            options)
    {
    }

    /// <summary>Gets the works of the account (<c>workList</c>).</summary>
    /// <returns>Batches in the order of the list.</returns>
    /// <exception cref="PlatformException">A page could not be read. The batches before it are valid.</exception>
    public IAsyncEnumerable<Batch<DigitalPersonWork>> ListWorksAsync(
        DigitalPersonWorkFilter filter, ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default)
    {
        var pages = new PageSource<DigitalPersonWork>(
            (number, size, token) => FetchPageAsync(filter, number, size, observer, token),
            work => work.Id,
            what => Connection.Unexpected(ListCall(filter), what));
        return new PageStream<DigitalPersonWork>(pages, options, observer).ReadAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<Batch<PlatformVideo>> ListAsync(ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default) =>
        AsPlatformVideosAsync(ListWorksAsync(new(), options, observer, cancellationToken), cancellationToken);

    private async Task<Page<DigitalPersonWork>> FetchPageAsync(DigitalPersonWorkFilter filter, long number, int size, ICallObserver observer, CancellationToken cancellationToken)
    {
        var call = ListCall(filter);
        call.Parameters.Add("pageNum", number);
        call.Parameters.Add("pageSize", size);
        var response = await Connection.SendAsync(call, DigitalPersonJson.Default.DigitalPersonWorkListResponse, observer, cancellationToken).ConfigureAwait(false);
        var page = response.Data ?? throw Connection.Unexpected(call, Messages.ResponseWithoutList, response);
        return new([.. from record in RequireList(page.Content, page.TotalElements, call, response) where record is not null select new DigitalPersonWork(record, Session)])
        {
            Number = (page.Pageable?.PageNumber ?? page.Number) + 1,
            Size = page.Pageable?.PageSize ?? page.Size,
            Total = page.TotalElements,
        };
    }

    private static ApiCall ListCall(DigitalPersonWorkFilter filter) =>
        new("workList", HttpMethod.Get, "openApiDigitalPerson/customer/workList") { Parameters = filter.ToParameters() };
}
