using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace VideoPlatforms.Commands;

/// <summary>Gives every runspace its own sessions, which go with it.</summary>
internal static class RunspaceSessions
{
    private static readonly ConditionalWeakTable<Runspace, SessionStore> Stores = new();

    /// <summary>The sessions of the runspace that the calling thread works for.</summary>
    public static SessionStore Current => Stores.GetOrCreateValue(Runspace.DefaultRunspace);
}
