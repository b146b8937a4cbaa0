using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Tests.Paging;

public sealed class RecentIdsTests
{
    [Fact]
    public void An_id_is_new_once()
    {
        var ids = new RecentIds(100);

        Assert.True(ids.Add("a"));
        Assert.False(ids.Add("a"));
        Assert.True(ids.Add("A"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void What_has_no_id_is_always_new(string? id)
    {
        var ids = new RecentIds(100);

        Assert.True(ids.Add(id));
        Assert.True(ids.Add(id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void As_many_are_remembered_as_there_is_room_for(int capacity)
    {
        var ids = new RecentIds(capacity);
        for (var id = 0; id <= capacity; id++)
        {
            Assert.True(ids.Add($"{id}"));
        }

        for (var id = 1; id <= capacity; id++)
        {
            Assert.False(ids.Add($"{id}"), $"{id} was forgotten");
        }

        Assert.True(ids.Add("0"), "0 was not forgotten");
    }
}
