using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace VideoPlatforms.Common.Sessions;

/// <summary>
/// Represents the sessions and other resources of a runspace. They are released with the runspace or when the module is removed.
/// </summary>
internal sealed class RunspaceState
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceState> States = new();

    private readonly Dictionary<Type, IDisposable> _resources = [];

    /// <summary>Gets the state of the calling thread's runspace.</summary>
    public static RunspaceState Current => States.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>Gets the open sessions.</summary>
    public SessionStore Sessions { get; } = new();

    /// <summary>Returns a resource of the runspace, which is created when it is first requested.</summary>
    public T Resource<T>()
        where T : IDisposable, new()
    {
        lock (_resources)
        {
            if (!_resources.TryGetValue(typeof(T), out var resource))
            {
                _resources.Add(typeof(T), resource = new T());
            }

            return (T)resource;
        }
    }

    /// <summary>Closes the sessions and releases the resources.</summary>
    public void Clear()
    {
        foreach (var session in Sessions.All)
        {
            Sessions.Close(session);
        }

        lock (_resources)
        {
            foreach (var resource in _resources.Values)
            {
                resource.Dispose();
            }

            _resources.Clear();
        }
    }
}
