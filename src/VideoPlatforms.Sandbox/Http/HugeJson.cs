using System.Text;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Writes valid JSON of any length: a response whose <c>data</c> is an array of zeros.</summary>
internal static class HugeJson
{
    private const int BlockLength = 64 * 1024;

    private static readonly byte[] Head = Encoding.ASCII.GetBytes("{\"code\":200,\"status\":\"success\",\"data\":[");
    private static readonly byte[] Block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0,", BlockLength / 2)));
    private static readonly byte[] EvenTail = Encoding.ASCII.GetBytes("0 ]}");
    private static readonly byte[] OddTail = Encoding.ASCII.GetBytes("0]}");

    public static void Write(Stream stream, long length)
    {
        foreach (var piece in Pieces(length))
        {
            stream.Write(piece.Array!, piece.Offset, piece.Count);
        }
    }

    public static async Task WriteAsync(Stream stream, long length, CancellationToken stopping)
    {
        foreach (var piece in Pieces(length))
        {
            await stream.WriteAsync(piece.Array!, piece.Offset, piece.Count, stopping).ConfigureAwait(false);
        }
    }

    private static IEnumerable<ArraySegment<byte>> Pieces(long length)
    {
        var tail = (length - Head.Length) % 2 == 0 ? EvenTail : OddTail;
        yield return new(Head);
        for (var left = length - Head.Length - tail.Length; left > 0; left -= BlockLength)
        {
            yield return new(Block, 0, (int)Math.Min(left, BlockLength));
        }

        yield return new(tail);
    }
}
