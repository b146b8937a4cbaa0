using VideoPlatforms;
using VideoPlatforms.Common.Hosting;

namespace MonoCheck;

/// <summary>Counts what is written, and prints errors and warnings.</summary>
internal sealed class CountingHost : ICommandHost
{
    public int Written { get; private set; }

    public int Failures { get; private set; }

    public bool WantsDebug => false;

    public bool WantsVerbose => false;

    public Task WriteAsync(object value)
    {
        Written++;
        return Task.CompletedTask;
    }

    public Task WriteAsync<T>(IReadOnlyList<T> values)
        where T : class
    {
        Written += values.Count;
        return Task.CompletedTask;
    }

    public Task WriteTotalCountAsync(long? total) => Task.CompletedTask;

    public Task WriteErrorAsync(PlatformException failure, object? target) => FailAsync(failure.Message);

    public Task WriteErrorAsync(CommandException failure, object? target) => FailAsync(failure.Message);

    public Task<bool> ShouldProcessAsync(string target, string operation) => Task.FromResult(true);

    public void Report(CommandProgress progress)
    {
    }

    public void Verbose(string message)
    {
    }

    public void Debug(string message)
    {
    }

    public void Warning(string message) => Console.WriteLine(message);

    public void Waiting(string reason, TimeSpan delay)
    {
    }

    private Task FailAsync(string message)
    {
        Failures++;
        Console.WriteLine(message);
        return Task.CompletedTask;
    }
}
