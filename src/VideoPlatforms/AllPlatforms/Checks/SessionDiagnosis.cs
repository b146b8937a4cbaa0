using System.Globalization;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Platforms;

namespace VideoPlatforms.AllPlatforms.Checks;

/// <summary>Concludes from the responses of a session what works and what does not.</summary>
internal sealed class SessionDiagnosis
{
    // A Date header counts whole seconds.
    private static readonly TimeSpan MaxClockOffset = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxLatency = TimeSpan.FromSeconds(2);

    private readonly SessionProbe _probe;
    private readonly PlatformSupport _support;
    private readonly Cause _cause;

    public SessionDiagnosis(SessionProbe probe)
    {
        _probe = probe;
        _support = SupportedPlatforms.Of(probe.Session.Platform);
        _cause = CauseOf(probe);
    }

    private enum Cause
    {
        None,
        Credential,
        Clock,
        RateLimit,
        Contract,
        Server,
    }

    /// <summary>Returns the checks, one of each kind.</summary>
    public IReadOnlyList<SessionCheck> Checks() => [Credential(), Clock(), Latency(), RateLimit(), Contract()];

    // Only what the platform itself says about the credentials concerns them. Everything else may be due to the way to the platform.
    private static Cause CauseOf(SessionProbe probe)
    {
        if (probe.Failure is not { } failure)
        {
            return Cause.None;
        }

        var last = probe.Responses.Count > 0 ? probe.Responses[probe.Responses.Count - 1] : null;
        return failure.Kind == ErrorKind.TooManyRequests ? Cause.RateLimit
            : failure is { IsVendorResponse: true, Category: PlatformErrorCategory.AuthenticationError } ? (failure.Kind.ConcernsClock ? Cause.Clock : Cause.Credential)
            : failure.Category == PlatformErrorCategory.InvalidData && last is { Json: not null } && !failure.Kind.Transient ? Cause.Contract
            : Cause.Server;
    }

    private SessionCheck Credential()
    {
        const SessionCheckKind Kind = SessionCheckKind.Credential;
        var accepted = _probe.Responses.FirstOrDefault(response => response.IsAccepted && !response.IsSignIn);
        return accepted is not null ? Pass(Kind, CommandMessages.CheckCredentialPass.With(_probe.Session.Account), accepted.Elapsed)
            : _cause == Cause.Credential ? Fail(Kind)
            : Skip(Kind);
    }

    private SessionCheck Clock()
    {
        const SessionCheckKind Kind = SessionCheckKind.Clock;
        if (_cause == Cause.Server)
        {
            return Skip(Kind);
        }

        if (_probe.Responses.Select(response => response.ClockOffset).LastOrDefault(offset => offset is not null) is not { } offset)
        {
            return _cause == Cause.Clock ? Fail(Kind) : new(_probe.Session, Kind, SessionCheckStatus.Skipped, CommandMessages.CheckClockUnknown);
        }

        var seconds = Math.Round(Math.Abs(offset.TotalSeconds));
        var detail = (offset > TimeSpan.Zero ? CommandMessages.CheckClockBehind : CommandMessages.CheckClockAhead).With(seconds);
        return _cause == Cause.Clock || offset.Duration() > (_support.Description.MaxClockDifference ?? TimeSpan.MaxValue)
                ? Create(Kind, SessionCheckStatus.Fail, detail, CommandMessages.CheckClockDo, First)
            : offset.Duration() > MaxClockOffset ? Create(Kind, SessionCheckStatus.Warn, detail, CommandMessages.CheckClockDo, First)
            : Pass(Kind, CommandMessages.CheckClockPass.With(seconds), First);
    }

    private SessionCheck Latency()
    {
        const SessionCheckKind Kind = SessionCheckKind.Latency;
        if (_cause == Cause.Server)
        {
            return Fail(Kind);
        }

        var times = _probe.Responses.Select(response => response.Elapsed).OrderBy(time => time).ToList();
        var median = times[times.Count / 2];
        var detail = CommandMessages.CheckLatency.With(Math.Round(median.TotalMilliseconds), times.Count);
        return median > MaxLatency ? Create(Kind, SessionCheckStatus.Warn, detail, CommandMessages.CheckLatencyDo, median) : Pass(Kind, detail, median);
    }

