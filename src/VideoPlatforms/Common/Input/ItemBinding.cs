using System.Management.Automation;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Common.Input;

/// <summary>
/// Finds the session for each item that a command acts on: the session that the item was read with. An item that belongs to another
/// account, server or platform is rejected before a request is sent.
/// </summary>
/// <param name="command">The command that receives the items.</param>
/// <param name="platform">The platform of the command.</param>
/// <param name="parameter">The parameter that receives the items.</param>
internal sealed class ItemBinding(PSCmdlet command, Platform platform, string parameter)
{
    private VideoPlatformSession? _given;
    private bool _itemsFromPipeline;
    private string[][]? _fields;

    /// <summary>Stores the session that the command line specifies, before the first pipeline object is bound.</summary>
    public void Begin(VideoPlatformSession? session)
    {
        _given = session;
        _itemsFromPipeline = command.MyInvocation.ExpectingInput && !command.MyInvocation.BoundParameters.ContainsKey(parameter);
    }

    /// <summary>Returns the session for an item.</summary>
    /// <param name="sessions">The open sessions.</param>
    /// <param name="item">The item.</param>
    /// <param name="bound">The command's -Session: from the command line, or from the pipeline object.</param>
    /// <exception cref="PlatformException">The item cannot be processed; no request was sent.</exception>
    public VideoPlatformSession SessionFor(SessionStore sessions, ItemReference item, VideoPlatformSession? bound)
    {
        if (item.PlatformName is { } name && name != platform.ToString())
        {
            throw ItemErrors.OtherPlatform(platform, CommandMessages.ItemOfPlatform.With(item.Value ?? item.Source, name));
        }

        if (item.Value is null)
        {
            throw ItemErrors.IdMissing(platform, parameter, item.Source);
        }

        if (_itemsFromPipeline)
        {
            CheckFields(item.Source);
        }

        return sessions.For(platform, _given, item.Session ?? (_given is null ? bound : null));
    }

    // PowerShell skips a property whose value cannot be converted. A value of the object must not be ignored silently.
    private void CheckFields(object? source)
    {
        if (source is null)
        {
            return;
        }

        _fields ??=
        [
            .. from field in command.MyInvocation.MyCommand.Parameters.Values
               where field.Name != parameter && field.ParameterSets.Values.Any(set => set.ValueFromPipelineByPropertyName)
               select (string[])[field.Name, .. field.Aliases],
        ];
        foreach (var names in _fields)
        {
            if (!command.MyInvocation.BoundParameters.ContainsKey(names[0])
                && names.Select(name => ObjectProperties.Read(source, name)).FirstOrDefault(value => value is not null) is { } lost
                && lost is not string { Length: 0 }
                && !string.IsNullOrWhiteSpace(lost.ToString()))
            {
                throw ItemErrors.ValueUnreadable(platform, names[0], lost);
            }
        }
    }
}
