using System.Management.Automation;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Qushipin;

namespace VideoPlatforms.Commands;

/// <summary>What every cmdlet takes that changes something on a Qushipin server.</summary>
public abstract class QushipinWriteCommand : AsyncCommand
{
    /// <summary>
    /// <para type="description">Also writes a VideoOperationResult for each change that was made.</para>
    /// </summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// <para type="description">The session to use, or its name. A video from the pipeline brings the one it was read with; otherwise the session named default, or the only one.</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SessionArgument(Platform.Qushipin)]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public VideoPlatformSession? Session { get; set; }

    /// <summary>Speaks for the session.</summary>
    private protected QushipinClient Client => Sessions.Client<QushipinClient>(Session, Platform.Qushipin);

    /// <summary>Changes videos one by one.</summary>
    /// <param name="videoIds">The videos.</param>
    /// <param name="operation">What is done, for the question.</param>
    /// <param name="change">Does it.</param>
    /// <param name="host">Asked, and told.</param>
    private protected Task ChangeAsync(
        IEnumerable<string> videoIds, string operation, Func<QushipinClient, string, Task<VideoOperationResult>> change, ICommandHost host)
    {
        var client = Client;
        return Writing.RunAsync(videoIds, operation, id => CommandMessages.VideoOfSession.With(id, client.Session), id => change(client, id), PassThru, host);
    }
}
