using System.Management.Automation;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Common.Input;

/// <summary>An id or address that is typed must not be blank. What an object says is checked with the object.</summary>
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
