using System.Buffers;
using System.Security.Cryptography;

namespace VideoPlatforms.Clients.Downloads.Files;

/// <summary>Computes the SHA-256 of a file.</summary>
internal static class FileHash
{
    /// <summary>The size of the buffers that read and write files.</summary>
    public const int BufferSize = 128 * 1024;

    /// <summary>Adds the first bytes of a file to a hash.</summary>
    /// <returns>The number of bytes that were added; fewer than specified if the file is shorter.</returns>
    public static async Task<long> AppendAsync(IncrementalHash hash, string path, long count, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var stream = new FileStream(LongPath.Of(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            var left = count;
            while (left > 0)
            {
                var read = await stream.ReadAsync(buffer, 0, (int)Math.Min(BufferSize, left), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                hash.AppendData(buffer, 0, read);
                left -= read;
            }

            return count - left;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Returns the SHA-256 of a file of a known length; null if there is no such file.</summary>
    public static async Task<string?> ComputeAsync(string path, long length, CancellationToken cancellationToken)
    {
        if (WholeFile.Length(path) != length)
        {
            return null;
        }

        using var hash = Create();
        return await AppendAsync(hash, path, length, cancellationToken).ConfigureAwait(false) == length ? Text(hash.GetHashAndReset()) : null;
    }

    /// <summary>Returns the SHA-256 of bytes.</summary>
    public static string Compute(byte[] bytes)
    {
        using var hash = Create();
        hash.AppendData(bytes);
        return Text(hash.GetHashAndReset());
    }

    /// <summary>Creates a hash that is computed in steps.</summary>
    public static IncrementalHash Create() => IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Returns a hash as hexadecimal digits in lower case, as in SHA256SUMS.</summary>
    public static string Text(byte[] hash) =>
#if NET
        Convert.ToHexString(hash).ToLowerInvariant();
#else
        BitConverter.ToString(hash).Replace("-", "").ToLowerInvariant();
#endif
}
