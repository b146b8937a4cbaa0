using System.Net;
using System.Security;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Http;

/// <summary>A key, password or token on its way into a request. Its string form shows nothing.</summary>
internal sealed class Secret(string value)
{
    private string? _value = value;

    /// <summary>Takes the secret out of a SecureString.</summary>
    /// <exception cref="ArgumentException">There is none in it.</exception>
    public Secret(SecureString value)
        : this(new NetworkCredential("", value).Password)
    {
        if (string.IsNullOrWhiteSpace(_value))
        {
            throw new ArgumentException(Messages.NotWhiteSpace, nameof(value));
        }
    }

    /// <summary>The secret itself: for signing and sending only.</summary>
    /// <exception cref="ObjectDisposedException">It was forgotten.</exception>
    public string Reveal() => _value ?? throw new ObjectDisposedException(nameof(Secret));

    /// <summary>Forgets it: nothing that still holds this object leads to the secret.</summary>
    public void Clear() => _value = null;

    /// <summary>Three asterisks.</summary>
    public override string ToString() => SecretRedactor.Mask;
}
