using System.Collections;
using VideoPlatforms.Common.Completion;

namespace VideoPlatforms.DigitalPerson;

/// <summary>Completes the status values of digital-person works.</summary>
public sealed class DigitalPersonStatusCompleter : WordCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Words(string commandName, IDictionary boundParameters) => ["DRAFT", "IN_PROGRESS", "SUCCESS", "FAIL"];
}
