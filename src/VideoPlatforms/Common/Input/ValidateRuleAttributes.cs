using System.Management.Automation;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Common.Input;

/// <summary>Holds a parameter to one of the clients' input rules, at binding time.</summary>
/// <typeparam name="T">The parameter's type.</typeparam>
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

/// <summary>Something other than blanks.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateNotWhiteSpaceAttribute : ValidateRuleAttribute<string?>
{
    private protected override InputRule<string?> Rule => InputRules.NotWhiteSpace;
}

/// <summary>The name of a session.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateSessionNameAttribute : ValidateRuleAttribute<string?>
{
    private protected override InputRule<string?> Rule => InputRules.SessionName;
}

/// <summary>What an HTTP header can carry.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateHeaderTextAttribute : ValidateRuleAttribute<string?>
{
    private protected override InputRule<string?> Rule => InputRules.HeaderText;
}

/// <summary>An absolute http or https address.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateHttpAddressAttribute : ValidateRuleAttribute<Uri>
{
    private protected override InputRule<Uri> Rule => InputRules.HttpAddress;
}

/// <summary>An address that this edition of PowerShell takes as a proxy.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateProxyAddressAttribute : ValidateRuleAttribute<Uri>
{
    private protected override InputRule<Uri> Rule => InputRules.ProxyAddress;
}

/// <summary>One e-mail address.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateEmailAddressAttribute : ValidateRuleAttribute<string>
{
    private protected override InputRule<string> Rule => InputRules.EmailAddress;
}

/// <summary>Text without blanks or line breaks.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateNoWhiteSpaceAttribute : ValidateRuleAttribute<string?>
{
    private protected override InputRule<string?> Rule => InputRules.NoWhiteSpace;
}
