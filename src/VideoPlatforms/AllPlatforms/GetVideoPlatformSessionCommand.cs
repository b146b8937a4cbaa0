using System.Management.Automation;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Commands;

/// <summary>Gets the open sessions of this runspace.</summary>
[Cmdlet(VerbsCommon.Get, "VideoPlatformSession")]
[OutputType(typeof(VideoPlatformSession))]
public sealed class GetVideoPlatformSessionCommand : AsyncCommand
{
    /// <summary>Specifies the platforms of the sessions to get. The default is all platforms.</summary>
    [Parameter(Position = 0)]
    public Platform[]? Platform { get; set; }

    /// <summary>Specifies the names of the sessions to get. Wildcards are permitted. The default is all names.</summary>
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
