using System.Diagnostics;

namespace VideoPlatforms.Clients.Http;

/// <summary>The state of a call over all of its attempts.</summary>
/// <param name="call">The call.</param>
/// <param name="accountRedactor">Redacts the secrets of the account.</param>
internal sealed class RequestContext(ApiCall call, SecretRedactor accountRedactor)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>The call.</summary>
    public ApiCall Call { get; } = call;

    /// <summary>The time since the call began.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>The generation of the token that the latest attempt carried.</summary>
    public int TokenGeneration { get; private set; }

    /// <summary>Whether an attempt at a write was sent whose outcome is unknown.</summary>
    public bool InDoubt { get; set; }

    /// <summary>Redacts the secrets of the account and of every attempt: a cache may return what an earlier attempt carried.</summary>
    public SecretRedactor Redactor => accountRedactor.WithRequestSecrets(Call.AttachedSecrets);

    /// <summary>Notes the secrets of an attempt.</summary>
    public void Attach(Attempt attempt)
    {
        Call.AttachedSecrets.AddRange(attempt.Secrets);
        TokenGeneration = attempt.TokenGeneration;
    }
}
