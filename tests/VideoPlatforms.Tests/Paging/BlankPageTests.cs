namespace VideoPlatforms.Tests.Paging;

/// <summary>One page that says that there is nothing, in the middle of a list of 50,000.</summary>
public sealed class BlankPageTests
{
    private const int Count = 50_000;
    private const int Blank = 400;

    public static TheoryData<long?, int> Totals => new() { { 0L, 1 }, { 0L, 4 }, { (long)Count, 1 }, { (long)Count, 4 }, { 5L, 4 } };

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Blank_page_is_requested_again_and_the_list_is_complete(long? total, int throttleLimit)
    {
        var list = Create(total, times: 1);

        var items = await list.ReadAsync(new() { PageSize = 100, ThrottleLimit = throttleLimit });

        Assert.Equal(list.Items, items);
        Assert.Empty(list.Host.Warnings);
        Assert.InRange(list.Asked.Count, 501, 510);
    }

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Page_that_stays_blank_ends_the_list_with_an_error(long? total, int throttleLimit)
    {
        var list = Create(total, times: int.MaxValue);
        var items = new List<string>();

        var failure = await Assert.ThrowsAsync<PlatformException>(async () =>
        {
            await foreach (var batch in list.Batches(new() { PageSize = 100, ThrottleLimit = throttleLimit }))
            {
                items.AddRange(batch.Items);
            }
        });

        Assert.Equal("Polyv.UnexpectedResponse", failure.ErrorId);
        Assert.Equal(list.Items.Take((Blank - 1) * 100), items);
        Assert.InRange(list.Asked.Count, Blank, 510);
    }

    private static FakeList Create(long? total, int times)
    {
        var list = new FakeList(Count);
        var blanks = 0;
        var isBlank = false;
        list.Before = number => isBlank = number == Blank && blanks++ < times;
        list.Drops = _ => isBlank;
        list.TellTotal = real => isBlank ? total : real;
        return list;
    }
}
