using System.Globalization;
using System.Management.Automation;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Common.Input;

/// <summary>
/// Converts a time span, text (<c>00:01:30</c>), a number of seconds or the output of <c>ConvertTo-Json</c> to a time span. An
/// empty CSV cell is converted to null.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData.BaseObject() switch
    {
        null => null,
        TimeSpan span => span,
        string text => string.IsNullOrWhiteSpace(text) ? null : Parse(text),
        int or long or double or decimal or float or short or byte => FromSeconds(Convert.ToDouble(inputData.BaseObject(), CultureInfo.InvariantCulture)),
        _ => ObjectProperties.Read(inputData, nameof(TimeSpan.Ticks)) is long ticks ? TimeSpan.FromTicks(ticks) : throw Unreadable(),
    };

    private static TimeSpan Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? FromSeconds(seconds)
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span
        : throw Unreadable();

    private static TimeSpan FromSeconds(double seconds) => ValueParser.FromSeconds(seconds) ?? throw Unreadable();

    private static ArgumentTransformationMetadataException Unreadable() => new(CommandMessages.DurationFormat);
}
