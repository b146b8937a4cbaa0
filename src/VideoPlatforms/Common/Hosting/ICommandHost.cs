using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Common.Hosting;

/// <summary>
/// Represents the host that runs a command: PowerShell, the demo or a test. The members are thread-safe; output is written in the
/// order of the calls.
/// </summary>
public interface ICommandHost : ICallObserver
{
    /// <summary>Writes an object. The task completes when the consumer has received it.</summary>
    Task WriteAsync(object value);

    /// <summary>
    /// Writes objects that arrived together. The task completes when the consumer has received all of them. The caller may continue on the
    /// thread of the consumer, and must not keep it busy.
    /// </summary>
    Task WriteAsync<T>(IReadOnlyList<T> values)
        where T : class;

    /// <summary>Writes the total that the server reported, before the objects; null if the server reported no total.</summary>
    Task WriteTotalCountAsync(long? total);

    /// <summary>Reports an item that failed. The remaining items are processed.</summary>
    /// <param name="failure">The error.</param>
    /// <param name="target">The item; null to use the target of the error.</param>
    Task WriteErrorAsync(PlatformException failure, object? target);

    /// <summary>Reports an item that failed with an error that is not specific to a platform. The remaining items are processed.</summary>
    /// <param name="failure">The error.</param>
    /// <param name="target">The item.</param>
    Task WriteErrorAsync(CommandException failure, object? target);

    /// <summary>Returns whether a change is to be made (-WhatIf, -Confirm).</summary>
    /// <param name="target">The target of the change.</param>
    /// <param name="operation">The operation on the target.</param>
    Task<bool> ShouldProcessAsync(string target, string operation);

    /// <summary>Shows the progress of a task, if the host shows progress.</summary>
    void Report(CommandProgress progress);
}
