using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Commands;

/// <summary>Provides the common parameter and the behavior of the Disconnect cmdlets.</summary>
public abstract class DisconnectCommand : AsyncCommand
{
    /// <summary>
    /// Specifies the sessions to close, or their names. The default is the session named default, or the platform's only session.
    /// </summary>
    public abstract VideoPlatformSession[]? Session { get; set; }

    private protected abstract Platform Platform { get; }

    /// <inheritdoc/>
    internal override async Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        foreach (var session in Session ?? [Sessions.Default(Platform)])
        {
            await SessionLifecycle.CloseAsync(Sessions.Open(Platform, session), Sessions, host, cancellationToken).ConfigureAwait(false);
        }
    }
}
