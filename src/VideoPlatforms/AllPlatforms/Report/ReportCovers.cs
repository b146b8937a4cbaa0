using VideoPlatforms.AllPlatforms.Inventories.Writing;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Downloads.Transfer;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.AllPlatforms.Report;

/// <summary>
/// Downloads covers to a temporary file, as lines of number, content type and base64. A cover that fails is reported, and the report is
/// written without it.
/// </summary>
internal sealed class ReportCovers : IDisposable
{
    /// <summary>The number of a video without a cover.</summary>
    public const int None = -1;

    /// <summary>The largest picture that is included.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int ThrottleLimit = 8;

    private readonly long _maxTotalBytes;
    private readonly TemporaryFile _file;
    private readonly BackgroundWork _work;
    private readonly Downloader _downloader;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly object _lock = new();
    private long _bytes;
    private long _downloaded;
    private int _omitted;

    /// <summary>Creates the temporary file.</summary>
    /// <param name="target">The file of the report.</param>
    /// <param name="maxTotalBytes">The largest total size of all pictures.</param>
    /// <param name="stopping">Cancels the downloads.</param>
    public ReportCovers(InventoryTarget target, long maxTotalBytes, CancellationToken stopping)
    {
        _maxTotalBytes = maxTotalBytes;
        _file = new(target, compressed: false);
        _work = new(ThrottleLimit, host => host.Report(new(0, CommandMessages.ExportReport, CommandMessages.CoversSoFar.With(Interlocked.Read(ref _downloaded)))), stopping);
        _downloader = new(new(), _work.Output);
    }

    /// <summary>Starts the download of the cover of a video, and returns its number in the file.</summary>
    /// <param name="video">The video.</param>
    /// <param name="source">The object that was passed, for errors.</param>
    /// <param name="host">The host.</param>
    /// <param name="cancellationToken">Cancels the wait for the other downloads.</param>
    public async ValueTask<int> AddAsync(PlatformVideo video, object? source, ICommandHost host, CancellationToken cancellationToken)
    {
        if (video.CoverUrl is not { } text || MediaAddress.Parse(video.Platform, video.Id, text) is not { } address)
        {
            return None;
        }

        if (_numbers.TryGetValue(text, out var number))
        {
            return number;
        }

        _numbers.Add(text, number = _numbers.Count);
        await _work.StartAsync(token => DownloadAsync(address, number, source, token), host, cancellationToken).ConfigureAwait(false);
        return number;
    }

    /// <summary>Waits for all downloads.</summary>
    public async Task CompleteAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        await _work.CompleteAsync(host, cancellationToken).ConfigureAwait(false);
        if (_omitted > 0)
        {
            host.Warning(CommandMessages.CoversOmitted.With(_omitted, _maxTotalBytes / (1024 * 1024)));
        }
    }

    /// <summary>Copies the covers to the report.</summary>
    public void CopyTo(Stream stream) => _file.CopyTo(stream);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The downloads end within milliseconds of their cancellation.
        _work.StopAsync().GetAwaiter().GetResult();
        _work.Dispose();
        _downloader.Dispose();
        _file.Dispose();
    }

    private async Task DownloadAsync(MediaAddress address, int number, object? source, CancellationToken cancellationToken)
    {
        if (Interlocked.Read(ref _bytes) >= _maxTotalBytes)
        {
            Interlocked.Increment(ref _omitted);
            return;
        }

        try
        {
            var request = new DownloadRequest(address, "", "") { Content = ExpectedContent.Picture };
            var picture = await _downloader.ReadAsync(request, MaxBytes, cancellationToken).ConfigureAwait(false);
            var type = PictureType.Of(picture) ?? throw address.Fail(ErrorKind.UnexpectedContent, CommandMessages.NotAPicture);
            Write(number, type, picture);
            Interlocked.Increment(ref _downloaded);
        }
        catch (PlatformException failure)
        {
            _work.Output.Post(host => host.WriteErrorAsync(failure, source));
        }
    }

    private void Write(int number, string type, byte[] picture)
    {
        var line = System.Text.Encoding.ASCII.GetBytes($"{number} {type};base64,{Convert.ToBase64String(picture)}\n");
        lock (_lock)
        {
            _bytes += picture.Length;
            _file.Stream.Write(line, 0, line.Length);
        }
    }
}
