using System.Text.Json;
using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Inventories.Reading;

/// <summary>Reads the rows of an inventory in CSV as the lines that the same videos have in JSON Lines.</summary>
/// <param name="rows">The rows.</param>
/// <param name="buffer">Holds the line that was read last.</param>
internal sealed class CsvRecordSource(CsvRows rows, JsonLine buffer) : IRecordSource
{
    /// <inheritdoc/>
    public bool IsPartial => rows.IsPartial;

    /// <inheritdoc/>
    public long LineNumber => rows.LineNumber;

    /// <inheritdoc/>
    public long Position => 0;

    /// <inheritdoc/>
    public bool Read(out ReadOnlyMemory<byte> line, out CommandException? error)
    {
        (line, error) = (default, null);
        if (!rows.Read(out var problem))
        {
            return false;
        }

        problem ??= Write(buffer.Begin());
        line = buffer.End();
        error = problem is null ? null : rows.ErrorOf(problem);
        return true;
    }

    // Returns what is wrong with the row.
    private string? Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var property in rows.Shape.Properties)
        {
            if (rows.Cell(property.Column) is { Length: > 0 } cell && !property.TryWriteJson(writer, cell))
            {
                return CommandMessages.ValueUnreadable.With(property.Column, cell);
            }
        }

        writer.WriteEndObject();
        return null;
    }
}
