using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Commands;

/// <summary>Provides the behavior of the cmdlets that change videos on a Qushipin server.</summary>
public abstract class QushipinVideoWriteCommand : QushipinWriteCommand
{
    private protected QushipinVideoWriteCommand()
        : base(nameof(VideoId))
    {
    }

    /// <summary>Specifies the videos, or their IDs.</summary>
    public abstract ItemReference[] VideoId { get; set; }

    /// <summary>Changes videos one by one.</summary>
    /// <param name="operation">The operation that the confirmation prompt displays.</param>
    /// <param name="change">Makes the change.</param>
    /// <param name="host">The host that prompts and receives the results.</param>
    private protected Task ChangeAsync(string operation, Func<QushipinClient, ItemReference, Task<VideoOperationResult>> change, ICommandHost host) =>
        ChangeAsync(VideoId, CommandMessages.VideoOfSession, operation, async (client, item) => await change(client, item).ConfigureAwait(false), host);
}
