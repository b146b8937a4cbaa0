using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>What the lists of videos and of recommendations have in common.</summary>
public sealed partial class QushipinClient
{
    private IAsyncEnumerable<Batch<QushipinVideo>> ListAsync(
        string name, QushipinVideoFilter filter, ListOptions options, ICallObserver observer, CancellationToken cancellationToken)
    {
        long? serverPageSize = null;
        var pages = new PageSource<QushipinVideo>(
            async (number, size, token) =>
            {
                var page = await FetchPageAsync(name, filter, number, size, observer, token).ConfigureAwait(false);

                // The first page is requested alone, so the size is determined once.
                serverPageSize ??= await PageSizeAsync(page, number, size, first => FetchPageAsync(name, filter, first, size, observer, token)).ConfigureAwait(false);
                QushipinVideo[] videos = [.. from record in page.Items where record is not null select Video(record)];
                Completions.Add(videos, _ => null, video => video.UserId);
                return new(videos) { Size = serverPageSize, Total = page.Total };
            },
            video => video.VideoId,
            what => Connection.Unexpected(ListCall(name, filter), what));
        return new PageStream<QushipinVideo>(pages, options, observer).ReadAsync(cancellationToken);
    }

    /// <summary>
    /// Returns how many videos a page of the server holds. The server does not report it, and may return fewer than requested. If
    /// videos are missing on a page, the first page shows the size.
    /// </summary>
    private static async Task<long> PageSizeAsync(
        Page<QushipinVideoRecord?> page, long number, int size, Func<long, Task<Page<QushipinVideoRecord?>>> fetch)
    {
        if (page.Total is not { } total || page.Items.Count == Math.Max(0, Math.Min(size, total - ((number - 1) * size))))
        {
            return size;
        }

        var first = number == 1 ? page : await fetch(1).ConfigureAwait(false);
        return first.Items.Count > 0 && first.Items.Count < Math.Min(size, first.Total ?? 0) ? first.Items.Count : size;
    }

    private async Task<Page<QushipinVideoRecord?>> FetchPageAsync(
        string name, QushipinVideoFilter filter, long number, int size, ICallObserver observer, CancellationToken cancellationToken)
    {
        var call = ListCall(name, filter);
        call.Parameters.Add("pageIndex", number);
        call.Parameters.Add("pageSize", size);
        var response = await Connection.SendAsync(call, QushipinJson.Default.QushipinVideoListResponse, observer, cancellationToken).ConfigureAwait(false);
        var page = response.Data ?? throw Connection.Unexpected(call, Messages.ResponseWithoutList, response);
        var total = page.NowTotal ?? page.Total;
        return new(RequireList(page.VideoList, total, call, response)) { Total = total };
    }

    private ApiCall ListCall(string name, QushipinVideoFilter filter) =>
        new(name, HttpMethod.Get, "console/vod/" + name) { Target = filter.VideoId, Parameters = filter.ToParameters(_timeZone) };
}
