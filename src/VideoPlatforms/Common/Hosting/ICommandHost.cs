using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Common.Hosting;

/// <summary>
/// What a command needs of whoever runs it: PowerShell, the demo or a test. May be called from any thread; whatever
/// is handed over arrives in the order in which it was handed over.
/// </summary>
public interface ICommandHost : ICallObserver
{
    /// <summary>Writes an object; done when the one who reads has taken it.</summary>
    Task WriteAsync(object value);

    /// <summary>Writes objects that arrived together; done when the one who reads has taken them all.</summary>
    Task WriteAsync<T>(IReadOnlyList<T> values)
        where T : class;

    /// <summary>Writes the total that the server gave, ahead of the objects; null where it gave none.</summary>
    Task WriteTotalCountAsync(long? total);

    /// <summary>Reports an item that failed while the others go on.</summary>
    /// <param name="failure">What happened.</param>
    /// <param name="target">The item; null for what the failure itself names.</param>
    Task WriteErrorAsync(PlatformException failure, object? target);

    /// <summary>Asks whether something may be changed (-WhatIf, -Confirm).</summary>
    /// <param name="target">What would be changed.</param>
    /// <param name="operation">What would be done to it.</param>
    Task<bool> ShouldProcessAsync(string target, string operation);
}
