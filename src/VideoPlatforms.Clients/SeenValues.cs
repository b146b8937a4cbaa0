namespace VideoPlatforms.Clients;

/// <summary>Remembers a few values of the videos that went by, for completion at a prompt.</summary>
internal sealed class SeenValues
{
    // More than anyone wants to page through with the tab key.
    private const int Most = 200;

    private readonly HashSet<string> _categories = [];
    private readonly HashSet<string> _uploaders = [];

    /// <summary>The categories seen.</summary>
    public IReadOnlyList<string> Categories => Copy(_categories);

    /// <summary>The uploaders seen.</summary>
    public IReadOnlyList<string> Uploaders => Copy(_uploaders);

    /// <summary>Notes a page's videos.</summary>
    public void Note<T>(IEnumerable<T> videos, Func<T, string?> category, Func<T, string?> uploader)
    {
        lock (_categories)
        {
            foreach (var video in videos)
            {
                Add(_categories, category(video));
                Add(_uploaders, uploader(video));
            }
        }
    }

    private static void Add(HashSet<string> seen, string? value)
    {
        if (seen.Count < Most && !string.IsNullOrEmpty(value))
        {
            seen.Add(value!);
        }
    }

    private List<string> Copy(HashSet<string> seen)
    {
        lock (_categories)
        {
            return [.. seen];
        }
    }
}
