using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Demo;

/// <summary>Implements the host without PowerShell: passes objects to a callback and writes messages to the console.</summary>
/// <param name="announce">Receives the total of a list.</param>
/// <param name="written">Receives each object.</param>
internal sealed class ConsoleHost(Action<long?> announce, Action<object> written) : ICommandHost
{
    /// <inheritdoc/>
    public bool WantsDebug => false;

    /// <inheritdoc/>
    public bool WantsVerbose => false;

    /// <inheritdoc/>
    public Task WriteAsync(object value)
    {
        written(value);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteAsync<T>(IReadOnlyList<T> values)
        where T : class
    {
        foreach (var value in values)
        {
            written(value);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteTotalCountAsync(long? total)
    {
        announce(total);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteErrorAsync(PlatformException failure, object? target)
    {
        Console.Error.WriteLine($"{failure.ErrorId}: {failure.Message} {failure.RecommendedAction}");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteErrorAsync(CommandException failure, object? target)
    {
        Console.Error.WriteLine($"{failure.ErrorId}: {failure.Message} {failure.RecommendedAction}");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<bool> ShouldProcessAsync(string target, string operation) => Task.FromResult(true);

    /// <inheritdoc/>
    public void Verbose(string message)
    {
    }

    /// <inheritdoc/>
    public void Debug(string message)
    {
    }

    /// <inheritdoc/>
    public void Warning(string message) => Console.Error.WriteLine($"Warning: {message}");

    /// <inheritdoc/>
    public void Report(CommandProgress progress)
    {
    }

    /// <inheritdoc/>
    public void Waiting(string reason, TimeSpan delay) => Console.Error.WriteLine($"{reason}, retrying in {delay.TotalSeconds:0.#} s");
}
