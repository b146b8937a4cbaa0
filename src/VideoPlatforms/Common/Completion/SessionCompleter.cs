using System.Collections;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Common.Completion;

/// <summary>
/// Completes the names of the open sessions of the cmdlet's platform; for a cmdlet without a platform, the qualified names of all
/// open sessions.
/// </summary>
public sealed class SessionCompleter : WordCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Words(string commandName, IDictionary boundParameters)
    {
        var platform = PlatformOf(commandName);
        return RunspaceState.Current.Sessions.All
            .Where(session => platform is null || session.Platform == platform)
            .Select(session => platform is null ? session.QualifiedName : session.Name);
    }

    /// <summary>
    /// Returns the platform that a cmdlet is named after. The longest matching name applies, because PolyvLive begins with Polyv.
    /// </summary>
    internal static Platform? PlatformOf(string commandName) =>
        ((Platform[])Enum.GetValues(typeof(Platform)))
            .Where(platform => commandName.IndexOf("-" + platform, StringComparison.OrdinalIgnoreCase) >= 0)
            .OrderByDescending(platform => platform.ToString().Length)
            .Select(platform => (Platform?)platform)
            .FirstOrDefault();
}
