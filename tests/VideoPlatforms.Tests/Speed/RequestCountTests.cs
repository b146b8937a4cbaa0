using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Tests.Speed;

public sealed class RequestCountTests : SandboxTest
{
    [Theory]
    [InlineData(100, 3)]
    [InlineData(150, 2)]
    [InlineData(1000, 1)]
    [InlineData(7, 43)]
    public async Task List_costs_one_request_per_page(int pageSize, int requests)
    {
        await ListAsync(Polyv(), options: new() { PageSize = pageSize });

        Assert.Equal(requests, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(0, 100, 1)]
    [InlineData(0, 101, 2)]
    [InlineData(30, 5, 1)]
    [InlineData(250, 10, 1)]
    [InlineData(95, 10, 2)]
    public async Task Part_of_a_list_costs_only_the_requests_for_its_pages(int skip, int first, int requests)
    {
        await ListAsync(Polyv(), options: new() { Skip = skip, First = first });

        Assert.Equal(requests, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Connections_are_limited_by_the_throttle_limit(int throttle)
    {
        var client = Polyv();
        for (var list = 0; list < 3; list++)
        {
            await ListAsync(client, options: new ListOptions { PageSize = 20, ThrottleLimit = throttle });
        }

        Assert.Equal(45, Sandbox.Requests.Count);
        Assert.InRange(Sandbox.Connections, 1, throttle);
    }
}
