using System.Collections;

namespace VideoPlatforms.Sandbox;

/// <summary>The requests that the sandbox received, in order. Safe to read while the server runs.</summary>
public sealed class RequestLog : IEnumerable<RequestRecord>
{
    private readonly List<RequestRecord> records = [];

    internal RequestLog()
    {
    }

    /// <summary>How many came in since the start or the last <see cref="Clear"/>.</summary>
    public int Count
    {
        get
        {
            lock (records)
            {
                return records.Count;
            }
        }
    }

    /// <summary>The requests so far; the list doesn't change with the log.</summary>
    /// <returns>A snapshot.</returns>
    public IReadOnlyList<RequestRecord> ToList()
    {
        lock (records)
        {
            return records.ToArray();
        }
    }

    /// <summary>Forgets every request.</summary>
    public void Clear()
    {
        lock (records)
        {
            records.Clear();
        }
    }

    /// <inheritdoc/>
    public IEnumerator<RequestRecord> GetEnumerator() => ToList().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(RequestRecord record)
    {
        lock (records)
        {
            records.Add(record);
        }
    }
}
