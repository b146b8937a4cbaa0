using CsCheck;

namespace VideoPlatforms.Tests.Paging;

/// <summary>How a list changes.</summary>
internal enum ChangeKind
{
    /// <summary>New items at the head, as in a list of the newest videos.</summary>
    InsertAtHead,

    /// <summary>New items at any place.</summary>
    Insert,

    /// <summary>Neighbouring items leave, as when a category is cleared.</summary>
    DeleteRange,

    /// <summary>Items leave here and there.</summary>
    DeleteScattered,
}

/// <summary>How a page is wrong.</summary>
internal enum FaultKind
{
    /// <summary>The request fails.</summary>
    Fails,

    /// <summary>No items, with the right total.</summary>
    Blank,

    /// <summary>No items, with a total of zero.</summary>
    BlankAndTotalZero,

    /// <summary>No items, without a total.</summary>
    BlankWithoutTotal,

    /// <summary>The right items, with a total of zero.</summary>
    TotalZero,

    /// <summary>The right items, with too low a total.</summary>
    TotalTooLow,

    /// <summary>The items of an earlier page that was read.</summary>
    Repeats,
}

/// <summary>A change of the list.</summary>
/// <param name="Before">Which page it comes before, in the order in which the server makes them, from 0.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Place">Where it happens, in thousandths of the list.</param>
/// <param name="Count">How many items come or leave.</param>
internal sealed record Change(int Before, ChangeKind Kind, int Place, int Count);

/// <summary>A page that is wrong.</summary>
/// <param name="Page">Its number.</param>
/// <param name="Kind">How it is wrong.</param>
/// <param name="Once">Whether it is right when it is requested again.</param>
internal sealed record Fault(int Page, FaultKind Kind, bool Once);

/// <summary>
/// A list, its server, how it is read and what happens meanwhile. The server's own page size is null if it takes the requested one. The order
/// is which of the pages in flight is made next: positions among them, over and over.
/// </summary>
internal sealed record PagingScenario(
    int Count,
    int? ServerPageSize,
    bool ReportsSize,
    bool ReportsNumber,
    bool ReportsTotal,
    bool RepeatsLastPage,
    int PageSize,
    int ThrottleLimit,
    int Skip,
    int? First,
    Change[] Changes,
    Fault? Fault,
    int[] Order)
{
    private static readonly Gen<Change[]> NoChange = Gen.Const(Array.Empty<Change>());
    private static readonly Gen<Fault?> NoFault = Gen.Const((Fault?)null);

    private static readonly Gen<Change[]> AnyChanges = Gen.Select(
        Gen.Int[0, 30], Gen.Enum<ChangeKind>(), Gen.Int[0, 1000], Gen.Int[1, 40],
        (before, kind, place, count) => new Change(before, kind, place, count)).Array[1, 4];

    /// <summary>Lists that stay as they are, on a server without faults.</summary>
    public static Gen<PagingScenario> Unchanged { get; } = Create(NoChange, NoFault, 8);

    /// <summary>Lists that change, read one page at a time.</summary>
    public static Gen<PagingScenario> ChangedInSequence { get; } = Create(AnyChanges, NoFault, 1);

    /// <summary>Lists that change, read with several pages in flight.</summary>
    public static Gen<PagingScenario> ChangedInParallel { get; } = Create(AnyChanges, NoFault, 8);

    /// <summary>Lists that stay as they are, on a server of which one page is wrong.</summary>
    public static Gen<PagingScenario> Faulty { get; } = Create(
        NoChange,
        Gen.Select(Gen.Int[1, 12], Gen.Enum<FaultKind>(), Gen.Bool, (page, kind, once) => (Fault?)new Fault(page, kind, once)),
        8);

    /// <summary>The page size that counts.</summary>
    public int RealPageSize => ServerPageSize ?? PageSize;

    public override string ToString() =>
        $"{Count} items, server's own size {ServerPageSize}, reports size {ReportsSize} number {ReportsNumber} total {ReportsTotal}, repeats last {RepeatsLastPage}, "
        + $"size {PageSize}, throttle {ThrottleLimit}, skip {Skip}, first {First}, changes [{string.Join("; ", Changes.AsEnumerable())}], {Fault}, order [{string.Join(' ', Order)}]";

    private static Gen<PagingScenario> Create(Gen<Change[]> changes, Gen<Fault?> fault, int maxThrottle)
    {
        var server = Gen.Select(Gen.OneOf(Gen.Int[0, 12], Gen.Int[0, 120]), Gen.Int[1, 20].Nullable(), Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool);
        var options = Gen.Select(Gen.Int[1, 20], Gen.Int[1, maxThrottle], Gen.OneOf(Gen.Const(0), Gen.Int[0, 150]), Gen.Int[0, 80].Nullable());
        return Gen.Select(server, options, changes, fault, Gen.Int[0, 7].Array[0, 12], (list, read, changed, wrong, order) => new PagingScenario(
            list.Item1,
            list.Item2,

            // A page size that the server neither takes nor reports cannot be known.
            ReportsSize: list.Item3 || list.Item2 is not null,
            ReportsNumber: list.Item4,

            // Without a total, a list that becomes shorter cannot be told from one that does not.
            ReportsTotal: list.Item5 || changed.Length > 0 || wrong is not null,

            // Without a total, the last page again cannot be told from a further page, or from a wrong one.
            RepeatsLastPage: list.Item6 && (list.Item5 || (list.Item4 && read.Item3 == 0)),
            read.Item1,
            read.Item2,
            read.Item3,
            read.Item4,
            changed,
            wrong,
            order));
    }
}
