using System.Net;
using System.Security;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Http;

/// <summary>Represents a key, password or token. Its string representation does not contain the value.</summary>
internal sealed class Secret(string value)
{
    private string? _value = value;

    /// <summary>Initializes a secret with the value of a SecureString.</summary>
    /// <exception cref="ArgumentException">The value is empty or white space.</exception>
    public Secret(SecureString value)
        : this(new NetworkCredential("", value).Password)
    {
        if (string.IsNullOrWhiteSpace(_value))
        {
            throw new ArgumentException(Messages.NotWhiteSpace, nameof(value));
        }
    }

    /// <summary>Returns the value, for signing and sending only.</summary>
    /// <exception cref="ObjectDisposedException">The value was cleared.</exception>
    public string Reveal() => _value ?? throw new ObjectDisposedException(nameof(Secret));

    /// <summary>Clears the value, so that it is no longer accessible through references to this object.</summary>
    public void Clear() => _value = null;

    /// <summary>Returns three asterisks.</summary>
    public override string ToString() => SecretRedactor.Mask;
}
