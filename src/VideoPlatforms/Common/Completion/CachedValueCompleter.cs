using System.Collections;
using VideoPlatforms.Clients;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Common.Completion;

/// <summary>Completes values that occurred in the videos that the session has listed.</summary>
public abstract class CachedValueCompleter : WordCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Words(string commandName, IDictionary boundParameters) =>
        SessionOf(commandName, boundParameters) is { } session ? Seen(session.Client.Completions) : [];

    /// <summary>Returns the values to complete.</summary>
    private protected abstract IEnumerable<string> Seen(CompletionCache seen);

    private static VideoPlatformSession? SessionOf(string commandName, IDictionary boundParameters)
    {
        var given = boundParameters["Session"].BaseObject();
        var sessions = RunspaceState.Current.Sessions;
        return given as VideoPlatformSession is { IsOpen: true } open
            ? open
            : SessionCompleter.PlatformOf(commandName) is { } platform
                ? sessions.Named(platform, given as string ?? SessionStore.DefaultName) ?? sessions.All.FirstOrDefault(session => session.Platform == platform)
            : null;
    }
}

/// <summary>Completes category IDs that the session has listed.</summary>
public sealed class CategoryCompleter : CachedValueCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Seen(CompletionCache seen) => seen.Categories;
}

/// <summary>Completes uploaders that the session has listed.</summary>
public sealed class UploaderCompleter : CachedValueCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Seen(CompletionCache seen) => seen.Uploaders;
}
