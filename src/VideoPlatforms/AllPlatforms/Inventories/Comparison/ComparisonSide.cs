using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.AllPlatforms.Inventories.Reading;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>What is known of one of the two sides: its accounts, and whether it contains all their videos.</summary>
internal sealed class ComparisonSide
{
    private readonly Dictionary<string, bool> _accounts = new(StringComparer.Ordinal);
    private readonly SessionTable _sessions = new();
    private readonly JsonVideoReader _reader;
    private VideoPlatformSession? _lastSession;
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

    /// <summary>Opens the records of a file, which contains all videos of its accounts unless it tells otherwise.</summary>
    /// <param name="content">The file.</param>
    /// <param name="buffer">Holds the line of a row.</param>
    /// <param name="cancellationToken">The token to cancel the verification.</param>
    /// <exception cref="CommandException">The file is refused.</exception>
    public IRecordSource Open(InventoryContent content, JsonLine buffer, CancellationToken cancellationToken)
    {
        if (content.IsEmpty)
        {
            throw InventoryErrors.NotAnInventory(content.Path, 1, CommandMessages.FileEmpty);
        }

        if (!content.IsJson)
        {
            return new CsvRecordSource(new(content), buffer);
        }

        var inventory = new JsonInventory(content, cancellationToken);
        Add(inventory);
        return inventory;
    }

    private void Add(JsonInventory inventory)
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

    /// <summary>Scans the line of an object. A collection of objects counts as complete.</summary>
    public void Scan(PlatformVideo video, ReadOnlySpan<byte> line)
    {
        if (video.Session is { } session && !ReferenceEquals(session, _lastSession))
        {
            _sessions.Add(session);
            _lastSession = session;
        }

        Scanner.Scan(line);
        AddScanned(isComplete: true);
    }

    /// <summary>Adds the account of the record that was scanned last, unless it is known.</summary>
    public void AddScanned(bool isComplete)
    {
        if (Contains(Scanner.Account))
        {
            return;
        }

        if (Scanner.Session is { } session)
        {
            Add(session, isComplete);
        }
        else
        {
            AddAccount(Scanner.Account, isComplete);
        }
    }

    /// <summary>Counts a video of an account that the other side does not contain.</summary>
    public void CountUnpaired(string account) => Unpaired[account] = Unpaired.TryGetValue(account, out var count) ? count + 1 : 1;

    private void AddAccount(string account, bool isComplete) =>
        _accounts[account] = isComplete || (_accounts.TryGetValue(account, out var wasComplete) && wasComplete);
}
