namespace VideoPlatforms.Sandbox.Faults;

/// <summary>
/// The faults to come. Of those that match a request the first one counts that isn't used up; each counts the requests that
/// it lets pass for itself.
/// </summary>
public sealed class FaultPlan
{
    private readonly List<Rule> _rules = [];
    private int _fired;

    internal FaultPlan()
    {
    }

    /// <summary>The fault for a request, which must be null when an earlier rule has befallen it already.</summary>
    private delegate Fault? Rule(string path, bool free);

    /// <summary>How many requests met a fault so far.</summary>
    public int Fired
    {
        get
        {
            lock (_rules)
            {
                return _fired;
            }
        }
    }

    /// <summary>Adds a fault.</summary>
    /// <param name="fault">What goes wrong, with which requests and how often.</param>
    public void Add(Fault fault)
    {
        if (fault is null)
        {
            throw new ArgumentNullException(nameof(fault));
        }

        var seen = 0;
        var left = fault.Times;
        AddRule((path, free) =>
        {
            if (!Matches(fault, path) || seen++ < fault.Skip || left == 0 || !free)
            {
                return null;
            }

            left -= left == int.MaxValue ? 0 : 1;
            return fault;
        });
    }

    /// <summary>Adds faults that come by chance; the same seed brings the same ones.</summary>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="probability">How likely a request meets one, from 0 to 1.</param>
    /// <param name="faults">What can go wrong; their Skip and Times don't matter here.</param>
    public void AddRandom(int seed, double probability, params Fault[] faults)
    {
        var random = new Random(seed);
        AddRule((path, free) =>
        {
            var candidates = faults.Where(fault => Matches(fault, path)).ToArray();
            return free && candidates.Length > 0 && random.NextDouble() < probability ? candidates[random.Next(candidates.Length)] : null;
        });
    }

    /// <summary>Adds faults that come by chance, each with its default settings.</summary>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="probability">How likely a request meets one, from 0 to 1.</param>
    /// <param name="kinds">What can go wrong.</param>
    public void AddRandom(int seed, double probability, params FaultKind[] kinds)
        => AddRandom(seed, probability, kinds.Select(kind => new Fault { Kind = kind }).ToArray());

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (_rules)
        {
            _rules.Clear();
            _fired = 0;
        }
    }

    /// <summary>The fault that befalls a request for this path.</summary>
    internal Fault? Next(string path)
    {
        lock (_rules)
        {
            Fault? first = null;
            foreach (var rule in _rules)
            {
                first = rule(path, first is null) ?? first;
            }

            _fired += first is null ? 0 : 1;
            return first;
        }
    }

    private static bool Matches(Fault fault, string path) => fault.Path is null || path.Contains(fault.Path);

    private void AddRule(Rule rule)
    {
        lock (_rules)
        {
            _rules.Add(rule);
        }
    }
}
