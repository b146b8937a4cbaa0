using System.Management.Automation;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Common.Hosting;

/// <summary>Implements the host for PowerShell. All output is queued for the pipeline thread.</summary>
internal sealed class PipelineHost : ICommandHost, IDisposable
{
    private const int ActivityId = 4711;
    private const int TaskActivityId = ActivityId + 1;

    private readonly PSCmdlet _cmdlet;
    private readonly PipelineQueue _queue;
    private readonly string? _viewName;
    private readonly HashSet<int> _shownTasks = [];
    private bool _progressShown;

    public PipelineHost(PSCmdlet cmdlet, PipelineQueue queue, string? viewName)
    {
        _cmdlet = cmdlet;
        _queue = queue;
        _viewName = viewName;
        WantsVerbose = Wants("Verbose");
        WantsDebug = Wants("Debug");
    }

    /// <inheritdoc/>
    public bool WantsDebug { get; }

    /// <inheritdoc/>
    public bool WantsVerbose { get; }

    /// <inheritdoc/>
    public Task WriteAsync(object value) => WriteAsync<object>([value], continueHere: false);

    /// <inheritdoc/>
    public Task WriteAsync<T>(IReadOnlyList<T> values)
        where T : class =>
        WriteAsync(values, continueHere: true);

    /// <inheritdoc/>
    public Task WriteTotalCountAsync(long? total) =>
        _queue.RunAsync(() => _cmdlet.WriteObject(_cmdlet.PagingParameters.NewTotalCount((ulong)(total ?? 0), accuracy: total is null ? 0.0 : 1.0)));

    /// <inheritdoc/>
    public Task WriteErrorAsync(PlatformException failure, object? target) =>
        _queue.RunAsync(() => _cmdlet.WriteError(ErrorRecords.From(failure, target)));

    /// <inheritdoc/>
    public Task WriteErrorAsync(CommandException failure, object? target) =>
        _queue.RunAsync(() => _cmdlet.WriteError(ErrorRecords.From(failure, target)));

    /// <inheritdoc/>
    public async Task<bool> ShouldProcessAsync(string target, string operation)
    {
        // The ID can come from a server. Control characters must not change the text of the prompt.
        var response = false;
        await _queue.RunAsync(() => response = _cmdlet.ShouldProcess(ErrorText.SanitizeForDisplay(target), ErrorText.SanitizeForDisplay(operation))).ConfigureAwait(false);
        return response;
    }

    /// <inheritdoc/>
    public void Verbose(string message) => _queue.Post(() => _cmdlet.WriteVerbose(message));

    /// <inheritdoc/>
    public void Debug(string message) => _queue.Post(() => _cmdlet.WriteDebug(message));

    /// <inheritdoc/>
    public void Warning(string message) => _queue.Post(() => _cmdlet.WriteWarning(message));

    /// <inheritdoc/>
    public void Waiting(string reason, TimeSpan delay)
    {
        var status = CommandMessages.RetryingIn.With(reason, Math.Ceiling(delay.TotalSeconds));
        _queue.Post(() =>
        {
            _cmdlet.WriteVerbose(status);
            _cmdlet.WriteProgress(new(ActivityId, _cmdlet.MyInvocation.MyCommand.Name, status) { SecondsRemaining = (int)Math.Ceiling(delay.TotalSeconds) });
            _progressShown = true;
        });
    }

    /// <inheritdoc/>
    public void Report(CommandProgress progress) => _queue.Post(() =>
    {
        var id = TaskActivityId + progress.Id;
        if (progress.IsCompleted ? _shownTasks.Remove(id) : _shownTasks.Add(id) || true)
        {
            _cmdlet.WriteProgress(new(id, progress.Activity, progress.Status.Length > 0 ? progress.Status : " ")
            {
                ParentActivityId = progress.Id == 0 ? -1 : TaskActivityId,
                PercentComplete = progress.PercentComplete ?? -1,
                SecondsRemaining = progress.TimeLeft is { } left ? (int)Math.Ceiling(left.TotalSeconds) : -1,
                RecordType = progress.IsCompleted ? ProgressRecordType.Completed : ProgressRecordType.Processing,
            });
        }
    });

    /// <summary>Removes the progress displays that are left.</summary>
    public void Dispose()
    {
        if (!_cmdlet.Stopping)
        {
            HideProgress();
            foreach (var id in _shownTasks)
            {
                _cmdlet.WriteProgress(new(id, _cmdlet.MyInvocation.MyCommand.Name, " ") { RecordType = ProgressRecordType.Completed });
            }
        }
    }

    private Task WriteAsync<T>(IReadOnlyList<T> values, bool continueHere)
        where T : class =>
        values.Count == 0 ? Task.CompletedTask : _queue.RunAsync(
            () =>
            {
                HideProgress();
                _cmdlet.WriteObject(_viewName is null ? values : values.Select(value => In(_viewName, value)), enumerateCollection: true);
            },
            continueHere);

    private static PSObject In(string view, object value)
    {
        var shown = PSObject.AsPSObject(value);
        shown.TypeNames.Insert(0, view);
        return shown;
    }

    private void HideProgress()
    {
        if (_progressShown)
        {
            _progressShown = false;
            _cmdlet.WriteProgress(new(ActivityId, _cmdlet.MyInvocation.MyCommand.Name, " ") { RecordType = ProgressRecordType.Completed });
        }
    }

    // The parameter takes precedence over the preference variable, as in PowerShell itself.
    private bool Wants(string stream) =>
        _cmdlet.MyInvocation.BoundParameters.TryGetValue(stream, out var given)
            ? (SwitchParameter)given
            : LanguagePrimitives.TryConvertTo<ActionPreference>(_cmdlet.GetVariableValue(stream + "Preference"), out var preference)
                && preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
}
