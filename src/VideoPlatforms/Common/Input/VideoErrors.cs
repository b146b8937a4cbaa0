using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Common.Input;

/// <summary>Creates the errors for objects that name no video. They are reported before a request is sent.</summary>
internal static class VideoErrors
{
    /// <summary>Returns the error for an object without a platform or an ID.</summary>
    public static CommandException NotAVideo(VideoReference reference) =>
        new(
            "VideoPlatforms.NotAVideo",
            PlatformErrorCategory.InvalidData,
            CommandMessages.NotAVideo.With(ErrorText.SanitizeForDisplay($"{reference.Source}"), reference.Platform is null ? "Platform" : "Id"),
            CommandMessages.NotAVideoDo);
}
