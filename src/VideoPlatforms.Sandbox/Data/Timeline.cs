namespace VideoPlatforms.Sandbox.Data;

/// <summary>When things were made: within three years, to the second, and some at the very same moment.</summary>
internal sealed class Timeline(int count)
{
    private static readonly DateTimeOffset Begin = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Span = TimeSpan.FromDays(3 * 365);

    /// <summary>Later for later things, and on beyond the last one.</summary>
    public DateTimeOffset this[int index]
    {
        get
        {
            // Every tenth shares its moment with the one before.
            var place = index % 10 == 5 ? index - 1 : index;
            var time = Begin + TimeSpan.FromTicks(Span.Ticks / Math.Max(count, 1) * place);
            return DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
        }
    }
}
