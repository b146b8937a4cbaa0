using System.Management.Automation;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Common.Input;

/// <summary>Applies one of the clients' input rules when the parameter is bound.</summary>
/// <typeparam name="T">The type of the parameter.</typeparam>
public abstract class ValidateRuleAttribute<T> : ValidateEnumeratedArgumentsAttribute
{
    private protected abstract InputRule<T> Rule { get; }

    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        if (!LanguagePrimitives.TryConvertTo<T>(element, out var value) || !Rule.Allows(value))
        {
            throw new ValidationMetadataException(Rule.Sentence);
        }
    }
}

/// <summary>Validates that text is not empty or white space.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateNotWhiteSpaceAttribute : ValidateRuleAttribute<string?>
{
    private protected override InputRule<string?> Rule => InputRules.NotWhiteSpace;
}

/// <summary>Validates the name of a session.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateSessionNameAttribute : ValidateRuleAttribute<string?>
{
    private protected override InputRule<string?> Rule => InputRules.SessionName;
}

/// <summary>Validates that text can be sent in an HTTP header.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateHeaderTextAttribute : ValidateRuleAttribute<string?>
{
    private protected override InputRule<string?> Rule => InputRules.HeaderText;
}

/// <summary>Validates an absolute http or https address.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateHttpAddressAttribute : ValidateRuleAttribute<Uri>
{
    private protected override InputRule<Uri> Rule => InputRules.HttpAddress;
}

/// <summary>Validates a proxy address that this edition of PowerShell supports.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateProxyAddressAttribute : ValidateRuleAttribute<Uri>
{
    private protected override InputRule<Uri> Rule => InputRules.ProxyAddress;
}

/// <summary>Validates a single e-mail address.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateEmailAddressAttribute : ValidateRuleAttribute<string>
{
    private protected override InputRule<string> Rule => InputRules.EmailAddress;
}

/// <summary>Validates that text contains no white space.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateNoWhiteSpaceAttribute : ValidateRuleAttribute<string?>
{
    private protected override InputRule<string?> Rule => InputRules.NoWhiteSpace;
}
