using System.Management.Automation;
using System.Security;

namespace VideoPlatforms.Common.Input;

/// <summary>Validates that a secret is not empty, without decrypting it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateSecretAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is SecureString { Length: 0 } or PSCredential { Password.Length: 0 })
        {
            throw new ValidationMetadataException(CommandMessages.SecretEmpty);
        }
    }
}
