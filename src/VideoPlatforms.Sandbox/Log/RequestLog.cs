using System.Collections;

namespace VideoPlatforms.Sandbox.Log;

/// <summary>The requests that the sandbox received, in order. Safe to read while the server runs.</summary>
public sealed class RequestLog : IEnumerable<RequestRecord>
{
    private readonly List<RequestRecord> _records = [];

    internal RequestLog()
    {
    }

    /// <summary>How many came in since the start or the last <see cref="Clear"/>.</summary>
    public int Count
    {
        get
        {
            lock (_records)
            {
                return _records.Count;
            }
        }
    }

    /// <summary>The requests so far; the list doesn't change with the log.</summary>
    /// <returns>A snapshot.</returns>
    public IReadOnlyList<RequestRecord> ToList()
    {
        lock (_records)
        {
            return _records.ToArray();
        }
    }

    /// <summary>Forgets every request.</summary>
    public void Clear()
    {
        lock (_records)
        {
            _records.Clear();
        }
    }

    /// <inheritdoc/>
    public IEnumerator<RequestRecord> GetEnumerator() => ToList().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(RequestRecord record)
    {
        lock (_records)
        {
            _records.Add(record);
        }
    }
}
