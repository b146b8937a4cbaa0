using System.Collections;
using VideoPlatforms.Common.Completion;

namespace VideoPlatforms.Qushipin;

/// <summary>Offers Qushipin's words for a review: onCensor while it is under way, then success or fail.</summary>
public sealed class QushipinStatusCompleter : WordCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Words(string commandName, IDictionary boundParameters) => ["onCensor", "success", "fail"];
}
