using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>Reads the body of a response. The time-out applies to the time without a byte, not to the whole file.</summary>
internal sealed class MediaBody : IDisposable
{
    private readonly MediaAddress _address;
    private readonly Stream _stream;
    private readonly TimeSpan _idleTimeout;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenSource _timer;
#if !NET
    private readonly CancellationTokenRegistration _closing;
#endif

    public MediaBody(MediaAddress address, Stream stream, TimeSpan idleTimeout, CancellationToken cancellationToken)
    {
        _address = address;
        _stream = stream;
        _idleTimeout = idleTimeout;
        _cancellationToken = cancellationToken;
        _timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
#if !NET
        // Reads of .NET Framework's streams don't end with the token; closing the stream ends them.
        _closing = _timer.Token.Register(stream.Dispose);
#endif
    }

    /// <summary>Reads the next bytes.</summary>
    /// <returns>The number of bytes; 0 at the end.</returns>
    /// <exception cref="PlatformException">The connection was interrupted, or no byte arrived in time.</exception>
    public async Task<int> ReadAsync(byte[] buffer, int offset, int count)
    {
        try
        {
            _timer.CancelAfter(_idleTimeout);
            var read = await _stream.ReadAsync(buffer, offset, count, _timer.Token).ConfigureAwait(false);
            _timer.CancelAfter(Timeout.InfiniteTimeSpan);
            return read;
        }
        catch (Exception exception) when (exception is OperationCanceledException || (_timer.IsCancellationRequested && IsOfStream(exception)))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            throw _address.Fail(ErrorKind.TimedOut, Messages.NoByteWithin.With(_idleTimeout.TotalSeconds), inner: exception);
        }
        catch (Exception exception) when (IsOfStream(exception))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            throw _address.Fail(ErrorKind.FileTruncated, Messages.ResponseTruncated);
        }
    }

    /// <summary>Fills the buffer from an offset, except at the end of the body.</summary>
    /// <returns>The number of bytes.</returns>
    public async Task<int> FillAsync(byte[] buffer, int count)
    {
        var filled = 0;
        while (filled < count && await ReadAsync(buffer, filled, count - filled).ConfigureAwait(false) is > 0 and var read)
        {
            filled += read;
        }

        return filled;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
#if !NET
        _closing.Dispose();
#endif
        _stream.Dispose();
        _timer.Dispose();
    }

    private static bool IsOfStream(Exception exception) => TransportErrors.IsTransportError(exception) || exception is InvalidOperationException;
}
