using System.Management.Automation;

namespace VideoPlatforms.Common.Hosting;

/// <summary>Turns failures into PowerShell's error records.</summary>
internal static class ErrorRecords
{
    /// <summary>The record of a failed call.</summary>
    public static ErrorRecord From(PlatformException failure, object? target) =>
        new(failure, failure.ErrorId, Category(failure.Category), target ?? failure.Target)
        {
            ErrorDetails = new(failure.Message) { RecommendedAction = failure.RecommendedAction },
        };

    /// <summary>The record of what cannot be done as things stand.</summary>
    public static ErrorRecord From(CommandException exception) =>
        new(exception, exception.ErrorId, Category(exception.Category), null)
        {
            ErrorDetails = new(exception.Message) { RecommendedAction = exception.RecommendedAction },
        };

    /// <summary>The record of a value that is not allowed.</summary>
    public static ErrorRecord From(ArgumentException exception) =>
        new(exception, "VideoPlatforms.InvalidArgument", ErrorCategory.InvalidArgument, exception.ParamName);

    // The two enumerations share their names.
    private static ErrorCategory Category(PlatformErrorCategory category) =>
        Enum.TryParse<ErrorCategory>(category.ToString(), out var same) ? same : ErrorCategory.NotSpecified;
}
