using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;

namespace VideoPlatforms.Sandbox;

/// <summary>Stores the running sandboxes of one owner.</summary>
internal sealed class RunningSandboxes : IDisposable
{
    private readonly List<SandboxServer> _running = [];

    /// <summary>Starts a sandbox.</summary>
    /// <exception cref="CommandException">The port is already in use.</exception>
    public SandboxServer Start(SandboxOptions options)
    {
        SandboxServer sandbox;
        try
        {
            sandbox = SandboxServer.Start(options);
        }
        catch (InvalidOperationException exception)
        {
            throw new CommandException(
                "Sandbox.PortTaken",
                PlatformErrorCategory.ResourceUnavailable,
                CommandMessages.PortTaken.With(options.Port, exception.InnerException?.Message ?? exception.Message),
                CommandMessages.PortTakenDo,
                exception);
        }

        lock (_running)
        {
            _running.Add(sandbox);
        }

        return sandbox;
    }

    /// <summary>Stops the specified sandboxes, or all of them if none are specified.</summary>
    public void Stop(IReadOnlyCollection<SandboxServer>? sandboxes)
    {
        List<SandboxServer> ending;
        lock (_running)
        {
            ending = [.. sandboxes ?? _running];
            _running.RemoveAll(ending.Contains);
        }

        ending.ForEach(server => server.Dispose());
    }

    /// <inheritdoc/>
    public void Dispose() => Stop(null);
}
