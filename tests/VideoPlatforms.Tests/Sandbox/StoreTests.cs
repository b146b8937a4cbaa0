using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Tests.Sandbox;

/// <summary>The items of the sandbox: small stores keep them, large ones only the changed ones.</summary>
public class StoreTests
{
    private int _created;

    [Fact]
    public void Large_store_creates_only_the_items_that_are_read()
    {
        var items = new Store<string>(1_000_000, Create).Items;
        Assert.Equal(1_000_000, items.Count);
        var page = new Page<string>(items, items, 5001, 100, null);
        Assert.Equal(Enumerable.Range(499_900, 100).Reverse().Select(index => $"{index}"), page.Items);
        Assert.Equal(100, _created);
    }

    [Fact]
    public void Small_store_creates_each_item_once()
    {
        var store = new Store<string>(100, Create);
        Assert.Same(store.Items[7], store.Items[7]);
        Assert.Equal(100, _created);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(60_000)]
    public void Changes_apply_to_small_and_large_stores_alike(int count)
    {
        var store = new Store<string>(count, Create);
        var before = store.Items;
        store.Shift(2);
        store.Remove(item => item == "3");
        Assert.True(store.Change(item => item == "5", item => item + " changed"));
        Assert.False(store.Change(item => item == "3", item => item));
        store.Put("new", item => item == "7");
        Assert.Equal(count, before.Count);
        Assert.Equal(count + 1, store.Items.Count);
        Assert.Equal(["new", $"{count + 1}", $"{count}", $"{count - 1}"], store.Items.Take(4));
        Assert.Equal(["8", "6", "5 changed", "4", "2", "1", "0"], store.Items.Skip(count + 1 - 7));
        store.Shift(-1);
        Assert.Equal($"{count + 1}", store.Items[0]);
        store.Reset();
        Assert.Equal(before, store.Items);
    }

    private string Create(int index)
    {
        _created++;
        return $"{index}";
    }
}
