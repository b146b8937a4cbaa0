namespace VideoPlatforms.Sandbox.Faults;

/// <summary>
/// Contains the faults to inject. The first fault that matches a request and is not used up is applied. Each fault counts the
/// requests that it skips separately.
/// </summary>
public sealed class FaultPlan
{
    private readonly List<Rule> _rules = [];
    private int _fired;

    internal FaultPlan()
    {
    }

    /// <summary>
    /// Returns the fault for a request; null if the rule does not apply or the request is not free, because an earlier rule
    /// applies.
    /// </summary>
    private delegate Fault? Rule(string path, bool free);

    /// <summary>Gets the number of requests that a fault was applied to.</summary>
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
    /// <param name="fault">The fault: its kind, the requests that it affects and their number.</param>
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

    /// <summary>Adds faults that are applied at random. The same seed results in the same faults.</summary>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="probability">The probability that a fault is applied to a request, from 0 to 1.</param>
    /// <param name="faults">The faults to choose from. Their Skip and Times are ignored.</param>
    public void AddRandom(int seed, double probability, params Fault[] faults)
    {
        var random = new Random(seed);
        AddRule((path, free) =>
        {
            var candidates = faults.Where(fault => Matches(fault, path)).ToArray();
            return free && candidates.Length > 0 && random.NextDouble() < probability ? candidates[random.Next(candidates.Length)] : null;
        });
    }

    /// <summary>Adds faults that are applied at random, each with its default settings.</summary>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="probability">The probability that a fault is applied to a request, from 0 to 1.</param>
    /// <param name="kinds">The kinds of faults to choose from.</param>
    public void AddRandom(int seed, double probability, params FaultKind[] kinds)
        => AddRandom(seed, probability, kinds.Select(kind => new Fault { Kind = kind }).ToArray());

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (_rules)
        {
            _rules.Clear();
            _fired = 0;
        }
    }

    /// <summary>Returns the fault to apply to a request for this path; null for none.</summary>
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
