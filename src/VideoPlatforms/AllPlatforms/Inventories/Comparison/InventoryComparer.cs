using System.Text.Json;
using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.AllPlatforms.Inventories.Listing;
using VideoPlatforms.AllPlatforms.Inventories.Reading;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>
/// Compares two sides. Of the reference, it keeps a fingerprint of each video and where the video can be read again; the difference passes
/// by.
/// </summary>
internal sealed class InventoryComparer(ComparedProperties properties) : IDisposable
{
    private const int BatchSize = 500;

    private readonly Dictionary<Fingerprint, Entry> _entries = [];
    private readonly ComparisonSide _reference = new(properties);
    private readonly ComparisonSide _difference = new(properties);
    private readonly List<IDisposable> _open = [];
    private readonly List<RecordStore> _stores = [];
    private readonly ByteBuffer _line = new();
    private RecordStore? _temporary;
    private Utf8JsonWriter? _json;
    private List<InventoryChange> _changes = [];
    private long _withoutId;

    /// <summary>Reads the reference.</summary>
    /// <exception cref="CommandException">A file is refused.</exception>
    public async Task ReadReferenceAsync(IEnumerable<ComparisonInput> inputs, ICommandHost host, CancellationToken cancellationToken)
    {
        foreach (var input in inputs)
        {
            if (input.Path is { } path)
            {
                await ReadReferenceAsync(path, host, cancellationToken).ConfigureAwait(false);
            }
            else if (await VideoOfAsync(input.Video!, host).ConfigureAwait(false) is { } video)
            {
                AddReference(video);
            }
        }
    }

    /// <summary>Compares videos with the reference.</summary>
    /// <exception cref="CommandException">A file is refused.</exception>
    public async Task CompareAsync(IEnumerable<ComparisonInput> inputs, ICommandHost host, CancellationToken cancellationToken)
    {
        foreach (var input in inputs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (input.Path is { } path)
            {
                await CompareAsync(path, host, cancellationToken).ConfigureAwait(false);
            }
            else if (await VideoOfAsync(input.Video!, host).ConfigureAwait(false) is { } video)
            {
                _difference.Add(video);
                Compare(ToLine(video));
            }

            await WriteChangesAsync(host, BatchSize).ConfigureAwait(false);
        }
    }

    /// <summary>Compares the videos that the platforms contain now with the reference: the accounts of the reference are listed.</summary>
    public async Task CompareAsync(SessionStore store, ICommandHost host, CancellationToken cancellationToken)
    {
        var open = store.Open(null, null);
        var sessions = new List<VideoPlatformSession>();
        foreach (var account in _reference.Accounts)
        {
            if (open.FirstOrDefault(session => AccountName.Of(session) == account) is { } session)
            {
                sessions.Add(session);
            }
            else if (_reference.Sessions.TryGetValue(account, out var closed))
            {
                await host.WriteErrorAsync(SessionErrors.NotOpen(closed, endsPipeline: false), closed).ConfigureAwait(false);
            }
        }

        foreach (var session in sessions)
        {
            _difference.Add(session, isComplete: false);
        }

        var complete = await SessionLister.RunAsync(
            sessions,
            async videos =>
            {
                foreach (var video in videos)
                {
                    Compare(ToLine(video));
                }

                await WriteChangesAsync(host, BatchSize).ConfigureAwait(false);
            },
            host,
            cancellationToken).ConfigureAwait(false);
        foreach (var session in complete)
        {
            _difference.Add(session.Key, session.Value);
        }
    }

    /// <summary>Adds a session of the videos that are compared, and whether they are all its videos.</summary>
    public void AddDifference(VideoPlatformSession session, bool isComplete) => _difference.Add(session, isComplete);

    /// <summary>Writes what is only in the reference.</summary>
    public async Task EndAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        foreach (var entry in _entries.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.IsPaired)
            {
                continue;
            }

