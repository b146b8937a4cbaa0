using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Downloads.Files;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>Downloads files. May be used by many tasks at once; they share the connections and the bandwidth limit.</summary>
/// <param name="options">How files are downloaded.</param>
/// <param name="observer">Receives verbose lines and delays.</param>
internal sealed class Downloader(DownloadOptions options, ICallObserver observer) : IDisposable
{
    private readonly MediaConnection _connection = new(options.IdleTimeout, observer);
    private readonly BandwidthLimiter _limiter = new(options.BytesPerSecond);
    private readonly RetryDelay _delay = new(options.InitialRetryDelay);

    /// <summary>Downloads a file, or the rest of it.</summary>
    /// <exception cref="PlatformException">The file could not be downloaded. What can be resumed remains as a partial file.</exception>
    public async Task<DownloadedFile> DownloadAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        try
        {
            if (await PartialFile.RecoverAsync(request, cancellationToken).ConfigureAwait(false) is not { } downloaded)
            {
                using var file = await PartialFile.OpenAsync(request, cancellationToken).ConfigureAwait(false);
                await RepeatAsync(request, address => TransferAsync(file, request, address, cancellationToken), () => file.Validator is null ? 0 : file.Length, cancellationToken).ConfigureAwait(false);
                downloaded = file.Commit();
            }

            request.Completed?.Invoke(downloaded);
            PartialFile.Forget(request);
            return downloaded;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw request.Address.Fail(ErrorKind.FileNotWritten, exception.Message, inner: exception);
        }
    }

    /// <summary>Reads a small file into memory.</summary>
    /// <exception cref="PlatformException">The file could not be read or is too large.</exception>
    public async Task<byte[]> ReadAsync(DownloadRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        await RepeatAsync(request, address => ReadAsync(content, request, address, maxBytes, cancellationToken), () => 0, cancellationToken).ConfigureAwait(false);
        return content.ToArray();
    }

    /// <summary>Closes every connection.</summary>
    public void Dispose() => _connection.Dispose();

    private static bool IsRefusal(PlatformException failure) => failure.HttpStatus is 401 or 403 or 404 or 410;

    // New bytes are progress. Without them, the number of attempts is limited.
    private async Task RepeatAsync(DownloadRequest request, Func<MediaAddress, Task> attempt, Func<long> length, CancellationToken cancellationToken)
    {
        var address = request.Address;
        var isRenewed = false;
        var most = length();
        for (var failures = 0; ;)
        {
            try
            {
                await attempt(address).ConfigureAwait(false);
                return;
            }
            catch (PlatformException failure) when (IsRefusal(failure) && !isRenewed && request.RenewAsync is not null)
            {
                isRenewed = true;
                var renewed = await request.RenewAsync(cancellationToken).ConfigureAwait(false);
                if (renewed is null || renewed.Uri == address.Uri)
                {
                    throw;
                }

                address = renewed;
            }
            catch (PlatformException failure) when (failure.Kind.Transient && !(failure.RetryAfter > RetryDelay.Longest))
            {
                failures = length() > most ? 1 : failures + 1;
                most = Math.Max(most, length());
                if (failures > options.MaximumRetryCount)
                {
                    throw;
                }

                var delay = _delay.After(failures, failure.RetryAfter);
                observer.Waiting(failure.HttpStatus is >= 300 and var status ? status.ToString(CultureInfo.InvariantCulture) : failure.Reason, delay);
                await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task TransferAsync(PartialFile file, DownloadRequest request, MediaAddress address, CancellationToken cancellationToken)
    {
        request.Progress?.Invoke(file.Length, file.ExpectedLength);
        var acceptsRanges = true;
        while (!file.IsComplete)
        {
            if (file.Length > 0 && file.Validator is null)
            {
                file.Discard();
            }

            // A range from the first byte on: its response contains the length of the file twice, so that they can be compared.
            using var response = await _connection.GetAsync(
                address,
                headers =>
                {
                    if (acceptsRanges)
                    {
                        StrongValidator.Request(headers, file.Length, file.Validator);
                    }
                },
                null,
                cancellationToken).ConfigureAwait(false);
            switch (response.Status)
            {
                case 200:
                    await ReceiveAsync(file, request, address, response, null, cancellationToken).ConfigureAwait(false);
                    return;

                case 206 when acceptsRanges && (file.Length > 0 || response.HasRange):
                    var range = CheckRange(file, address, response);
                    await ReceiveAsync(file, request, address, response, range, cancellationToken).ConfigureAwait(false);
                    break;

                case 416 when file.Length > 0:
                    // The file is shorter than before, or the server doesn't evaluate If-Range.
                    file.Discard();
                    break;

                case 416 when response.Message.Content.Headers.ContentRange?.Length == 0:
                    throw address.Fail(ErrorKind.UnexpectedContent, Messages.FileEmpty, response.Message);

                case 206 or 416 when acceptsRanges:
                    // The server rejects even the range from the first byte on.
                    acceptsRanges = false;
                    break;

                default:
                    throw response.Fail(address);
            }
        }
    }

    private static ContentRangeHeaderValue CheckRange(PartialFile file, MediaAddress address, MediaResponse response)
    {
        var offset = file.Length;
        if (!response.HasRange || response.Message.Content.Headers.ContentRange is not { Length: { } total, To: { } last } range)
        {
            throw address.Fail(ErrorKind.LengthMismatch, Messages.LengthNotReported, response.Message);
        }

        if (offset > 0 && (StrongValidator.Contradicts(file.Validator!, response.Message) || total != file.ExpectedLength))
        {
            file.Discard();
            throw address.Fail(ErrorKind.FileTruncated, Messages.FileChanged, response.Message);
        }

        if (range.From != offset)
        {
            file.Discard();
            throw address.Fail(ErrorKind.FileTruncated, Messages.RangeDiffers.With(offset), response.Message);
        }

        return response.Message.Content.Headers.ContentLength is { } length && length != last - offset + 1
            ? throw address.Fail(ErrorKind.LengthMismatch, Messages.LengthsContradict.With(last - offset + 1, length), response.Message)
            : range;
    }

    private async Task ReceiveAsync(
        PartialFile file, DownloadRequest request, MediaAddress address, MediaResponse response, ContentRangeHeaderValue? range, CancellationToken cancellationToken)
    {
        if (range is null && !response.IsDelimited)
        {
            throw address.Fail(ErrorKind.LengthMismatch, Messages.LengthNotReported, response.Message);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(FileHash.BufferSize);
        try
        {
            using var body = await response.OpenAsync(address, options.IdleTimeout, cancellationToken).ConfigureAwait(false);
            int read;
            if (range?.From > 0)
            {
                ContentCheck.CheckType(request.Content, address, response);
                read = await body.ReadAsync(buffer, 0, StepSize).ConfigureAwait(false);
            }
            else
            {
                read = await body.FillAsync(buffer, ContentCheck.Sample).ConfigureAwait(false);
                ContentCheck.Check(request.Content, address, response, buffer, read);
                file.Start(StrongValidator.Of(response.Message), range?.Length ?? response.Message.Content.Headers.ContentLength, response.ContentType);
            }

            // A server may return less than was requested.
            var end = range?.To + 1 ?? file.ExpectedLength;
            for (; read > 0; read = await body.ReadAsync(buffer, 0, StepSize).ConfigureAwait(false))
            {
                if (file.Length + read > end)
                {
                    var received = file.Length + read;
                    file.Discard();
                    throw address.Fail(ErrorKind.LengthMismatch, Messages.LengthDiffers.With(end, received), response.Message);
                }

                await file.AppendAsync(buffer, read, cancellationToken).ConfigureAwait(false);
                request.Progress?.Invoke(file.Length, file.ExpectedLength);
                await _limiter.WaitAsync(read, cancellationToken).ConfigureAwait(false);
            }

            if (end is { } promised && file.Length != promised)
            {
                throw address.Fail(ErrorKind.FileTruncated, Messages.LengthDiffers.With(promised, file.Length), response.Message);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private int StepSize => _limiter.StepOf(FileHash.BufferSize);

    private async Task ReadAsync(MemoryStream content, DownloadRequest request, MediaAddress address, int maxBytes, CancellationToken cancellationToken)
    {
        content.SetLength(0);
        using var response = await _connection.GetAsync(address, _ => { }, null, cancellationToken).ConfigureAwait(false);
        if (response.Status != 200)
        {
            throw response.Fail(address);
        }

        ContentCheck.CheckType(request.Content, address, response);
        using var body = await response.OpenAsync(address, options.IdleTimeout, cancellationToken).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(FileHash.BufferSize);
        try
        {
            while (await body.ReadAsync(buffer, 0, StepSize).ConfigureAwait(false) is > 0 and var read)
            {
                if (content.Length + read > maxBytes)
                {
                    throw address.Fail(ErrorKind.UnexpectedContent, Messages.ResponseTooLarge.With(maxBytes / (1024 * 1024)), response.Message);
                }

                content.Write(buffer, 0, read);
                await _limiter.WaitAsync(read, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
