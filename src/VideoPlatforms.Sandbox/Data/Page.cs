using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Sandbox.Data;

/// <summary>Represents one page of a list with the values that the response reports about it.</summary>
internal sealed class Page<T>
{
    /// <param name="all">The whole list.</param>
    /// <param name="ordered">The list in the requested order.</param>
    /// <param name="number">The number of the requested page, from 1.</param>
    /// <param name="size">The number of items per page.</param>
    /// <param name="fault">The fault to apply to the page; null for none.</param>
    public Page(IReadOnlyCollection<T> all, IEnumerable<T> ordered, int number, int size, Fault? fault)
    {
        Number = number;
        Offset = (number - 1L) * size;
        var start = fault?.Kind == FaultKind.RepeatFirstPage ? 0 : Offset;
        Items = start >= all.Count ? []
            : ordered is IReadOnlyList<T> list ? Enumerable.Range((int)start, (int)Math.Min(size, list.Count - start)).Select(index => list[index]).ToArray()
            : ordered.Skip((int)start).Take(size).ToArray();

        var promise = fault?.Kind == FaultKind.Totals ? fault : null;
        Size = promise?.PageSize ?? size;
        Total = promise?.Total ?? all.Count;
        TotalPages = (int)((Total + (long)Size - 1) / Math.Max(Size, 1));
    }

    public IReadOnlyList<T> Items { get; }

    public int Number { get; }

    public int Size { get; }

    public int Total { get; }

    public int TotalPages { get; }

    /// <summary>Gets the number of items before this page.</summary>
    public long Offset { get; }
}
