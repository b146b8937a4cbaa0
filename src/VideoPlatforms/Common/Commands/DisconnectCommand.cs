using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Commands;

/// <summary>What every Disconnect cmdlet takes and does.</summary>
public abstract class DisconnectCommand : AsyncCommand
{
    /// <summary>
    /// <para type="description">The sessions to close; the platform's session named default, or the only one, where none is given. Names are taken too.</para>
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
