namespace VideoPlatforms.Sandbox.Data;

/// <summary>Provides creation times within three years, to the second. Some of them are equal.</summary>
internal sealed class Timeline(int count)
{
    private static readonly DateTimeOffset Begin = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Span = TimeSpan.FromDays(3 * 365);

    /// <summary>Gets the creation time for an index, in ascending order; the index can exceed the count.</summary>
    public DateTimeOffset this[int index]
    {
        get
        {
            // Every tenth time equals the previous one.
            var place = index % 10 == 5 ? index - 1 : index;
            var time = Begin + TimeSpan.FromTicks(Span.Ticks / Math.Max(count, 1) * place);
            return DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
        }
    }
}
