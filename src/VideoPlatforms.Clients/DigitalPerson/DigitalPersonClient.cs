using System.Security;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Clients.DigitalPerson;

/// <summary>The calls of the digital-person platform (document 004).</summary>
public sealed class DigitalPersonClient : PlatformClient
{
    /// <summary>Makes a client; nothing is sent yet.</summary>
    /// <param name="appId">The application's id (<c>app_id</c>).</param>
    /// <param name="authorizationText">The text whose MD5 is sent as <c>authorization</c>; <c>{appId}</c>, <c>{timestamp}</c> and <c>{account}</c> in it are filled in.</param>
    /// <param name="account">The account (<c>account</c>); null for none.</param>
    /// <param name="options">How the server is reached; its base address must be given.</param>
    /// <exception cref="ArgumentException">An id or account that no header can carry, or no base address.</exception>
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

    /// <summary>Reads the account's works (<c>workList</c>).</summary>
    /// <returns>Batches in the list's order.</returns>
    /// <exception cref="PlatformException">A page could not be read; what came before it stays good.</exception>
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
        new("workList", HttpMethod.Get, "openApiDigitalPerson/customer/workList")
        {
            Parameters = new()
            {
                { "name", filter.Name },
                { "status", filter.Status },
                { "sort", filter.Sort },
            },
        };
}
