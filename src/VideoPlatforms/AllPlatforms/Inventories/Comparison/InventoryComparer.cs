using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.AllPlatforms.Inventories.Listing;
using VideoPlatforms.AllPlatforms.Inventories.Reading;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>Compares two sides: the videos of the reference are indexed, those of the difference pass by.</summary>
internal sealed class InventoryComparer(ComparedProperties properties) : IDisposable
{
    private const int BatchSize = 500;

    private readonly RecordIndex _index = new();
    private readonly ComparisonSide _reference = new(properties);
    private readonly ComparisonSide _difference = new(properties);
    private readonly JsonLine _line = new();
    private List<InventoryChange> _changes = [];
    private long _withoutId;

    /// <summary>Reads the reference.</summary>
    /// <exception cref="CommandException">A file is refused.</exception>
    public async Task ReadReferenceAsync(IEnumerable<ComparisonInput> inputs, ICommandHost host, CancellationToken cancellationToken)
    {
        foreach (var input in inputs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (input.Path is { } path)
            {
                await ReadReferenceAsync(path, host, cancellationToken).ConfigureAwait(false);
            }
            else if (VideoOf(input.Video!, _reference) is { } video)
            {
                AddReference(video, IsPartial(input.Video!));
            }

            await ReportAsync(_reference, host).ConfigureAwait(false);
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
            else if (VideoOf(input.Video!, _difference) is { } video)
            {
                Compare(video, IsPartial(input.Video!));
            }

            await WriteAsync(host, BatchSize).ConfigureAwait(false);
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
                    Compare(video, isPartial: false);
                }

                await WriteAsync(host, BatchSize).ConfigureAwait(false);
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
        foreach (var record in _index.Remaining)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!_difference.Contains(record.Account))
            {
                _reference.CountUnpaired(record.Account);
                continue;
            }

            if (ReadAgain(record) is { } video)
            {
                _changes.Add(new(_difference.IsComplete(record.Account) ? InventoryChangeKind.Removed : InventoryChangeKind.Unknown, video));
            }

            await WriteAsync(host, BatchSize).ConfigureAwait(false);
        }

        await WriteAsync(host, 1).ConfigureAwait(false);
        Warn(host);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _line.Dispose();
        _index.Dispose();
    }

    private bool HasOutput => _changes.Count >= BatchSize || _reference.Errors.Count > 0 || _difference.Errors.Count > 0;

    private async Task ReadReferenceAsync(string path, ICommandHost host, CancellationToken cancellationToken)
    {
        var content = _index.Open(path);
        var records = _reference.Open(content, _line, cancellationToken);
        var store = _index.StoreOf(content);
        while (records.Read(out var line, out var error))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (error is not null)
            {
                _reference.AddError(error, path);
            }
            else if (_reference.Scanner.Scan(line.Span))
            {
                _reference.AddScanned(isComplete: !content.IsJson);
                AddReference(store, line.Span, records.Position, records.LineNumber, records.IsPartial);
            }
            else
            {
                _reference.AddDamaged(line.Span, path, records.LineNumber);
            }

            if (HasOutput)
            {
                await WriteAsync(host, BatchSize).ConfigureAwait(false);
            }
        }
    }

    private async Task CompareAsync(string path, ICommandHost host, CancellationToken cancellationToken)
    {
        using var content = new InventoryContent(path);
        var records = _difference.Open(content, _line, cancellationToken);
        while (records.Read(out var line, out var error))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (error is not null)
            {
                _difference.AddError(error, path);
            }
            else if (_difference.Scanner.Scan(line.Span))
            {
                _difference.AddScanned(isComplete: !content.IsJson);
                CompareScanned(line.Span, path, records.LineNumber, records.IsPartial);
            }
            else
            {
                _difference.AddDamaged(line.Span, path, records.LineNumber);
            }

            if (HasOutput)
            {
                await WriteAsync(host, BatchSize).ConfigureAwait(false);
            }
        }
    }

    private void AddReference(PlatformVideo video, bool isPartial)
    {
        var line = ToLine(video);
        _reference.Scan(video, line);
        AddReference(_index.StoreOfObjects(), line, positionInFile: 0, number: 0, isPartial);
    }

    private void AddReference(RecordStore store, ReadOnlySpan<byte> line, long positionInFile, long number, bool isPartial)
    {
        var scanner = _reference.Scanner;
        if (scanner.HasId)
        {
            _index.Add(scanner.Key, new(scanner.Account, scanner.Content, store, store.Add(line, positionInFile), number, isPartial));
        }
        else
        {
            _withoutId++;
        }
    }

    private void Compare(PlatformVideo video, bool isPartial)
    {
        var line = ToLine(video);
        _difference.Scan(video, line);
        CompareScanned(line, path: "", number: 0, isPartial);
    }

    private void CompareScanned(ReadOnlySpan<byte> line, string path, long number, bool isPartial)
    {
        var scanner = _difference.Scanner;
        if (!scanner.HasId)
        {
            _withoutId++;
        }
        else if (_index.TryTake(scanner.Key, out var record))
        {
            if (record.Store is null)
            {
                AddNew(scanner.Account, line, path, number);
            }
            else if (!record.Content.Equals(scanner.Content) && ReadAgain(record) is { } before && _difference.Read(line, path, number) is { } after)
            {
                _changes.AddRange(VideoDifference.Find((before, record.IsPartial), (after, isPartial), properties));
            }
        }
    }

    private void AddNew(string account, ReadOnlySpan<byte> line, string path, long number)
    {
        if (!_reference.Contains(account))
        {
            _difference.CountUnpaired(account);
        }
        else if (_difference.Read(line, path, number) is { } video)
        {
            _changes.Add(new(_reference.IsComplete(account) ? InventoryChangeKind.Added : InventoryChangeKind.Unknown, video));
        }
    }

    private PlatformVideo? ReadAgain(IndexedRecord record) => _reference.Read(record.Store!.Read(record.Position), record.Store.Path, record.Line);

    private ReadOnlySpan<byte> ToLine(PlatformVideo video)
    {
        JsonVideoWriter.Write(_line.Begin(), video);
        return _line.End().Span;
    }

    // A row may contain some properties only, or values that depend on the culture.
    private static bool IsPartial(VideoReference reference) => reference.Source.BaseObject() is not PlatformVideo;

    private static PlatformVideo? VideoOf(VideoReference reference, ComparisonSide side)
    {
        if (reference.Video is null)
        {
            side.AddError(VideoErrors.NotAVideo(reference), reference.Source);
        }

        return reference.Video;
    }

    private async Task WriteAsync(ICommandHost host, int leastChanges)
    {
        await ReportAsync(_reference, host).ConfigureAwait(false);
        await ReportAsync(_difference, host).ConfigureAwait(false);
        if (_changes.Count >= leastChanges)
        {
            var changes = _changes;
            _changes = [];
            await host.WriteAsync(changes).ConfigureAwait(false);

            // Reading can take long, and the thread that wrote the changes shows the progress meanwhile.
            await Task.Yield();
        }
    }

    private static async Task ReportAsync(ComparisonSide side, ICommandHost host)
    {
        while (side.Errors.Count > 0)
        {
            var (error, target) = side.Errors.Dequeue();
            await host.WriteErrorAsync(error, target).ConfigureAwait(false);
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
}
