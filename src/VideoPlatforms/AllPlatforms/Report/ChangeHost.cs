using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.AllPlatforms.Report;

/// <summary>Receives the changes that a comparison writes. Everything else is passed to another host.</summary>
/// <param name="take">Receives the changes.</param>
internal sealed class ChangeHost(Action<InventoryChange> take) : ICommandHost
{
    /// <summary>Gets or sets the other host.</summary>
    public ICommandHost Host { get; set; } = null!;

    /// <inheritdoc/>
    public bool WantsDebug => Host.WantsDebug;

    /// <inheritdoc/>
    public bool WantsVerbose => Host.WantsVerbose;

    /// <inheritdoc/>
    public Task WriteAsync(object value)
    {
        take((InventoryChange)value);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteAsync<T>(IReadOnlyList<T> values)
        where T : class
    {
        foreach (var value in values)
        {
            take((InventoryChange)(object)value);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteTotalCountAsync(long? total) => Host.WriteTotalCountAsync(total);

    /// <inheritdoc/>
    public Task WriteErrorAsync(PlatformException failure, object? target) => Host.WriteErrorAsync(failure, target);

    /// <inheritdoc/>
    public Task WriteErrorAsync(CommandException failure, object? target) => Host.WriteErrorAsync(failure, target);

    /// <inheritdoc/>
    public Task<bool> ShouldProcessAsync(string target, string operation) => Host.ShouldProcessAsync(target, operation);

    /// <inheritdoc/>
    public void Report(CommandProgress progress) => Host.Report(progress);

    /// <inheritdoc/>
    public void Verbose(string message) => Host.Verbose(message);

    /// <inheritdoc/>
    public void Debug(string message) => Host.Debug(message);

    /// <inheritdoc/>
    public void Warning(string message) => Host.Warning(message);

    /// <inheritdoc/>
    public void Waiting(string reason, TimeSpan delay) => Host.Waiting(reason, delay);
}
