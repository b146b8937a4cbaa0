namespace VideoPlatforms.Scale;

/// <summary>
/// Simulates a run of fan-out.ps1: each node takes the next accounts when it has listed the previous ones. The events are the requests;
/// every limit is that of the module or of the sandbox. The same seed results in the same run.
/// </summary>
internal sealed class FleetSimulation
{
    private readonly Fleet _fleet;
    private readonly Random _random;
    private readonly PriorityQueue<Action, (double Time, long Number)> _events = new();
    private readonly Queue<int> _waiting = new();
    private readonly Queue<Node> _idle = new();
    private readonly Dictionary<Limit, double> _waits = Enum.GetValues<Limit>().ToDictionary(limit => limit, _ => 0.0);
    private double _now;
    private double _end;
    private double _firstRequest = double.PositiveInfinity;
    private double _lastRequest;
    private long _number;
    private long _requests;
    private long _rejected;
    private int _lostNodes;
    private int _accountsLeft;

    private FleetSimulation(Fleet fleet, int seed)
    {
        _fleet = fleet;
        _random = new(seed);
    }

    /// <summary>Simulates a run.</summary>
    /// <exception cref="InvalidOperationException">All nodes were lost.</exception>
    public static Outcome Run(Fleet fleet, int seed = 1) => new FleetSimulation(fleet, seed).Run();

    private Outcome Run()
    {
        var costs = _fleet.Costs;
        for (var account = 0; account < _fleet.Accounts; account++)
        {
            _waiting.Enqueue(account);
        }

        _accountsLeft = _fleet.Accounts;
        var opened = costs.Start + (_fleet.Nodes * costs.OpenNode);
        for (var node = 0; node < _fleet.Nodes; node++)
        {
            var worker = new Node(this);
            At(opened, worker.StartTurn);
        }

        while (_events.TryDequeue(out var action, out var place))
        {
            _now = place.Time;
            action();
        }

        if (_accountsLeft > 0)
        {
            throw new InvalidOperationException($"All nodes were lost; {_accountsLeft} accounts remain.");
        }

        var videos = (double)_fleet.Accounts * _fleet.VideosPerAccount;
        var merge = videos * costs.MergePerVideo;

        // The waits of the accounts are side by side, the start and the merge are not.
        var all = _waits.Values.Sum();
        var shares = _waits.ToDictionary(wait => wait.Key, wait => wait.Value / all * (_end - opened));
        shares[Limit.Remoting] += opened;
        shares[Limit.Merge] += merge;
        return new(
            TimeSpan.FromSeconds(_end + merge),
            TimeSpan.FromSeconds(_lastRequest - _firstRequest),
            _requests,
            _rejected,
            _lostNodes,
            costs.NodeMemory + (Math.Min(_fleet.AccountsPerTurn, _fleet.Accounts) * costs.MemoryPerSession),
            videos * costs.BytesPerVideo,
            shares);
    }

    private void GiveToOthers(List<int> accounts)
    {
        accounts.ForEach(_waiting.Enqueue);
        while (_waiting.Count > 0 && _idle.TryDequeue(out var node))
        {
            node.StartTurn();
        }
    }

    private void At(double time, Action action) => _events.Enqueue(action, (time, _number++));

    private void Wait(Limit limit, double seconds) => _waits[limit] += seconds;

    /// <summary>A node with the limits of its address and its processors.</summary>
    private sealed class Node
    {
        private readonly FleetSimulation _run;
        private readonly SlidingWindow? _address;
        private readonly double[] _processorFree;
        private readonly double _lostAt;
        private List<int> _turn = [];
        private List<AccountList> _lists = [];
        private int _listing;
        private bool _isLost;

        public Node(FleetSimulation run)
        {
            _run = run;
            var fleet = run._fleet;
            _address = fleet.AddressRate > 0 ? new(fleet.AddressRate) : null;
            _processorFree = new double[fleet.Costs.ProcessorsPerNode];
            _lostAt = -Math.Log(1 - run._random.NextDouble()) * fleet.HoursToNodeLoss * 3600;
        }

        public void StartTurn()
        {
            if (_run._waiting.Count == 0)
            {
                _run._idle.Enqueue(this);
                return;
            }

            _turn = [];
            while (_turn.Count < _run._fleet.AccountsPerTurn && _run._waiting.TryDequeue(out var account))
            {
                _turn.Add(account);
            }

            _listing = _turn.Count;
            _run.Wait(Limit.Remoting, _run._fleet.Costs.Turn * _turn.Count);
            _run.At(_run._now + _run._fleet.Costs.Turn, () =>
            {
                _lists = [.. _turn.Select(_ => new AccountList(_run, this))];
                _lists.ForEach(list => list.Start());
            });
        }

