using System.Management.Automation;

namespace VideoPlatforms.Common.Hosting;

/// <summary>Creates PowerShell error records.</summary>
internal static class ErrorRecords
{
    /// <summary>Returns the error record for a failed call.</summary>
    public static ErrorRecord From(PlatformException failure, object? target) =>
        new(failure, failure.ErrorId, Category(failure.Category), target ?? failure.Target)
        {
            ErrorDetails = new(failure.Message) { RecommendedAction = failure.RecommendedAction },
        };

    /// <summary>Returns the error record for an error that is not specific to a platform.</summary>
    public static ErrorRecord From(CommandException exception, object? target = null) =>
        new(exception, exception.ErrorId, Category(exception.Category), target)
        {
            ErrorDetails = new(exception.Message) { RecommendedAction = exception.RecommendedAction },
        };

    /// <summary>Returns the error record for an invalid value.</summary>
    public static ErrorRecord From(ArgumentException exception) =>
        new(exception, "VideoPlatforms.InvalidArgument", ErrorCategory.InvalidArgument, exception.ParamName);

    // The two enumerations use the same names.
    private static ErrorCategory Category(PlatformErrorCategory category) =>
        Enum.TryParse<ErrorCategory>(category.ToString(), out var same) ? same : ErrorCategory.NotSpecified;
}
