using System.Collections;
using VideoPlatforms.Common.Completion;

namespace VideoPlatforms.Qushipin;

/// <summary>Completes the review statuses of Qushipin: onCensor (in progress), success and fail.</summary>
public sealed class QushipinStatusCompleter : WordCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Words(string commandName, IDictionary boundParameters) => ["onCensor", "success", "fail"];
}
