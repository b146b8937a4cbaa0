using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;

namespace VideoPlatforms.Sandbox;

/// <summary>The sandboxes of one owner that still run.</summary>
internal sealed class RunningSandboxes : IDisposable
{
    private readonly List<SandboxServer> _running = [];

    /// <summary>Starts one.</summary>
    /// <exception cref="CommandException">Its port is taken.</exception>
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

    /// <summary>Stops some, or all where none are named.</summary>
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
