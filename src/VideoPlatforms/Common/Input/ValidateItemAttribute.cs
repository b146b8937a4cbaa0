using System.Management.Automation;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Common.Input;

/// <summary>
/// Validates that a typed ID or address is not empty. The properties of an object are validated when the item is processed.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateItemAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        if (element.BaseObject() is not ItemReference { Value: not null } and not ItemReference { Source: not (null or string) })
        {
            throw new ValidationMetadataException(InputRules.NotWhiteSpace.Sentence);
        }
    }
}
