using System.Text.RegularExpressions;
using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>
/// The properties that are compared. Unless they are specified, play counts and the query strings of addresses are not: they change without
/// anybody changing a video.
/// </summary>
internal sealed class ComparedProperties
{
    // These identify the video.
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        nameof(PlatformVideo.Platform), nameof(PlatformVideo.Id), nameof(PolyvVideo.Vid), nameof(QushipinVideo.VideoId), nameof(DigitalPersonWork.WorkId),
        nameof(PlatformVideo.Session),
    };

    private readonly bool[] _isCompared;
    private readonly bool[] _isSpecified;

    /// <summary>Initializes the selection.</summary>
    /// <param name="properties">The names of the properties, with wildcards; null for the default.</param>
    /// <param name="excluded">The names of the properties that are not compared.</param>
    /// <exception cref="ArgumentException">There is no such property.</exception>
    public ComparedProperties(IReadOnlyList<string>? properties, IReadOnlyList<string>? excluded)
    {
        _isSpecified = properties is null ? new bool[VideoColumns.All.Count] : Match(properties, "Property");
        var isExcluded = Match(excluded ?? [], "ExcludeProperty");
        _isCompared =
        [
            .. VideoColumns.All.Select(column =>
                !Keys.Contains(column.Name)
                && !isExcluded[column.Index]
                && (properties is null ? column.Name != nameof(PolyvVideo.PlayCount) : _isSpecified[column.Index])),
        ];
    }

    /// <summary>Returns whether a property is compared.</summary>
    public bool Includes(VideoColumn column) => _isCompared[column.Index];

    /// <summary>Returns whether the query strings of a property's addresses are compared.</summary>
    public bool IncludesQuery(VideoColumn column) => _isSpecified[column.Index];

    private static bool[] Match(IReadOnlyList<string> names, string parameter)
    {
        var isMatch = new bool[VideoColumns.All.Count];
        foreach (var name in names)
        {
            var pattern = new Regex("^" + Regex.Escape(name).Replace("\\*", ".*").Replace("\\?", ".") + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            var matches = VideoColumns.All.Where(column => pattern.IsMatch(column.Name)).ToList();
            if (matches.Count == 0)
            {
                throw new ArgumentException(CommandMessages.PropertyUnknown.With(name), parameter);
            }

            matches.ForEach(column => isMatch[column.Index] = true);
        }

        return isMatch;
    }
}
