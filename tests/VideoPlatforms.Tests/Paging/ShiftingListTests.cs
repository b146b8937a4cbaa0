namespace VideoPlatforms.Tests.Paging;

/// <summary>The list changes while it is read: what stayed all the while is neither lost nor doubled.</summary>
public sealed class ShiftingListTests
{
    [Theory]
    [InlineData(true, false, 1)]
    [InlineData(true, false, 8)]
    [InlineData(false, true, 1)]
    [InlineData(false, true, 8)]
    [InlineData(true, true, 1)]
    public async Task Item_that_remains_is_returned_once(bool grows, bool shrinks, int mostAtOnce)
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var random = new Random(seed);
            var list = new FakeList(random.Next(1, 300)).Shuffled(random);
            var before = list.Items.ToList();
            var changes = random.Next(1, 5);
            var fetches = 0;
            list.Before = _ =>
            {
                if (fetches++ == 0 || changes == 0 || random.Next(3) > 0)
                {
                    return;
                }

                changes--;
                if (grows && (!shrinks || random.Next(2) == 0))
                {
                    list.Grow(random.Next(1, 60));
                }
                else
                {
                    // From one place, as a person clears a category, or here and there.
                    var from = random.Next(2) == 0 ? random.Next(list.Items.Count + 1) : -1;
                    for (var left = random.Next(1, 60); left > 0 && list.Items.Count > 0; left--)
                    {
                        list.Items.RemoveAt(from < 0 ? random.Next(list.Items.Count) : Math.Min(from, list.Items.Count - 1));
                    }
                }
            };
            list.RepeatsLastPage = random.Next(2) == 0;

            List<string> items;
            try
            {
                items = await list.ReadAsync(new() { PageSize = random.Next(5, 40), ThrottleLimit = random.Next(1, mostAtOnce + 1) });
            }
            catch (PlatformException)
            {
                // Only a list that is emptied before its end ends with an error.
                Assert.True(list.Items.Count == 0, $"seed {seed}: an error");
                continue;
            }

            Assert.True(items.Count == items.Distinct().Count(), $"seed {seed}: doubled");
            var lost = before.Intersect(list.Items).Except(items).ToList();
            Assert.True(lost.Count == 0, $"seed {seed}: lost {lost.Count} of {before.Count}, such as {lost.FirstOrDefault()}");
        }
    }

    [Fact]
    public async Task Many_new_items_at_the_start_do_not_repeat_the_list_endlessly()
    {
        var list = new FakeList(50);
        list.Before = number =>
        {
            if (number == 3)
            {
                list.Before = _ => { };
                list.Grow(500);
            }
        };
        var stayed = list.Items.ToList();

        var items = await list.ReadAsync(new() { PageSize = 10, ThrottleLimit = 1 });

        Assert.Empty(stayed.Except(items));
        Assert.Equal(items.Distinct(), items);
    }

    [Fact]
    public async Task First_returns_the_first_items_while_the_list_grows()
    {
        var list = new FakeList(100);
        var before = list.Items.ToList();
        list.Before = number => list.Grow(number == 1 ? 0 : 3);

        var items = await list.ReadAsync(new() { PageSize = 10, ThrottleLimit = 1, First = 40 });

        Assert.Equal(before.Take(40), items);
    }

    [Fact]
    public async Task Total_is_the_latest_one()
    {
        var list = new FakeList(100);
        list.Before = number => list.Grow(number == 1 ? 0 : 1);
        var totals = new List<long?>();

        await foreach (var batch in list.Batches(new() { PageSize = 25, ThrottleLimit = 1 }))
        {
            totals.Add(batch.Total);
        }

        Assert.Equal([100, 100, 101, 102, 103, 104], totals);
    }

    [Fact]
    public async Task List_that_is_emptied_before_its_end_ends_with_an_error()
    {
        var list = new FakeList(100);
        list.Before = number =>
        {
            if (number > 1)
            {
                list.Items.Clear();
            }
        };

        var failure = await Assert.ThrowsAsync<PlatformException>(() => list.ReadAsync(new() { PageSize = 10, ThrottleLimit = 1 }));

        Assert.Equal("Polyv.UnexpectedResponse", failure.ErrorId);
        Assert.Equal([1, 2, 2], list.Asked);
    }
}
