using System.Globalization;

namespace VideoPlatforms.Clients;

/// <summary>Caches the categories and uploaders of the videos that were read, for tab completion.</summary>
internal sealed class CompletionCache
{
    // More values are of no use for completion. The number of videos is limited so that the cache does not slow down a list of
    // millions of videos.
    private const int MaxValues = 200;
    private const int MaxVideos = 5_000;

    private readonly object _lock = new();
    private readonly HashSet<long> _categories = [];
    private readonly HashSet<string> _uploaders = [];
    private int _videos;

    /// <summary>Gets the cached categories.</summary>
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

    /// <summary>Gets the cached uploaders.</summary>
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

    /// <summary>Adds the categories and uploaders of a page of videos.</summary>
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
