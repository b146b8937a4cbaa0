using System.Globalization;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Common.Sessions;

/// <summary>Creates the errors for an item that must not or cannot be processed. They are reported before a request is sent.</summary>
internal static class ItemErrors
{
    /// <summary>Returns the error for an open session that belongs to another account or server.</summary>
    public static PlatformException Mismatch(VideoPlatformSession wanted, VideoPlatformSession open) =>
        Create(open.Platform, ErrorKind.SessionMismatch, [wanted, open], open.Platform);

    /// <summary>Returns the error for an item or session of another platform.</summary>
    public static PlatformException OtherPlatform(Platform platform, object? found, bool endsPipeline = false) =>
        Create(platform, ErrorKind.OtherPlatform with { EndsPipeline = endsPipeline }, [found, platform], platform);

    /// <summary>Returns the error for an object without an ID.</summary>
    public static PlatformException IdMissing(Platform platform, string parameter, object? source) =>
        Create(platform, ErrorKind.IdMissing, [parameter, source], parameter);

    /// <summary>Returns the error for an object that names no platform.</summary>
    public static CommandException PlatformMissing(object? source) =>
        new(
            "VideoPlatforms.PlatformMissing",
            PlatformErrorCategory.InvalidArgument,
            CommandMessages.PlatformMissing.With(ErrorText.SanitizeForDisplay($"{source}")),
            CommandMessages.PlatformMissingDo);

    /// <summary>Returns the error for a property value that cannot be converted.</summary>
    public static PlatformException ValueUnreadable(Platform platform, string parameter, object value) =>
        Create(platform, ErrorKind.ValueUnreadable, [parameter, value], parameter);

    private static PlatformException Create(Platform platform, ErrorKind kind, object?[] found, object advised)
    {
        var what = ErrorText.Find(platform, kind, "What").With([.. found.Select(value => ErrorText.SanitizeForDisplay($"{value}"))]);
        return new(platform, kind, $"{char.ToUpper(what[0], CultureInfo.CurrentCulture)}{what.Substring(1)}", ErrorText.Advise(platform, kind).With(advised));
    }
}
