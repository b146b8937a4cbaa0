using System.Buffers.Binary;
using System.Security.Cryptography;
using VideoPlatforms.AllPlatforms.Inventories.Format;

namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>The first half of the SHA-256 hash of some bytes, which takes the place of the bytes in memory.</summary>
internal readonly struct Fingerprint(ulong first, ulong second) : IEquatable<Fingerprint>
{
    private readonly ulong _first = first;
    private readonly ulong _second = second;

    /// <summary>Computes the fingerprint of the bytes in a buffer.</summary>
    public static Fingerprint Of(ByteBuffer bytes)
    {
#if NET
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.Written, hash);
#else
        using var sha256 = SHA256.Create();
        ReadOnlySpan<byte> hash = sha256.ComputeHash(bytes.Array, 0, bytes.Count);
#endif
        return new(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash.Slice(sizeof(ulong))));
    }

    /// <inheritdoc/>
    public bool Equals(Fingerprint other) => _first == other._first && _second == other._second;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fingerprint other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _first.GetHashCode();
}
