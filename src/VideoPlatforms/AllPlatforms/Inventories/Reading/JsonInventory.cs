using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.Common;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.AllPlatforms.Inventories.Reading;

/// <summary>The lines of an inventory in JSON Lines. The whole file is verified before the first one is read.</summary>
internal sealed class JsonInventory : IRecordSource
{
    private readonly InventoryContent _content;
    private readonly long _lastLine;
    private readonly LineReader _lines;

    /// <summary>Verifies a file.</summary>
    /// <exception cref="CommandException">It is not an inventory, truncated or of a later version.</exception>
    public JsonInventory(InventoryContent content, CancellationToken cancellationToken)
    {
        _content = content;
        var lines = new LineReader(content.OpenStream());
        try
        {
            (Header, Footer, _lastLine) = Verify(lines, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            // Compressed data that ends early or is damaged, or a line without an end.
            throw InventoryErrors.Truncated(content.Path, lines.LineNumber + 1, exception.Message);
        }

        _lines = new(content.OpenStream());
        _lines.Read(out _);
    }

    /// <summary>Gets the header.</summary>
    public InventoryHeader Header { get; }

    /// <summary>Gets the footer.</summary>
    public InventoryFooter Footer { get; }

    /// <inheritdoc/>
    public bool IsPartial => false;

    /// <inheritdoc/>
    public long LineNumber => _lines.LineNumber;

    /// <inheritdoc/>
    public long Position => _lines.Position;

    /// <inheritdoc/>
    public bool Read(out ReadOnlyMemory<byte> line, out CommandException? error)
    {
        error = null;
        while (_lines.Read(out line) && _lines.LineNumber < _lastLine)
        {
            if (line.Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private (InventoryHeader Header, InventoryFooter Footer, long LastLine) Verify(LineReader lines, CancellationToken cancellationToken)
    {
        if (!lines.Read(out var line) || InventoryHeader.Read(line) is not { } header)
        {
            throw InventoryErrors.NotAnInventory(_content.Path, 1, CommandMessages.HeaderMissing);
        }

        if (header.Version > InventoryHeader.CurrentVersion)
        {
            throw InventoryErrors.LaterVersion(_content.Path, header.Version);
        }

        var last = new ByteBuffer();
        var (count, lastLine) = (0L, 0L);
        while (lines.Read(out line))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line.Length > 0)
            {
                last.Clear();
                last.Write(line.Span);
                lastLine = lines.LineNumber;
                count++;
            }
        }

        if (count == 0 || InventoryFooter.Read(new(last.Array, 0, last.Count)) is not { } footer)
        {
            throw InventoryErrors.Truncated(_content.Path, lines.LineNumber, CommandMessages.FooterMissing);
        }

        return footer.Count == count - 1
            ? (header, footer, lastLine)
            : throw InventoryErrors.Truncated(_content.Path, lines.LineNumber, CommandMessages.FooterCount.With(footer.Count, count - 1));
    }
}