    private SessionCheck RateLimit()
    {
        const SessionCheckKind Kind = SessionCheckKind.RateLimit;
        var limit = _probe.Session.Client.RequestsPerSecond;
        var usual = _support.Description.DefaultRequestsPerSecond;
        var detail = CommandMessages.CheckRateLimit.With(limit.ToString("0.###", CultureInfo.CurrentCulture));
        return _cause == Cause.Server ? Skip(Kind)
            : _cause == Cause.RateLimit ? Create(Kind, SessionCheckStatus.Fail, $"{_probe.Failure!.Message} {detail}", _probe.Failure.RecommendedAction, First)
            : limit > usual && !_probe.Session.Client.BaseUri.IsLoopback ? Create(Kind, SessionCheckStatus.Warn, detail, CommandMessages.CheckRateLimitDo.With(usual), null)
            : Pass(Kind, detail, null);
    }

    private SessionCheck Contract()
    {
        const SessionCheckKind Kind = SessionCheckKind.Contract;
        if (_cause == Cause.Contract)
        {
            return Fail(Kind);
        }

        if (_probe.Videos is not { } videos || _probe.Responses.LastOrDefault(response => response is { IsAccepted: true, Json: not null })?.Json is not { } json)
        {
            return Skip(Kind);
        }

        if (videos.Count == 0)
        {
            return new(_probe.Session, Kind, SessionCheckStatus.Skipped, CommandMessages.CheckContractEmpty);
        }

        var fields = RecordFields.Compare(json, _support.Description.RecordType);
        var statuses = videos.Select(_support.UnknownStatusOf).OfType<string>().Distinct().Take(RecordFields.MaxNames).ToList();
        string[] findings =
        [
            .. fields.Missing.Count > 0 ? [CommandMessages.CheckFieldsMissing.With(Join(fields.Missing))] : Array.Empty<string>(),
            .. fields.Unlisted.Count > 0 ? [CommandMessages.CheckFieldsUnlisted.With(Join(fields.Unlisted))] : Array.Empty<string>(),
            .. statuses.Count > 0 ? [CommandMessages.CheckStatusesUnknown.With(Join(statuses))] : Array.Empty<string>(),
        ];
        var status = videos.All(video => string.IsNullOrEmpty(video.Id)) ? SessionCheckStatus.Fail : findings.Length > 0 ? SessionCheckStatus.Warn : SessionCheckStatus.Pass;
        return status == SessionCheckStatus.Pass
            ? Pass(Kind, CommandMessages.CheckContractPass.With(videos.Count), First)
            : Create(Kind, status, string.Join(" ", findings), CommandMessages.CheckContractDo, First);
    }

    private TimeSpan? First => _probe.Responses.Count > 0 ? _probe.Responses[0].Elapsed : null;

    private static string Join(IEnumerable<string> names) => ErrorText.SanitizeForDisplay(string.Join(", ", names));

    private SessionCheck Pass(SessionCheckKind kind, string detail, TimeSpan? elapsed) => new(_probe.Session, kind, SessionCheckStatus.Pass, detail, null, elapsed);

    private SessionCheck Fail(SessionCheckKind kind) => Create(kind, SessionCheckStatus.Fail, _probe.Failure!.Message, _probe.Failure.RecommendedAction, First);

    private SessionCheck Skip(SessionCheckKind kind) => new(_probe.Session, kind, SessionCheckStatus.Skipped, CommandMessages.CheckSkipped.With(_probe.Failure?.ErrorId));

    private SessionCheck Create(SessionCheckKind kind, SessionCheckStatus status, string detail, string recommendation, TimeSpan? elapsed) =>
        new(_probe.Session, kind, status, detail, recommendation, elapsed);
}
