using VideoPlatforms.Sandbox;

namespace VideoPlatforms;

/// <summary>The sandboxes that were started in this process and still run.</summary>
internal static class RunningSandboxes
{
    private static readonly List<SandboxServer> Running = [];

    /// <summary>Starts one.</summary>
    /// <exception cref="CommandException">Its port is taken.</exception>
    public static SandboxServer Start(SandboxOptions options)
    {
        SandboxServer sandbox;
        try
        {
            sandbox = SandboxServer.Start(options);
        }
        catch (InvalidOperationException exception)
        {
            throw new CommandException("Sandbox.PortTaken", FailureCategory.ResourceUnavailable, exception.Message, CommandMessages.PortTakenDo, exception);
        }

        lock (Running)
        {
            Running.Add(sandbox);
        }

        return sandbox;
    }

    /// <summary>Stops some, or all where none are named.</summary>
    public static void Stop(IReadOnlyCollection<SandboxServer>? sandboxes)
    {
        List<SandboxServer> ending;
        lock (Running)
        {
            ending = [.. sandboxes ?? Running];
            Running.RemoveAll(ending.Contains);
        }

        ending.ForEach(server => server.Dispose());
    }
}