        /// <summary>Ends the list of an account. After the last one of the turn, the sessions are closed one after the other.</summary>
        public void EndList()
        {
            if (--_listing == 0)
            {
                CloseSession(0);
            }
        }

        private void CloseSession(int index)
        {
            if (index < _lists.Count)
            {
                _lists[index].Close(() => CloseSession(index + 1));
                return;
            }

            _run._accountsLeft -= _turn.Count;
            _run._end = _run._now;
            StartTurn();
        }

        /// <summary>Returns whether the node is lost. Its accounts are then given to another node, once.</summary>
        public bool IsLost()
        {
            if (_run._now < _lostAt)
            {
                return false;
            }

            if (!_isLost)
            {
                _isLost = true;
                _run._lostNodes++;
                _run.Wait(Limit.Failures, _run._fleet.LossDetection);
                _run.At(_run._now + _run._fleet.LossDetection, () => _run.GiveToOthers(_turn));
            }

            return true;
        }

        /// <summary>Returns whether the address may send a request now.</summary>
        public bool Accepts() => _address?.TryAcquire(_run._now) ?? true;

        /// <summary>Uses a processor, and returns the time at which it has finished.</summary>
        public double Process(double seconds)
        {
            var first = Array.IndexOf(_processorFree, _processorFree.Min());
            var start = Math.Max(_run._now, _processorFree[first]);
            _run.Wait(Limit.Processor, start - _run._now + seconds);
            return _processorFree[first] = start + seconds;
        }
    }

    /// <summary>
    /// The list of an account: the token, the first page alone, then several pages at the same time. The session is closed at the end of the
    /// turn.
    /// </summary>
    private sealed class AccountList(FleetSimulation run, Node node)
    {
        private readonly TokenBucket _bucket = new(run._fleet.AccountRate);
        private int _toRequest = run._fleet.PagesPerAccount;
        private int _toReceive = run._fleet.PagesPerAccount;
        private int _sessionRequests = run._fleet.Costs.RequestsPerSession;

        // The first request of a session gets its token.
        public void Start()
        {
            if (_sessionRequests-- > 0)
            {
                Send(0, FirstPage);
            }
            else
            {
                FirstPage();
            }
        }

        /// <summary>Closes the session.</summary>
        public void Close(Action closed)
        {
            if (_sessionRequests-- > 0)
            {
                Send(0, () => Close(closed));
            }
            else
            {
                closed();
            }
        }

        private void FirstPage()
        {
            _toRequest--;
            Send(run._fleet.Costs.ProcessorPerPage, () =>
            {
                _toReceive--;
                for (var page = 0; page < run._fleet.PagesInFlight; page++)
                {
                    NextPage();
                }

                EndIfComplete();
            });
        }

        private void NextPage()
        {
            if (_toRequest > 0)
            {
                _toRequest--;
                Send(run._fleet.Costs.ProcessorPerPage, () =>
                {
                    _toReceive--;
                    NextPage();
                    EndIfComplete();
                });
            }
        }

        private void EndIfComplete()
        {
            if (_toReceive == 0)
            {
                _toReceive = -1;
                node.EndList();
            }
        }

        // Sends a request, and again if it is rejected or fails, until there is a response.
        private void Send(double processor, Action received, int attempt = 0)
        {
            var time = _bucket.Acquire(run._now);
            run.Wait(Limit.AccountRate, time - run._now);
            run.At(time, () =>
            {
                if (node.IsLost())
                {
                    return;
                }

                run._requests++;
                run._firstRequest = Math.Min(run._firstRequest, run._now);
                run._lastRequest = run._now;
                if (!node.Accepts())
                {
                    run._rejected++;
                    run.Wait(Limit.AddressRate, run._fleet.RetryAfter);
                    run.At(run._now + run._fleet.RetryAfter, () => Send(processor, received, attempt));
                    return;
                }

                if (run._random.NextDouble() < run._fleet.FailureProbability)
                {
                    var delay = run._fleet.Latency + (run._fleet.FirstRetryDelay * Math.Pow(2, attempt) * (0.5 + run._random.NextDouble()));
                    run.Wait(Limit.Failures, delay);
                    run.At(run._now + delay, () => Send(processor, received, attempt + 1));
                    return;
                }

                run.Wait(Limit.Latency, run._fleet.Latency);
                run.At(run._now + run._fleet.Latency, () => run.At(node.Process(processor), received));
            });
        }
    }
}
