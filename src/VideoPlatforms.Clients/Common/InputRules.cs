using System.Net.Mail;

namespace VideoPlatforms.Clients.Common;

/// <summary>
/// What input is allowed, each rule once: the clients check it, and so do the cmdlets' validation attributes, before anything is sent.
/// </summary>
internal sealed class InputRule<T>(Func<T, bool> allows, Func<string> sentence)
{
    /// <summary>Says what is allowed.</summary>
    public string Sentence => sentence();

    /// <summary>Whether the value is allowed.</summary>
    public bool Allows(T value) => allows(value);

    /// <summary>Gives the value back, or throws what says why not. An address is not repeated: a password may be part of it.</summary>
    public T Check(T value, string name) => Allows(value) ? value : throw new ArgumentException(value is Uri ? Sentence : $"{Sentence} ({value})", name);
}

/// <summary>The rules that more than one place asks for.</summary>
internal static class InputRules
{
    /// <summary>The largest page that any platform gives.</summary>
    public const int MaxPageSize = 1000;

    /// <summary>The most pages that may be asked for side by side.</summary>
    public const int MaxThrottleLimit = 64;

    /// <summary>Something other than blanks.</summary>
    public static readonly InputRule<string?> NotWhiteSpace = new(value => !string.IsNullOrWhiteSpace(value), () => Messages.NotWhiteSpace);

    /// <summary>The name of a session.</summary>
    public static readonly InputRule<string?> SessionName = new(SessionReference.IsName, () => Messages.SessionName);

    /// <summary>Text without blanks or line breaks.</summary>
    public static readonly InputRule<string?> NoWhiteSpace = new(value => !string.IsNullOrEmpty(value) && !value!.Any(char.IsWhiteSpace), () => Messages.NoWhiteSpace);

    /// <summary>What an HTTP header can carry.</summary>
    public static readonly InputRule<string?> HeaderText = new(
        value => !string.IsNullOrWhiteSpace(value) && value!.All(character => character is >= ' ' and <= '~'), () => Messages.HeaderText);

    /// <summary>An absolute http or https address without user, query or fragment.</summary>
    public static readonly InputRule<Uri> HttpAddress = new(
        value => value.IsAbsoluteUri && value.Scheme is "http" or "https"
            && value is { Host.Length: > 0, UserInfo: "", Query: "", Fragment: "" },
        () => Messages.HttpAddress);

    /// <summary>An address that this runtime takes as a proxy: https only on .NET.</summary>
    public static readonly InputRule<Uri> ProxyAddress =
#if NET
        HttpAddress;
#else
        new(value => HttpAddress.Allows(value) && value.Scheme == "http", () => Messages.ProxyAddress);
#endif

    /// <summary>One e-mail address, without a display name.</summary>
    public static readonly InputRule<string> EmailAddress = new(
        value =>
        {
            try
            {
                return new MailAddress(value).Address == value;
            }
            catch (Exception exception) when (exception is FormatException or ArgumentException)
            {
                return false;
            }
        },
        () => Messages.EmailAddress);

    /// <summary>How many items one page may hold.</summary>
    public static readonly InputRule<int> PageSize = new(value => value is >= 1 and <= MaxPageSize, () => Messages.PageSizeRange);

    /// <summary>How many pages may be asked for side by side.</summary>
    public static readonly InputRule<int> ThrottleLimit = new(value => value is >= 1 and <= MaxThrottleLimit, () => Messages.ThrottleLimitRange);

    /// <summary>How many objects to pass over or to give.</summary>
    public static readonly InputRule<long> ObjectCount = new(value => value >= 0, () => Messages.ObjectCountRange);
}