            if (!_difference.Contains(entry.Account))
            {
                _reference.CountUnpaired(entry.Account);
            }
            else if (ReadReference(entry) is { } video)
            {
                _changes.Add(new(_difference.IsComplete(entry.Account) ? InventoryChangeKind.Removed : InventoryChangeKind.Unknown, video));
                await WriteChangesAsync(host, BatchSize).ConfigureAwait(false);
            }
        }

        await WriteChangesAsync(host, 1).ConfigureAwait(false);
        Warn(host);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json?.Dispose();
        foreach (var resource in _open)
        {
            resource.Dispose();
        }
    }

    private async Task ReadReferenceAsync(string path, ICommandHost host, CancellationToken cancellationToken)
    {
        var content = new InventoryContent(path);
        _open.Add(content);
        if (!content.IsJson)
        {
            await ReadVideosAsync(content, AddReference, host, cancellationToken).ConfigureAwait(false);
            return;
        }

        var inventory = new JsonInventory(content, cancellationToken);
        _reference.Add(inventory);
        var store = content.IsCompressed ? null : RecordStore.Over(content.File);
        if (store is not null)
        {
            _stores.Add(store);
        }

        while (inventory.Read(out var line))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!_reference.Scanner.Scan(line.Span))
            {
                await WriteErrorAsync(path, inventory.LineNumber, _reference, line, host).ConfigureAwait(false);
                continue;
            }

            _reference.AddAccount(_reference.Scanner.Account);
            AddReference(store ?? Temporary(), store is null ? Temporary().Add(line.Span) : inventory.Position);
        }
    }

    private async Task CompareAsync(string path, ICommandHost host, CancellationToken cancellationToken)
    {
        using var content = new InventoryContent(path);
        if (!content.IsJson)
        {
            await ReadVideosAsync(
                content,
                video =>
                {
                    _difference.Add(video);
                    Compare(ToLine(video));
                },
                host,
                cancellationToken).ConfigureAwait(false);
            return;
        }

        var inventory = new JsonInventory(content, cancellationToken);
        _difference.Add(inventory);
        while (inventory.Read(out var line))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Compare(line.Span))
            {
                await WriteErrorAsync(path, inventory.LineNumber, _difference, line, host).ConfigureAwait(false);
            }

            if (_changes.Count >= BatchSize)
            {
                await WriteChangesAsync(host, BatchSize).ConfigureAwait(false);
            }
        }
    }

    private async Task ReadVideosAsync(InventoryContent content, Action<PlatformVideo> take, ICommandHost host, CancellationToken cancellationToken)
    {
        var source = InventoryImporter.Open(content, cancellationToken);
        while (source.Read(out var video, out var error))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (video is not null)
            {
                take(video);
            }
            else if (error is not null)
            {
                await host.WriteErrorAsync(error, content.Path).ConfigureAwait(false);
            }

            await WriteChangesAsync(host, BatchSize).ConfigureAwait(false);
        }
    }

    private void AddReference(PlatformVideo video)
    {
        _reference.Add(video);
        var line = ToLine(video);
        _reference.Scanner.Scan(line);
        AddReference(Temporary(), Temporary().Add(line));
    }

    // If an inventory contains a video twice, the first one counts.
    private void AddReference(RecordStore store, long position)
    {
        var scanner = _reference.Scanner;
        if (!scanner.HasId)
        {
            _withoutId++;
        }
        else if (!_entries.ContainsKey(scanner.Key))
        {
            _entries.Add(scanner.Key, new(scanner.Account, scanner.Content, _stores.IndexOf(store), position, IsPaired: false));
        }
    }

    private bool Compare(ReadOnlySpan<byte> line)
    {
        var scanner = _difference.Scanner;
        if (!scanner.Scan(line))
        {
            return false;
        }

        _difference.AddAccount(scanner.Account);
        if (!scanner.HasId)
        {
            _withoutId++;
        }
        else if (!_entries.TryGetValue(scanner.Key, out var entry))
        {
            _entries.Add(scanner.Key, new(scanner.Account, scanner.Content, -1, 0, IsPaired: true));
            if (!_reference.Contains(scanner.Account))
            {
                _difference.CountUnpaired(scanner.Account);
            }
            else if (_difference.Reader.Read(line, out _) is { } video)
            {
                _changes.Add(new(_reference.IsComplete(scanner.Account) ? InventoryChangeKind.Added : InventoryChangeKind.Unknown, video));
            }
        }
        else if (!entry.IsPaired)
        {
            _entries[scanner.Key] = entry with { IsPaired = true };
            if (!entry.Content.Equals(scanner.Content) && ReadReference(entry) is { } before && _difference.Reader.Read(line, out _) is { } after)
            {
                _changes.AddRange(VideoDifference.Find(before, after, properties));
            }
        }

        return true;
    }

    private PlatformVideo? ReadReference(Entry entry) => _reference.Reader.Read(_stores[entry.Store].Read(entry.Position), out _);

    private RecordStore Temporary()
    {
        if (_temporary is null)
        {
            _temporary = RecordStore.Create();
            _stores.Add(_temporary);
            _open.Add(_temporary);
        }

        return _temporary;
    }

    private ReadOnlySpan<byte> ToLine(PlatformVideo video)
    {
        _line.Clear();
        _json ??= new(_line, PlainJson.Options);
        JsonVideoWriter.Write(_json, video);
        _json.Flush();
        _json.Reset();
        return _line.Written;
    }

    private static async Task<PlatformVideo?> VideoOfAsync(VideoReference reference, ICommandHost host)
    {
        if (reference.Video is null)
        {
            await host.WriteErrorAsync(VideoErrors.NotAVideo(reference), reference.Source).ConfigureAwait(false);
        }

        return reference.Video;
    }

    private static Task WriteErrorAsync(string path, long number, ComparisonSide side, ReadOnlyMemory<byte> line, ICommandHost host)
    {
        side.Reader.Read(line.Span, out var problem);
        return host.WriteErrorAsync(InventoryErrors.Record(path, number, problem ?? CommandMessages.LineNotJson), path);
    }

    private async Task WriteChangesAsync(ICommandHost host, int least)
    {
        if (_changes.Count >= least)
        {
            var changes = _changes;
            _changes = [];
            await host.WriteAsync(changes).ConfigureAwait(false);
        }
    }

    private void Warn(ICommandHost host)
    {
        if (_withoutId > 0)
        {
            host.Warning(CommandMessages.NotComparedWithoutId.With(_withoutId));
        }

        var unpaired = _reference.Unpaired.Concat(_difference.Unpaired).Select(account => $"{account.Key} ({account.Value})").ToList();
        if (_reference.Accounts.Any() && _difference.Accounts.Any() && !_reference.Accounts.Any(_difference.Contains))
        {
            host.Warning(CommandMessages.NothingInCommon.With(string.Join(", ", _reference.Accounts), string.Join(", ", _difference.Accounts)));
        }
        else if (unpaired.Count > 0)
        {
            host.Warning(CommandMessages.NotComparedAccounts.With(string.Join(", ", unpaired)));
        }
    }

    private readonly record struct Entry(string Account, Fingerprint Content, int Store, long Position, bool IsPaired);
}
