using System.Management.Automation;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Gets the open sessions of this runspace.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "VideoPlatformSession")]
[OutputType(typeof(VideoPlatformSession))]
public sealed class GetVideoPlatformSessionCommand : AsyncCommand
{
    /// <summary>
    /// <para type="description">Only sessions of these platforms.</para>
    /// </summary>
    [Parameter(Position = 0)]
    public Platform[]? Platform { get; set; }

    /// <summary>
    /// <para type="description">Only sessions of these names; wildcards are allowed.</para>
    /// </summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        var patterns = Name?.Select(name => new WildcardPattern(name, WildcardOptions.IgnoreCase)).ToList();
        return host.WriteAsync(Sessions.All
            .Where(session => Platform is null || Platform.Contains(session.Platform))
            .Where(session => patterns is null || patterns.Exists(pattern => pattern.IsMatch(session.Name)))
            .ToList());
    }
}
