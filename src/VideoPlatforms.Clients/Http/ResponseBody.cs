using System.Buffers;
using System.Net.Http.Headers;
using System.Text;

namespace VideoPlatforms.Clients.Http;

/// <summary>Represents the body of a response as UTF-8, read into a pooled buffer of limited size.</summary>
internal sealed class ResponseBody : IDisposable
{
    private const int InitialBufferSize = 64 * 1024;
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialBufferSize);
    private int _start;
    private int _end;

    private ResponseBody()
    {
    }

    /// <summary>Gets the size of the body in bytes, after decompression.</summary>
    public int Length { get; private set; }

    /// <summary>Gets the text, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Utf8 => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Gets a value indicating whether the text begins like JSON. An HTML page does not.</summary>
    public bool LooksLikeJson => FirstMark(Utf8, 1) is (byte)'{' or (byte)'[';

    /// <summary>Gets a value indicating whether the last bracket matches the first one. In a truncated text, it does not.</summary>
    public bool IsClosed => (FirstMark(Utf8, 1), FirstMark(Utf8, -1)) is ((byte)'{', (byte)'}') or ((byte)'[', (byte)']');

    /// <summary>
    /// Returns whether the number of elements (items and fields) exceeds a limit. The commas are counted, including those in strings.
    /// </summary>
    public bool HasMoreElementsThan(int most)
    {
        if (_end - _start <= most)
        {
            return false;
        }

        var parts = 0;
        foreach (var character in Utf8)
        {
            parts += character == ',' ? 1 : 0;
        }

        return parts > most;
    }

    /// <summary>Reads the whole body.</summary>
    /// <exception cref="ResponseTooLargeException">The body exceeds the maximum size.</exception>
    /// <exception cref="IOException">The body is truncated, or its compressed data is invalid.</exception>
    public static async Task<ResponseBody> ReadAsync(HttpContent content, int largest, CancellationToken cancellationToken)
    {
        var body = new ResponseBody();
        try
        {
#if NET
            using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);

            // The streams of .NET Framework ignore the token while they read; closing the stream ends the read.
            using var closing = cancellationToken.Register(stream.Dispose);
#endif
            int read;
            do
            {
                body.MakeRoom();
                read = await stream.ReadAsync(body._buffer, body._end, body._buffer.Length - body._end, cancellationToken).ConfigureAwait(false);
                body._end += read;
                if (body._end > largest)
                {
                    throw new ResponseTooLargeException(largest);
                }
            }
            while (read > 0);

            body.Length = body._end;
            body.ToUtf8(content.Headers);
            return body;
        }
        catch (Exception exception)
        {
            body.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (exception is InvalidOperationException or InvalidDataException)
            {
                // A stream throws these if the connection or the compressed data ends too early, or if the data is not compressed.
                throw new IOException(exception.Message, exception);
            }

            throw;
        }
    }

    /// <summary>Returns the beginning of the text, for an error.</summary>
    public string Excerpt(int bytes = 600)
    {
        var text = Utf8;
        var length = Math.Min(text.Length, bytes);

        // Characters are not split: a byte of the form 10xxxxxx continues the previous byte.
        while (length < text.Length && length > 0 && (text[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return Encoding.UTF8.GetString(_buffer, _start, length);
    }

    /// <summary>Returns the buffer to the pool.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _start = _end = 0;
        }
    }

    // Returns the first byte that is not a space or control character, from the beginning (step 1) or from the end (step -1).
    private static byte FirstMark(ReadOnlySpan<byte> text, int step)
    {
        for (var at = step > 0 ? 0 : text.Length - 1; at >= 0 && at < text.Length; at += step)
        {
            if (text[at] > ' ')
            {
                return text[at];
            }
        }

        return 0;
    }

    // Text in another charset is rarely valid UTF-8. If it is (ASCII characters in UTF-16), it contains zero bytes.
    private bool IsUtf8Text()
    {
        if (Utf8.IndexOf((byte)0) >= 0)
        {
            return false;
        }

        try
        {
            StrictUtf8.GetCharCount(_buffer, _start, _end - _start);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Buffer.BlockCopy(_buffer, 0, larger, 0, _end);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private void ToUtf8(HttpContentHeaders headers)
    {
        if (Utf8.StartsWith(ByteOrderMark))
        {
            _start = ByteOrderMark.Length;
            return;
        }

        // RFC 8259 requires UTF-8 for JSON, but some servers specify another charset for it.
        if (IsUtf8Text() || headers.ContentType?.CharSet?.Trim('"', ' ') is not { Length: > 0 } charset)
        {
            return;
        }

        Encoding encoding;
        try
        {
            encoding = Encoding.GetEncoding(charset);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // The charset is unknown or not supported, for example UTF-7.
            return;
        }

        var utf8 = Encoding.Convert(encoding, Encoding.UTF8, _buffer, 0, _end);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(1, utf8.Length));
        utf8.CopyTo(_buffer, 0);
        _end = utf8.Length;
    }
}
