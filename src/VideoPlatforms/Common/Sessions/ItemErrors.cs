using System.Globalization;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Common.Sessions;

/// <summary>The errors of one item that must not, or cannot, be acted on. Nothing has been sent when one of them is reported.</summary>
internal static class ItemErrors
{
    /// <summary>The session that is open is one of another account or server.</summary>
    public static PlatformException Mismatch(VideoPlatformSession wanted, VideoPlatformSession open) =>
        Create(open.Platform, ErrorKind.SessionMismatch, [wanted, open], open.Platform);

    /// <summary>The item, or its session, is one of another platform.</summary>
    public static PlatformException OtherPlatform(Platform platform, object? found, bool endsPipeline = false) =>
        Create(platform, ErrorKind.OtherPlatform with { EndsPipeline = endsPipeline }, [found, platform], platform);

    /// <summary>The object does not say which item it is.</summary>
    public static PlatformException IdMissing(Platform platform, string parameter, object? source) =>
        Create(platform, ErrorKind.IdMissing, [parameter, source], parameter);

    /// <summary>The object says something that cannot be read.</summary>
    public static PlatformException ValueUnreadable(Platform platform, string parameter, object value) =>
        Create(platform, ErrorKind.ValueUnreadable, [parameter, value], parameter);

    private static PlatformException Create(Platform platform, ErrorKind kind, object?[] found, object advised)
    {
        var what = ErrorText.Find(platform, kind, "What").With([.. found.Select(value => ErrorText.SanitizeForDisplay($"{value}"))]);
        return new(platform, kind, $"{char.ToUpper(what[0], CultureInfo.CurrentCulture)}{what.Substring(1)}", ErrorText.Advise(platform, kind).With(advised));
    }
}
