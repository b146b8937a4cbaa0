namespace VideoPlatforms.Tests.Paging;

/// <summary>What a reader may expect of a list, given what the server did.</summary>
internal sealed class PagingModel(PagingScenario scenario, ScenarioServer server)
{
    private readonly int[] _first = server.States.FirstOrDefault() ?? [];
    private readonly int[] _last = server.States.LastOrDefault() ?? [];

    /// <summary>How many pages the list had at its longest.</summary>
    public int Pages => server.States.Select(state => (state.Length + scenario.RealPageSize - 1) / scenario.RealPageSize).DefaultIfEmpty().Max();

    /// <summary>How often the list changed.</summary>
    public int Changes => scenario.Changes.Length;

    // What stayed all the while. With -Skip, an item that came near the skipped part may or may not be returned.
    private IEnumerable<int> Wanted => _first.Intersect(_last).Skip(scenario.Skip);

    private bool IsSatisfied => server.Read.Count == scenario.First;

    public void HasNoError() => Assert.Null(server.Failure);

    public void HasNoWarning() => Assert.Empty(server.Host.Warnings);

    public void CostsAtMost(int requests)
    {
        Assert.InRange(server.Requests, 0, requests);
        Assert.InRange(server.MostInFlight, 0, scenario.ThrottleLimit);
    }

    public void ReturnsExactlyTheWantedItems() => Assert.Equal(_first.Skip(scenario.Skip).Take(scenario.First ?? int.MaxValue), server.Read);

    public void ReturnsNoItemTwice()
    {
        Assert.Equal(server.Read.Distinct(), server.Read);
        Assert.InRange(server.Read.Count, 0, scenario.First ?? int.MaxValue);
    }

    /// <summary>In the list's order, as far as the list has one: items that were never in it together have none.</summary>
    public void ReturnsInOrder()
    {
        var returned = Wanted.Intersect(server.Read).ToList();
        if (!returned.SequenceEqual(server.Read.Intersect(returned)))
        {
            returned.RemoveAll(MovedUnnoticed);
            Assert.Equal(returned, server.Read.Intersect(returned));
        }
    }

    public void ReturnsWhatStayed()
    {
        if (server.Failure is not null)
        {
            // Nothing where much was left to read cannot be told from a fault, nor can the same items over and over.
            Assert.True(server.States.Any(state => state.Length == 0) || RepeatedUnnoticed(), server.Failure.Message);
            return;
        }

        if (!IsSatisfied)
        {
            Assert.All(Wanted.Except(server.Read), item => Assert.True(MovedUnnoticed(item), $"item {item} is missing"));
        }
    }

    /// <summary>A warning comes only if items of the list are missing, or if no reader could notice that they were replaced.</summary>
    public void WarnsOnlyOfMissingItems()
    {
        var wereReplaced = server.States.Zip(server.States.Skip(1)).Any(next => next.First.Length == next.Second.Length && !next.First.SequenceEqual(next.Second));
        if (!server.Host.Warnings.IsEmpty && !wereReplaced)
        {
            Assert.NotEmpty(_last.Skip(scenario.Skip).Except(server.Read));
        }
    }

    public void IsCompleteOrReportsTheFault()
    {
        var fault = scenario.Fault!;
        var wanted = _first.Skip(scenario.Skip).Take(scenario.First ?? int.MaxValue).ToList();
        if (server.Failure is not null)
        {
            Assert.True(server.WasWrong);
            Assert.Equal(wanted.Take(server.Read.Count), server.Read);
        }
        else if (server.Made.SkipWhile(number => number != fault.Page).All(number => number == fault.Page) && fault.Kind != FaultKind.Blank)
        {
            // No page contradicts the one that says that the list ends with it.
            Assert.Equal(wanted.Take(server.Read.Count), server.Read);
        }
        else if (wanted.SequenceEqual(server.Read))
        {
            // A warning names a total: it may come because the total was wrong.
            Assert.True(server.Host.Warnings.IsEmpty || fault.Kind is FaultKind.TotalZero or FaultKind.TotalTooLow);
        }
        else if (scenario is { Fault.Kind: FaultKind.Repeats, First: not null })
        {
            // A page that repeats another one and reports no number looks like a list that moved. The count shows it, but not before the end.
            Assert.False(scenario.ReportsNumber);
        }
        else
        {
            Assert.True(server.WasWrong);
            Assert.False(fault is { Once: true, Kind: not (FaultKind.TotalTooLow or FaultKind.Repeats) });
            Assert.NotEmpty(server.Host.Warnings);
        }
    }

    /// <summary>
    /// The total is all that shows that items moved. If as many came on one side of an item as left on the other, it moves from one
    /// page to another while the total stays: no reader can notice that.
    /// </summary>
    private bool MovedUnnoticed(int item) => Moves(item).Any(move =>
        (move.Before < 0 && move.After > 0) || (move.Before > 0 && move.After < 0 && scenario.ThrottleLimit > 1));

    /// <summary>In the same way, more pages may repeat than the total explains.</summary>
    private bool RepeatedUnnoticed() => _first.Intersect(_last).Any(item => Moves(item).Any(move =>
        move.Before - Math.Max(0, move.Before + move.After) > 2 * scenario.RealPageSize));

    /// <summary>By how much the number of items before and after an item changed, from one page to another that may be next to it.</summary>
    private IEnumerable<(int Before, int After)> Moves(int item)
    {
        var states = server.States.Select(state => Array.IndexOf(state, item) is var before ? (Before: before, After: state.Length - before) : default).ToList();

        // Read in sequence, pages are made one after the other. Of several in flight, any may be made before any other.
        var distance = scenario.ThrottleLimit == 1 ? 1 : states.Count;
        return from one in Enumerable.Range(0, states.Count)
            from other in Enumerable.Range(one + 1, Math.Min(distance, states.Count - one - 1))
            select (states[other].Before - states[one].Before, states[other].After - states[one].After);
    }
}
