using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Sandbox.Data;

/// <summary>One page of a list, and what the response says about it.</summary>
internal sealed class Page<T>
{
    /// <param name="all">The whole list.</param>
    /// <param name="ordered">The same in the order that was asked for.</param>
    /// <param name="number">The page that was asked for, from 1.</param>
    /// <param name="size">How many items a page has.</param>
    /// <param name="fault">What may go wrong with the page.</param>
    public Page(IReadOnlyCollection<T> all, IEnumerable<T> ordered, int number, int size, Fault? fault)
    {
        Number = number;
        Offset = (number - 1L) * size;
        var start = fault?.Kind == FaultKind.RepeatFirstPage ? 0 : Offset;
        Items = start < all.Count ? ordered.Skip((int)start).Take(size).ToArray() : [];

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

    /// <summary>How many items come before this page.</summary>
    public long Offset { get; }
}
