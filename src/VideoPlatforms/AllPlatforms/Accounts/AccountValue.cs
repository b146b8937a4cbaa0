using System.Globalization;
using System.Text.Json;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Accounts;

/// <summary>Represents a value of an accounts file. Errors say which type is valid and never contain the value.</summary>
/// <param name="Name">The key.</param>
/// <param name="Line">The line of the key, from 1.</param>
/// <param name="Kind">The type of the value.</param>
/// <param name="Content">The value as text.</param>
internal sealed record AccountValue(string Name, int Line, JsonTokenType Kind, string Content)
{
    /// <summary>Gets the value as text.</summary>
    /// <exception cref="ArgumentException">It is not text, or empty.</exception>
    public string Text => Kind == JsonTokenType.String && !string.IsNullOrWhiteSpace(Content) ? Content : throw new ArgumentException(CommandMessages.AccountsTextExpected);

    /// <summary>Gets the value as a number.</summary>
    /// <exception cref="ArgumentException">It is not a number.</exception>
    public double Number =>
        Kind == JsonTokenType.Number && double.TryParse(Content, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException(CommandMessages.AccountsNumberExpected);

    /// <summary>Gets the value as an integer.</summary>
    /// <exception cref="ArgumentException">It is not an integer.</exception>
    public int Whole =>
        Kind == JsonTokenType.Number && int.TryParse(Content, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException(CommandMessages.AccountsNumberExpected);

    /// <summary>Gets the value as a Boolean value.</summary>
    /// <exception cref="ArgumentException">It is not true or false.</exception>
    public bool Flag => Kind switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw new ArgumentException(CommandMessages.AccountsFlagExpected),
    };

    /// <summary>Gets the value as an http or https address.</summary>
    /// <exception cref="ArgumentException">It is not such an address.</exception>
    public Uri Address => Uri.TryCreate(Text, UriKind.Absolute, out var address) ? address : throw new ArgumentException(InputRules.HttpAddress.Sentence);

    /// <summary>Gets a value indicating whether the value is an address that contains a user name or a password.</summary>
    public bool HasUserInfo => Kind == JsonTokenType.String && Uri.TryCreate(Content, UriKind.Absolute, out var address) && address.UserInfo.Length > 0;
}
