using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Tests.Paging;

/// <summary>A server's list in memory, which may be as odd as servers are.</summary>
internal sealed class FakeList
{
    private readonly object _gate = new();
    private readonly List<long> _asked = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _watches = [];
    private int _inFlight;
    private int _created;

    public FakeList(int count)
    {
        Grow(count);
        Host = new();
    }

    /// <summary>The items, in the list's order.</summary>
    public List<string> Items { get; } = [];

    /// <summary>Hears the warnings.</summary>
    public RecordingHost Host { get; }

    /// <summary>The server's own page size; null where it gives what is asked for.</summary>
    public int? PageSize { get; set; }

    /// <summary>What the server says the page size was; null where it says nothing.</summary>
    public Func<long, long?> TellSize { get; set; } = size => size;

    /// <summary>What the server says the total was.</summary>
    public Func<long, long?> TellTotal { get; set; } = total => total;

    /// <summary>What the server says the page's number was.</summary>
    public Func<long, long?> TellNumber { get; set; } = number => number;

    /// <summary>Whether the server gives its last page where there is no further one.</summary>
    public bool RepeatsLastPage { get; set; }

    /// <summary>Which page it gives when asked for one.</summary>
    public Func<long, long> Give { get; set; } = number => number;

    /// <summary>Which items it leaves out of a page.</summary>
    public Func<string, bool> Drops { get; set; } = _ => false;

    /// <summary>What happens to the list before a page is made.</summary>
    public Action<long> Before { get; set; } = _ => { };

    /// <summary>How long a page takes.</summary>
    public Func<long, CancellationToken, Task> Delay { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The pages that were asked for, in order.</summary>
    public IReadOnlyList<long> Asked
    {
        get
        {
            lock (_gate)
            {
                return [.. _asked];
            }
        }
    }

    /// <summary>How many pages are under way.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>The most pages that were under way at once.</summary>
    public int MostInFlight { get; private set; }

    /// <summary>Puts new items at the head.</summary>
    public void Grow(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Items.Insert(0, $"item {_created++}");
        }
    }

    /// <summary>Done as soon as that many pages are under way.</summary>
    public Task WhenInFlight(int count)
    {
        lock (_gate)
        {
            var watch = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watches.Add((count, watch));
            if (_inFlight >= count)
            {
                watch.SetResult();
            }

            return watch.Task.WaitAsync(TimeSpan.FromSeconds(10));
        }
    }

    public IAsyncEnumerable<Batch<string>> Batches(ListOptions options, CancellationToken cancellationToken = default) =>
        new PageStream<string>(new PageSource<string>(FetchAsync, item => item, Broken), options, Host).ReadAsync(cancellationToken);

    /// <summary>Reads the list, and sees to it that nothing is left running.</summary>
    public async Task<List<string>> ReadAsync(ListOptions options)
    {
        var items = new List<string>();
        await foreach (var batch in Batches(options))
        {
            items.AddRange(batch.Items);
        }

        Assert.Equal(0, InFlight);
        return items;
    }

    /// <summary>Lets pages overtake one another.</summary>
    public FakeList Shuffled(Random random)
    {
        Delay = async (_, _) =>
        {
            int steps;
            lock (random)
            {
                steps = random.Next(5);
            }

            for (var i = 0; i < steps; i++)
            {
                await Task.Yield();
            }
        };
        return this;
    }

    public static PlatformException Broken(string what) => new(Platform.Polyv, ErrorKind.UnexpectedResponse, what, "Read it again.");

    private async Task<Page<string>> FetchAsync(long number, int asked, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _asked.Add(number);
            _inFlight++;
            MostInFlight = Math.Max(MostInFlight, _inFlight);
            _watches.Where(watch => _inFlight >= watch.Count).ToList().ForEach(watch => watch.Reached.TrySetResult());
        }

        try
        {
            await Delay(number, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            lock (_gate)
            {
                Before(number);
                var size = PageSize ?? asked;
                var last = Math.Max(1, (Items.Count + size - 1) / size);
                var given = RepeatsLastPage ? Math.Min(Give(number), last) : Give(number);
                return new([.. Items.Skip((int)Math.Min(int.MaxValue, (given - 1) * size)).Take(size).Where(item => !Drops(item))])
                {
                    Number = TellNumber(given),
                    Size = TellSize(size),
                    Total = TellTotal(Items.Count),
                };
            }
        }
        finally
        {
            lock (_gate)
            {
                _inFlight--;
            }
        }
    }
}
