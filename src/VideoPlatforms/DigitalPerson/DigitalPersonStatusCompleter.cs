using System.Collections;

namespace VideoPlatforms.Commands;

/// <summary>Offers the status words of digital-person works.</summary>
public sealed class DigitalPersonStatusCompleter : WordCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Words(string commandName, IDictionary boundParameters) => ["DRAFT", "IN_PROGRESS", "SUCCESS", "FAIL"];
}
