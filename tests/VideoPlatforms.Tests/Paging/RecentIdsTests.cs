using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Tests.Paging;

public sealed class RecentIdsTests
{
    [Fact]
    public void Id_is_new_once()
    {
        var ids = new RecentIds(100);

        Assert.True(ids.Add("a"));
        Assert.False(ids.Add("a"));
        Assert.True(ids.Add("A"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Item_without_an_id_is_always_new(string? id)
    {
        var ids = new RecentIds(100);

        Assert.True(ids.Add(id));
        Assert.True(ids.Add(id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Latest_ids_are_kept_and_the_earliest_removed(int capacity)
    {
        var ids = new RecentIds(capacity);
        var last = (3 * capacity) - 1;
        for (var id = 0; id <= last; id++)
        {
            Assert.True(ids.Add($"{id}"));
            for (var recent = Math.Max(0, id - capacity + 1); recent <= id; recent++)
            {
                Assert.False(ids.Add($"{recent}"), $"{recent} was forgotten when {id} went by");
            }
        }

        Assert.True(ids.Add("0"), "0 was not forgotten");
    }
}
