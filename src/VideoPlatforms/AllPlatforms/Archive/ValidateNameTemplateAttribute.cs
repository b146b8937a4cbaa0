using System.Management.Automation;

namespace VideoPlatforms.AllPlatforms.Archive;

/// <summary>Validates the template of a name: its properties exist, and it stays within the destination.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateNameTemplateAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        try
        {
            SaveOptions.ParseTemplate(element as string ?? "");
        }
        catch (ArgumentException exception)
        {
            throw new ValidationMetadataException(exception.Message, exception);
        }
    }
}
