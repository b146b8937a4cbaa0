using System.Collections;
using System.Management.Automation;
using System.Security;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Common.Credentials;

/// <summary>Reads secrets with Get-Secret of the module Microsoft.PowerShell.SecretManagement, if it is installed.</summary>
internal static class SecretVault
{
    private const string GetSecret = "Get-Secret";

    /// <summary>Reads a secret. Must be called on the pipeline thread.</summary>
    /// <exception cref="CommandException">SecretManagement is not installed, or the secret is missing or has an unsupported type.</exception>
    public static VaultSecret Read(PSCmdlet cmdlet, string name, string? vault)
    {
        if (cmdlet.InvokeCommand.GetCommand(GetSecret, CommandTypes.Cmdlet | CommandTypes.Function) is null)
        {
            throw new CommandException(
                "VideoPlatforms.VaultUnavailable", PlatformErrorCategory.ResourceUnavailable, CommandMessages.VaultUnavailable, CommandMessages.VaultUnavailableDo);
        }

        var script = ScriptBlock.Create("param($Name, $Vault) if ($Vault) { Get-Secret -Name $Name -Vault $Vault -ErrorAction Stop } else { Get-Secret -Name $Name -ErrorAction Stop }");
        object? secret;
        try
        {
            secret = cmdlet.InvokeCommand.InvokeScript(false, script, null, name, vault).FirstOrDefault()?.BaseObject;
        }
        catch (RuntimeException exception)
        {
            throw NotFound(name, exception.ErrorRecord?.Exception?.Message ?? exception.Message, exception);
        }

        return secret switch
        {
            PSCredential credential => new(credential.UserName, credential.Password),
            SecureString text => new(text),
            IDictionary entries => new(entries),
            _ => throw NotFound(name, CommandMessages.VaultSecretOfOtherType, null),
        };
    }

    private static CommandException NotFound(string name, string why, Exception? inner) =>
        new("VideoPlatforms.VaultSecretNotFound", PlatformErrorCategory.ObjectNotFound, CommandMessages.VaultSecretNotFound.With(name, why), CommandMessages.VaultSecretNotFoundDo, inner);
}
