using System.Diagnostics;

namespace VideoPlatforms.Clients.Http;

/// <summary>A call on its way: what it asks, and what its attempts have carried so far.</summary>
/// <param name="call">What is asked.</param>
/// <param name="account">Masks the account's own secrets.</param>
internal sealed class RequestContext(ApiCall call, SecretRedactor account)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>What is asked.</summary>
    public ApiCall Call { get; } = call;

    /// <summary>How long the call has been under way.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>Which of the session's tokens the latest attempt carried.</summary>
    public int TokenGeneration { get; private set; }

    /// <summary>Whether an attempt at a write went out of which nobody knows whether it was carried out.</summary>
    public bool InDoubt { get; set; }

    /// <summary>Masks all that was carried: a cache on the way may answer an attempt with what an earlier one carried.</summary>
    public SecretRedactor Mask => Call.AttachedSecrets.Count == 0 ? account : account.With(Call.AttachedSecrets);

    /// <summary>Notes what an attempt carries.</summary>
    public void Attach(Attempt attempt, Redactions redactions)
    {
        if (redactions.HasFlag(Redactions.CarriedSecrets))
        {
            Call.AttachedSecrets.AddRange(attempt.Secrets);
        }

        TokenGeneration = attempt.TokenGeneration;
    }
}
