using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Commands;

/// <summary>What every cmdlet takes that changes videos on a Qushipin server.</summary>
public abstract class QushipinVideoWriteCommand : QushipinWriteCommand
{
    private protected QushipinVideoWriteCommand()
        : base(nameof(VideoId))
    {
    }

    /// <summary>The videos.</summary>
    public abstract ItemReference[] VideoId { get; set; }

    /// <summary>Changes videos one by one.</summary>
    /// <param name="operation">What is done, for the question.</param>
    /// <param name="change">Does it.</param>
    /// <param name="host">Asked, and told.</param>
    private protected Task ChangeAsync(string operation, Func<QushipinClient, ItemReference, Task<VideoOperationResult>> change, ICommandHost host) =>
        ChangeAsync(VideoId, CommandMessages.VideoOfSession, operation, async (client, item) => await change(client, item).ConfigureAwait(false), host);
}
