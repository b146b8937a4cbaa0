using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.AllPlatforms.Inventories.Reading;

namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>What is known of one of the two sides: its accounts, and whether it contains all their videos.</summary>
internal sealed class ComparisonSide
{
    private readonly Dictionary<string, bool> _accounts = new(StringComparer.Ordinal);
    private readonly SessionTable _sessions = new();
    private readonly JsonVideoReader _reader;
    private bool _isDamaged;

    /// <summary>Initializes an empty side.</summary>
    /// <param name="properties">The compared properties.</param>
    public ComparisonSide(ComparedProperties properties)
    {
        Scanner = new(properties, _sessions);
        _reader = new(_sessions);
    }

    /// <summary>Gets the scanner of the side's lines.</summary>
    public RecordScanner Scanner { get; }

    /// <summary>Gets the accounts.</summary>
    public IEnumerable<string> Accounts => _accounts.Keys;

    /// <summary>Gets a session of each account.</summary>
    public Dictionary<string, VideoPlatformSession> Sessions { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the errors that were not reported, with their targets.</summary>
    public Queue<(CommandException Error, object? Target)> Errors { get; } = new();

    /// <summary>Gets the number of videos per account that the other side does not contain, because it does not contain the account.</summary>
    public Dictionary<string, long> Unpaired { get; } = new(StringComparer.Ordinal);

    /// <summary>Returns whether the side contains an account.</summary>
    public bool Contains(string account) => _accounts.ContainsKey(account);

    /// <summary>Returns whether the side contains all videos of an account.</summary>
    public bool IsComplete(string account) => !_isDamaged && _accounts.TryGetValue(account, out var isComplete) && isComplete;

    /// <summary>Reads the video of a line; null if it cannot be read, which is one of the <see cref="Errors"/> then.</summary>
    public PlatformVideo? Read(ReadOnlySpan<byte> line, string path, long number)
    {
        var video = _reader.Read(line, out var problem);
        if (video is null)
        {
            Errors.Enqueue((InventoryErrors.Record(path, number, problem!), path));
        }

        return video;
    }

    /// <summary>Adds the error of a line that names no video.</summary>
    public void AddDamaged(ReadOnlySpan<byte> line, string path, long number)
    {
        Read(line, path, number);
        _isDamaged = true;
    }

    /// <summary>Adds an error: what could not be read may be any video of any account.</summary>
    public void AddError(CommandException error, object? target)
    {
        Errors.Enqueue((error, target));
        _isDamaged = true;
    }

    /// <summary>Adds the sessions of an inventory. It tells which ones are complete.</summary>
    public void Add(JsonInventory inventory)
    {
        foreach (var session in inventory.Header.Sessions.Values)
        {
            Add(session, isComplete: false);
        }

        foreach (var entry in inventory.Footer.Sessions)
        {
            if (entry.Session is { } text && inventory.Header.Sessions.TryGetValue(text, out var session))
            {
                Add(session, entry.IsComplete == true);
            }
        }
    }

    /// <summary>Adds a session. An account is complete if one of its sessions is.</summary>
    public void Add(VideoPlatformSession session, bool isComplete)
    {
        var account = AccountName.Of(session);
        _sessions.Add(session);
        Sessions[account] = session;
        AddAccount(account, isComplete);
    }

    /// <summary>Adds the account of an object or row. What does not tell counts as complete.</summary>
    public void Add(PlatformVideo video)
    {
        if (video.Session is { } session)
        {
            if (!_accounts.ContainsKey(AccountName.Of(session)))
            {
                Add(session, isComplete: true);
            }
        }
        else
        {
            AddAccount(AccountName.Of(video.Platform, null), isComplete: true);
        }
    }

    /// <summary>Adds the account of a line, whose session the header may not contain.</summary>
    public void AddAccount(string account)
    {
        if (!Contains(account))
        {
            AddAccount(account, isComplete: false);
        }
    }

    /// <summary>Counts a video of an account that the other side does not contain.</summary>
    public void CountUnpaired(string account) => Unpaired[account] = Unpaired.TryGetValue(account, out var count) ? count + 1 : 1;

    private void AddAccount(string account, bool isComplete) =>
        _accounts[account] = isComplete || (_accounts.TryGetValue(account, out var wasComplete) && wasComplete);
}
