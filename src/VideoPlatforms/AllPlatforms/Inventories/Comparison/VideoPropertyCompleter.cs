using System.Collections;
using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.Common.Completion;

namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>Completes the names of the properties of all platforms' videos.</summary>
public sealed class VideoPropertyCompleter : WordCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Words(string commandName, IDictionary boundParameters) => VideoColumns.All.Select(column => column.Name);
}
