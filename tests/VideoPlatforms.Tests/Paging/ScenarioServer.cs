using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Tests.Paging;

/// <summary>
/// Plays a scenario: the same pages in the same order every time. Nothing runs beside the test, so pages are made only when the reader waits for
/// one, or between two batches.
/// </summary>
internal sealed class ScenarioServer
{
    private readonly PagingScenario _scenario;
    private readonly List<(long Number, TaskCompletionSource<Page<string>> Response)> _inFlight = [];
    private readonly List<int> _items;
    private CancellationToken _stopping;
    private int _created;
    private int _step;
    private bool _wasWrong;

    public ScenarioServer(PagingScenario scenario)
    {
        _scenario = scenario;
        _items = [.. Enumerable.Range(0, scenario.Count)];
        _created = scenario.Count;
    }

    /// <summary>The list as it was when each page was made.</summary>
    public List<int[]> States { get; } = [];

    /// <summary>The numbers of the pages that were made.</summary>
    public List<long> Made { get; } = [];

    /// <summary>How many pages were requested.</summary>
    public int Requests { get; private set; }

    /// <summary>The most pages that were in flight at a time.</summary>
    public int MostInFlight { get; private set; }

    /// <summary>Whether the wrong page was requested.</summary>
    public bool WasWrong => _wasWrong;

    /// <summary>What was read.</summary>
    public List<int> Read { get; } = [];

    /// <summary>The warnings.</summary>
    public RecordingHost Host { get; } = new();

    /// <summary>The error that ended the list.</summary>
    public PlatformException? Failure { get; private set; }

    /// <summary>Reads the list to its end.</summary>
    public async Task ReadAsync()
    {
        var options = new ListOptions
        {
            PageSize = _scenario.PageSize, ThrottleLimit = _scenario.ThrottleLimit, Skip = _scenario.Skip, First = _scenario.First,
        };
        var stream = new PageStream<string>(new PageSource<string>(RequestAsync, item => item, FakeList.Broken), options, Host);
        try
        {
            await using var batches = stream.ReadAsync().GetAsyncEnumerator();
            while (await PlayAsync(batches.MoveNextAsync().AsTask()))
            {
                Read.AddRange(batches.Current.Items.Select(int.Parse));
                for (var made = Next(3); made > 0 && _inFlight.Count > 0; made--)
                {
                    Make();
                }
            }
        }
        catch (PlatformException exception)
        {
            Failure = exception;
        }

        Assert.All(_inFlight, request => Assert.True(request.Response.Task.IsCanceled));
    }

    private async Task<bool> PlayAsync(Task<bool> next)
    {
        while (!next.IsCompleted && !_stopping.IsCancellationRequested)
        {
            Assert.True(_inFlight.Count > 0, "The reader waits for nothing.");
            Make();
        }

        // Cancelling takes its own time.
        return await next.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private Task<Page<string>> RequestAsync(long number, int size, CancellationToken cancellationToken)
    {
        Assert.True(++Requests < 10_000, "Requests without end.");
        _stopping = cancellationToken;
        var response = new TaskCompletionSource<Page<string>>();
        cancellationToken.Register(() => response.TrySetCanceled(cancellationToken));
        _inFlight.Add((number, response));
        MostInFlight = Math.Max(MostInFlight, _inFlight.Count);
        return response.Task;
    }

    private int Next(int below) => _scenario.Order.Length == 0 ? 0 : _scenario.Order[_step++ % _scenario.Order.Length] % below;

    private void Make()
    {
        var request = _inFlight[Next(_inFlight.Count)];
        _inFlight.Remove(request);
        foreach (var change in _scenario.Changes.Where(change => change.Before == Made.Count))
        {
            Apply(change);
        }

        Made.Add(request.Number);
        States.Add([.. _items]);
        if (_scenario.Fault is { } fault && fault.Page == request.Number && !(fault.Once && _wasWrong))
        {
            _wasWrong = true;
            MakeWrong(request.Number, fault.Kind, request.Response);
        }
        else
        {
            request.Response.SetResult(PageOf(request.Number));
        }
    }

    private void MakeWrong(long number, FaultKind kind, TaskCompletionSource<Page<string>> response)
    {
        if (kind == FaultKind.Fails)
        {
            response.SetException(FakeList.Broken("this page fails"));
            return;
        }

        var page = PageOf(number);
        response.SetResult(kind switch
        {
            FaultKind.Blank => page with { Items = [] },
            FaultKind.BlankAndTotalZero => page with { Items = [], Total = 0 },
            FaultKind.BlankWithoutTotal => page with { Items = [], Total = null },
            FaultKind.TotalZero => page with { Total = 0 },
            FaultKind.TotalTooLow => page with { Total = _items.Count / 2 },
            _ => PageOf(Math.Max((_scenario.Skip / _scenario.RealPageSize) + 1, number - 1)),
        });
    }

    private Page<string> PageOf(long number)
    {
        var size = _scenario.RealPageSize;
        var last = Math.Max(1, (_items.Count + size - 1) / size);
        var given = _scenario.RepeatsLastPage ? Math.Min(number, last) : number;
        return new([.. _items.Skip((int)(given - 1) * size).Take(size).Select(item => $"{item}")])
        {
            Number = _scenario.ReportsNumber ? given : null,
            Size = _scenario.ReportsSize ? size : null,
            Total = _scenario.ReportsTotal ? _items.Count : null,
        };
    }

    private void Apply(Change change)
    {
        var place = change.Place * _items.Count / 1000;
        switch (change.Kind)
        {
            case ChangeKind.InsertAtHead:
                _items.InsertRange(0, Enumerable.Range(_created, change.Count));
                _created += change.Count;
                break;
            case ChangeKind.Insert:
                _items.InsertRange(place, Enumerable.Range(_created, change.Count));
                _created += change.Count;
                break;
            case ChangeKind.DeleteRange:
                _items.RemoveRange(place, Math.Min(change.Count, _items.Count - place));
                break;
            default:
                for (var left = change.Count; left > 0 && _items.Count > 0; left--)
                {
                    place = (place + 7) % _items.Count;
                    _items.RemoveAt(place);
                }

                break;
        }
    }
}
