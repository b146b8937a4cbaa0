using System.Buffers;
using System.Globalization;
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
        while (!file.IsComplete)
        {
            if (file.Length > 0 && file.Validator is null)
            {
                file.Discard();
            }

            using var response = await _connection.GetAsync(
                address,
                headers =>
                {
                    if (file.Length > 0)
                    {
                        StrongValidator.Request(headers, file.Length, file.Validator!);
                    }
                },
                null,
                cancellationToken).ConfigureAwait(false);
            switch (response.Status)
            {
                case 200:
                    await ReceiveAsync(file, request, address, response, isRest: false, cancellationToken).ConfigureAwait(false);
                    return;

                case 206 when file.Length > 0:
                    CheckRange(file, address, response);
                    await ReceiveAsync(file, request, address, response, isRest: true, cancellationToken).ConfigureAwait(false);
                    return;

                case 416 when file.Length > 0:
                    // The file is shorter than before, or the server doesn't evaluate If-Range.
                    file.Discard();
                    break;

                default:
                    throw response.Fail(address);
            }
        }
    }

    private static void CheckRange(PartialFile file, MediaAddress address, MediaResponse response)
    {
        var range = response.Message.Content.Headers.ContentRange;
        var offset = file.Length;
        if (StrongValidator.Contradicts(file.Validator!, response.Message) || (range?.Length is { } total && file.ExpectedLength is { } expected && total != expected))
        {
            file.Discard();
            throw address.Fail(ErrorKind.FileTruncated, Messages.FileChanged, response.Message);
        }

        if (range?.From != offset)
        {
            file.Discard();
            throw address.Fail(ErrorKind.FileTruncated, Messages.RangeDiffers.With(offset), response.Message);
        }
    }

    private async Task ReceiveAsync(PartialFile file, DownloadRequest request, MediaAddress address, MediaResponse response, bool isRest, CancellationToken cancellationToken)
    {
        if (!response.IsDelimited)
        {
            throw address.Fail(ErrorKind.LengthMismatch, Messages.LengthNotReported, response.Message);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(FileHash.BufferSize);
        try
        {
            using var body = await response.OpenAsync(address, options.IdleTimeout, cancellationToken).ConfigureAwait(false);
            int read;
            if (isRest)
            {
                ContentCheck.CheckType(request.Content, address, response);
                read = await body.ReadAsync(buffer, 0, StepSize).ConfigureAwait(false);
            }
            else
            {
                read = await body.FillAsync(buffer, ContentCheck.Sample).ConfigureAwait(false);
                ContentCheck.Check(request.Content, address, response, buffer, read);
                file.Start(StrongValidator.Of(response.Message), response.Message.Content.Headers.ContentLength, response.ContentType);
            }

            for (; read > 0; read = await body.ReadAsync(buffer, 0, StepSize).ConfigureAwait(false))
            {
                if (file.Length + read > file.ExpectedLength)
                {
                    var received = file.Length + read;
                    var expected = file.ExpectedLength;
                    file.Discard();
                    throw address.Fail(ErrorKind.LengthMismatch, Messages.LengthDiffers.With(expected, received), response.Message);
                }

                await file.AppendAsync(buffer, read, cancellationToken).ConfigureAwait(false);
                request.Progress?.Invoke(file.Length, file.ExpectedLength);
                await _limiter.WaitAsync(read, cancellationToken).ConfigureAwait(false);
            }

            if (file.ExpectedLength is { } promised && file.Length != promised)
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
