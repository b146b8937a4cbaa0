using System.Collections;
using VideoPlatforms.Common.Completion;

namespace VideoPlatforms.DigitalPerson;

/// <summary>Offers the status words of digital-person works.</summary>
public sealed class DigitalPersonStatusCompleter : WordCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Words(string commandName, IDictionary boundParameters) => ["DRAFT", "IN_PROGRESS", "SUCCESS", "FAIL"];
}
