using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Inventories.Reading;

/// <summary>Reads the videos of an inventory in CSV.</summary>
internal sealed class CsvVideoSource(CsvRows rows) : IVideoSource
{
    private readonly VideoValues _values = new();
    private readonly SessionTable _sessions = new();

    /// <inheritdoc/>
    public bool Read(out PlatformVideo? video, out CommandException? error)
    {
        (video, error) = (null, null);
        if (!rows.Read(out var problem))
        {
            return false;
        }

        video = problem is null ? Create(out problem) : null;
        error = problem is null ? null : rows.ErrorOf(problem);
        return true;
    }

    private PlatformVideo? Create(out string? problem)
    {
        _values.Clear();
        foreach (var property in rows.Shape.Properties)
        {
            if (rows.Cell(property.Column) is { } cell)
            {
                if (property.TryParse(cell, out var value))
                {
                    _values[property.Column] = value;
                }
                else if (cell.Length > 0)
                {
                    problem = CommandMessages.ValueUnreadable.With(property.Column, cell);
                    return null;
                }
            }
        }

        if (_values[VideoColumns.Session] is string session)
        {
            _values[VideoColumns.Session] = string.IsNullOrWhiteSpace(session) ? null : _sessions.Find(rows.Shape.Description.Platform, session);
        }

        problem = null;
        return _values.Create(rows.Shape);
    }
}
