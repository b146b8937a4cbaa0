using System.Collections;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Common.Completion;

/// <summary>Completes the names of the open sessions.</summary>
public sealed class SessionNameCompleter : WordCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Words(string commandName, IDictionary boundParameters) =>
        RunspaceState.Current.Sessions.All.Select(session => session.Name);
}
