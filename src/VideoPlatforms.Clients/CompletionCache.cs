using System.Globalization;

namespace VideoPlatforms.Clients;

/// <summary>Remembers categories and uploaders of the videos that went by, for completion at a prompt.</summary>
internal sealed class CompletionCache
{
    // More values than anyone wants to page through with the tab key, and more videos than it takes to meet the usual ones:
    // a list of a million must not pay for this.
    private const int MaxValues = 200;
    private const int MaxVideos = 5_000;

    private readonly object _lock = new();
    private readonly HashSet<long> _categories = [];
    private readonly HashSet<string> _uploaders = [];
    private int _videos;

    /// <summary>The categories seen.</summary>
    public IReadOnlyList<string> Categories
    {
        get
        {
            lock (_lock)
            {
                return [.. _categories.Select(category => category.ToString(CultureInfo.InvariantCulture))];
            }
        }
    }

    /// <summary>The uploaders seen.</summary>
    public IReadOnlyList<string> Uploaders
    {
        get
        {
            lock (_lock)
            {
                return [.. _uploaders];
            }
        }
    }

    /// <summary>Notes a page's videos.</summary>
    public void Add<T>(IReadOnlyList<T> videos, Func<T, long?> category, Func<T, string?> uploader)
    {
        lock (_lock)
        {
            if (_videos >= MaxVideos)
            {
                return;
            }

            _videos += videos.Count;
            foreach (var video in videos)
            {
                if (category(video) is { } id && _categories.Count < MaxValues)
                {
                    _categories.Add(id);
                }

                if (uploader(video) is { Length: > 0 } name && _uploaders.Count < MaxValues)
                {
                    _uploaders.Add(name);
                }
            }
        }
    }
}
