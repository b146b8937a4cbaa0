using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace VideoPlatforms.Commands;

/// <summary>What a runspace owns: its sessions and its sandboxes. They go with it, or with the module.</summary>
internal sealed class RunspaceState
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceState> States = new();

    // Made when first needed: who needs no sandbox need not load it.
    private RunningSandboxes? _sandboxes;

    /// <summary>That of the runspace that the calling thread works for.</summary>
    public static RunspaceState Current => States.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>The open sessions.</summary>
    public SessionStore Sessions { get; } = new();

    /// <summary>The running sandboxes.</summary>
    public RunningSandboxes Sandboxes => _sandboxes ??= new();

    /// <summary>Closes and stops all of it.</summary>
    public void Clear()
    {
        foreach (var session in Sessions.All)
        {
            Sessions.Close(session);
        }

        _sandboxes?.Stop(null);
    }
}
