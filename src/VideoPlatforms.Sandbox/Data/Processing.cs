namespace VideoPlatforms.Sandbox.Data;

/// <summary>Processes the items of a store by the sandbox clock. Items that are started together finish one after the other.</summary>
/// <param name="store">The items.</param>
/// <param name="clock">The server's clock.</param>
/// <param name="id">Returns the ID of an item.</param>
/// <param name="isRunning">Returns whether an item is being processed.</param>
/// <param name="start">Returns an item in processing.</param>
/// <param name="finish">Returns a finished item: a failed one if the second argument is true.</param>
internal sealed class Processing<T>(
    Store<T> store, SandboxClock clock, Func<T, string> id, Func<T, bool> isRunning, Func<T, T> start, Func<T, bool, T> finish) : IProcessing
    where T : class
{
    // Runs take between half of the processing time and all of it.
    private const int Spread = 7;

    private readonly object _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Since, int Number)> _runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _pending = new(StringComparer.Ordinal);
    private int _started;

    /// <inheritdoc/>
    public void Advance(TimeSpan? time, int failEvery)
    {
        lock (_gate)
        {
            var now = clock.Now;
            StartPending(now);
            if (time is not { } duration)
            {
                return;
            }

            var due = new Dictionary<string, bool>(StringComparer.Ordinal);
            foreach (var key in store.Items.Where(isRunning).Select(id))
            {
                if (!_runs.TryGetValue(key, out var run))
                {
                    _runs.Add(key, run = (now, ++_started));
                }

                if (now - run.Since >= DurationOf(run.Number, duration))
                {
                    due.Add(key, failEvery > 0 && run.Number % failEvery == 0);
                    _runs.Remove(key);
                }
            }

            if (due.Count > 0)
            {
                store.Change(item => due.ContainsKey(id(item)), item => finish(item, due[id(item)]));
            }
        }
    }

    /// <inheritdoc/>
    public void Start(IReadOnlyCollection<string> ids) => Start(ids, TimeSpan.Zero);

    /// <summary>Puts items into processing after a delay, during which they keep their state.</summary>
    public void Start(IReadOnlyCollection<string> ids, TimeSpan delay)
    {
        lock (_gate)
        {
            foreach (var key in ids)
            {
                _runs.Remove(key);
                _pending[key] = clock.Now + delay;
            }

            StartPending(clock.Now);
        }
    }

    /// <inheritdoc/>
    public void Finish(IReadOnlyCollection<string> ids, bool failed) => Change(ids, item => finish(item, failed));

    /// <inheritdoc/>
    public void Remove(IReadOnlyCollection<string> ids)
    {
        lock (_gate)
        {
            var meant = new HashSet<string>(ids, StringComparer.Ordinal);
            store.Remove(item => meant.Contains(id(item)));
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        lock (_gate)
        {
            _runs.Clear();
            _pending.Clear();
            _started = 0;
        }
    }

    private static TimeSpan DurationOf(int number, TimeSpan longest) =>
        TimeSpan.FromTicks((longest.Ticks / 2) + (longest.Ticks / 2 / Spread * (number % (Spread + 1))));

    private void StartPending(DateTimeOffset now)
    {
        var begun = _pending.Where(run => run.Value <= now).Select(run => run.Key).ToList();
        if (begun.Count > 0)
        {
            begun.ForEach(key => _pending.Remove(key));
            Change(begun, start);
        }
    }

    private void Change(IReadOnlyCollection<string> ids, Func<T, T> change)
    {
        lock (_gate)
        {
            var meant = new HashSet<string>(ids, StringComparer.Ordinal);
            foreach (var key in ids)
            {
                _runs.Remove(key);
            }

            store.Change(item => meant.Contains(id(item)), change);
        }
    }
}
