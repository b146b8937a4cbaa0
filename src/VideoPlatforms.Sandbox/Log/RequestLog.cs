using System.Collections;

namespace VideoPlatforms.Sandbox.Log;

/// <summary>Contains the requests that the sandbox received, in order. The log can be read while the server runs.</summary>
public sealed class RequestLog : IEnumerable<RequestRecord>
{
    private readonly List<RequestRecord> _records = [];

    internal RequestLog()
    {
    }

    /// <summary>Gets the number of requests since the start or the last <see cref="Clear"/>.</summary>
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

    /// <summary>Returns the requests so far.</summary>
    /// <returns>A snapshot that does not change with the log.</returns>
    public IReadOnlyList<RequestRecord> ToList()
    {
        lock (_records)
        {
            return _records.ToArray();
        }
    }

    /// <summary>Removes all requests.</summary>
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
