using System.Buffers;
using System.Net.Http.Headers;
using System.Text;

namespace VideoPlatforms.Clients.Http;

/// <summary>A response's bytes as UTF-8, read from the response stream into a pooled buffer of bounded size.</summary>
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

    /// <summary>How many bytes the server sent, after decompression.</summary>
    public int Length { get; private set; }

    /// <summary>The text, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Utf8 => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Whether it begins as every documented answer does. An HTML page does not.</summary>
    public bool LooksLikeJson => FirstMark(Utf8, 1) is (byte)'{' or (byte)'[';

    /// <summary>Whether it ends as it begins. One that was cut off does not.</summary>
    public bool IsClosed => (FirstMark(Utf8, 1), FirstMark(Utf8, -1)) is ((byte)'{', (byte)'}') or ((byte)'[', (byte)']');

    /// <summary>Whether it has more than so many parts (items, fields), told by the commas between them; those within texts count as well.</summary>
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
    /// <exception cref="ResponseTooLargeException">It is longer than allowed.</exception>
    /// <exception cref="IOException">It broke off.</exception>
    public static async Task<ResponseBody> ReadAsync(HttpContent content, int largest, CancellationToken cancellationToken)
    {
        var body = new ResponseBody();
        try
        {
#if NET
            using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);

            // Reads of .NET Framework's streams don't end with the token; closing the stream ends them.
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
                // What a stream says when its connection or its compressed data ends too early, or is no compressed data.
                throw new IOException(exception.Message, exception);
            }

            throw;
        }
    }

    /// <summary>The beginning of the text, for an error.</summary>
    public string Excerpt(int bytes = 600)
    {
        var text = Utf8;
        var length = Math.Min(text.Length, bytes);

        // Not within a character: there the next byte is one that continues it.
        while (length < text.Length && length > 0 && (text[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return Encoding.UTF8.GetString(_buffer, _start, length);
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _start = _end = 0;
        }
    }

    // The first byte that is no blank or control character, from the beginning (step 1) or from the end (step -1).
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

    // Text in another charset is hardly ever valid UTF-8, and where it is (UTF-16 with nothing but ASCII in it), it holds zeros.
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

        // JSON is UTF-8 by its own standard, and some servers name another charset all the same.
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
            // A name that nobody knows, or one that nobody should use any more.
            return;
        }

        var utf8 = Encoding.Convert(encoding, Encoding.UTF8, _buffer, 0, _end);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(1, utf8.Length));
        utf8.CopyTo(_buffer, 0);
        _end = utf8.Length;
    }
}
