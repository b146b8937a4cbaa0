using System.Collections.Concurrent;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>A host that records its output.</summary>
internal sealed class RecordingHost : ICommandHost
{
    private readonly TaskCompletionSource<TimeSpan> _firstWait = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<object> Objects { get; } = [];

    public ConcurrentQueue<(PlatformException Failure, object? Target)> Errors { get; } = [];

    public ConcurrentQueue<(CommandException Failure, object? Target)> CommandErrors { get; } = [];

    public ConcurrentQueue<string> VerboseLines { get; } = [];

    public ConcurrentQueue<string> DebugLines { get; } = [];

    public ConcurrentQueue<string> Warnings { get; } = [];

    public ConcurrentQueue<(string Reason, TimeSpan Delay)> Waits { get; } = [];

    /// <summary>Completes when a call waits before a retry.</summary>
    public Task<TimeSpan> FirstWait => _firstWait.Task.WaitAsync(TimeSpan.FromSeconds(10));

    public ConcurrentQueue<(string Target, string Operation)> Questions { get; } = [];

    /// <summary>The totals, each with the number of objects that were written before it.</summary>
    public List<(long? Total, int Before)> Totals { get; } = [];

    /// <summary>The answer to every confirmation.</summary>
    public bool Agrees { get; set; } = true;

    /// <summary>Called before each batch or object is recorded.</summary>
    public Func<Task> BeforeWrite { get; set; } = () => Task.CompletedTask;

    public bool WantsDebug => true;

    public bool WantsVerbose => true;

    /// <summary>Every line of every stream.</summary>
    public IEnumerable<string> Lines =>
        [.. VerboseLines, .. DebugLines, .. Warnings, .. Waits.Select(wait => wait.Reason), .. Errors.Select(error => error.Failure.ToString())];

    public IEnumerable<T> Written<T>() => Objects.Cast<T>();

    public async Task WriteAsync(object value)
    {
        await BeforeWrite();
        Objects.Enqueue(value);
    }

    public async Task WriteAsync<T>(IReadOnlyList<T> values)
        where T : class
    {
        await BeforeWrite();
        foreach (var value in values)
        {
            Objects.Enqueue(value);
        }
    }

    public Task WriteTotalCountAsync(long? total)
    {
        Totals.Add((total, Objects.Count));
        return Task.CompletedTask;
    }

    public Task WriteErrorAsync(PlatformException failure, object? target)
    {
        Errors.Enqueue((failure, target));
        return Task.CompletedTask;
    }

    public Task WriteErrorAsync(CommandException failure, object? target)
    {
        CommandErrors.Enqueue((failure, target));
        return Task.CompletedTask;
    }

    public Task<bool> ShouldProcessAsync(string target, string operation)
    {
        Questions.Enqueue((target, operation));
        return Task.FromResult(Agrees);
    }

    public void Verbose(string message) => VerboseLines.Enqueue(message);

    public void Debug(string message) => DebugLines.Enqueue(message);

    public void Warning(string message) => Warnings.Enqueue(message);

    public ConcurrentQueue<CommandProgress> Progress { get; } = [];

    public void Report(CommandProgress progress) => Progress.Enqueue(progress);

    public void Waiting(string reason, TimeSpan delay)
    {
        Waits.Enqueue((reason, delay));
        _firstWait.TrySetResult(delay);
    }
}
