namespace VideoPlatforms.Clients.Common;

/// <summary>
/// Represents a rule for input. The clients and the cmdlets' validation attributes use the same rules before a request is sent.
/// </summary>
internal sealed class InputRule<T>(Func<T, bool> allows, Func<string> sentence)
{
    /// <summary>Gets the message that describes the rule.</summary>
    public string Sentence => sentence();

    /// <summary>Returns whether the value is allowed.</summary>
    public bool Allows(T value) => allows(value);

    /// <summary>Returns the value if it is allowed. The exception does not contain an address, which may include a password.</summary>
    /// <exception cref="ArgumentException">The value is not allowed.</exception>
    public T Check(T value, string name) => Allows(value) ? value : throw new ArgumentException(value is Uri ? Sentence : $"{Sentence} ({value})", name);
}
