using System.Net.Mail;

namespace VideoPlatforms.Clients.Common;

/// <summary>Contains the rules for input that several classes share.</summary>
internal static class InputRules
{
    /// <summary>The maximum page size of any platform.</summary>
    public const int MaxPageSize = 1000;

    /// <summary>The maximum number of pages that are requested concurrently.</summary>
    public const int MaxThrottleLimit = 64;

    /// <summary>Text that is not empty or white space.</summary>
    public static readonly InputRule<string?> NotWhiteSpace = new(value => !string.IsNullOrWhiteSpace(value), () => Messages.NotWhiteSpace);

    /// <summary>The name of a session, without the separators <c>/</c> and <c>@</c> of a reference.</summary>
    public static readonly InputRule<string?> SessionName = new(SessionReference.IsName, () => Messages.SessionName);

    /// <summary>Text that is not empty and contains no white space.</summary>
    public static readonly InputRule<string?> NoWhiteSpace = new(value => !string.IsNullOrEmpty(value) && !value!.Any(char.IsWhiteSpace), () => Messages.NoWhiteSpace);

    /// <summary>Printable ASCII text for an HTTP header.</summary>
    public static readonly InputRule<string?> HeaderText = new(
        value => !string.IsNullOrWhiteSpace(value) && value!.All(character => character is >= ' ' and <= '~'), () => Messages.HeaderText);

    /// <summary>An absolute http or https address without user, query and fragment.</summary>
    public static readonly InputRule<Uri> HttpAddress = new(
        value => value.IsAbsoluteUri && value.Scheme is "http" or "https"
            && value is { Host.Length: > 0, UserInfo: "", Query: "", Fragment: "" },
        () => Messages.HttpAddress);

    /// <summary>An address that this runtime supports for a proxy: http, and on .NET also https.</summary>
    public static readonly InputRule<Uri> ProxyAddress =
#if NET
        HttpAddress;
#else
        new(value => HttpAddress.Allows(value) && value.Scheme == "http", () => Messages.ProxyAddress);
#endif

    /// <summary>A single email address without a display name.</summary>
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

    /// <summary>The number of items on a page, from 1 to 1000.</summary>
    public static readonly InputRule<int> PageSize = new(value => value is >= 1 and <= MaxPageSize, () => Messages.PageSizeRange);

    /// <summary>The number of pages that are requested concurrently, from 1 to 64.</summary>
    public static readonly InputRule<int> ThrottleLimit = new(value => value is >= 1 and <= MaxThrottleLimit, () => Messages.ThrottleLimitRange);

    /// <summary>The number of items to skip or to return, 0 or more.</summary>
    public static readonly InputRule<long> ObjectCount = new(value => value >= 0, () => Messages.ObjectCountRange);
}
