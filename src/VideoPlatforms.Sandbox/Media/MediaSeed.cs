using System.Security.Cryptography;
using System.Text;

namespace VideoPlatforms.Sandbox.Media;

/// <summary>Contains reproducible numbers that are derived from the name and the version of a file.</summary>
internal sealed class MediaSeed
{
    private readonly byte[] _hash;

    public MediaSeed(string name, int version)
    {
        using var algorithm = SHA256.Create();
        _hash = algorithm.ComputeHash(Encoding.UTF8.GetBytes($"{name}#{version}"));
    }

    /// <summary>Gets a number for the content that fills a file up to its length.</summary>
    public ulong Number => BitConverter.ToUInt64(_hash, 0);

    /// <summary>Gets a number for the length of a file.</summary>
    public uint LengthNumber => BitConverter.ToUInt32(_hash, 8);

    /// <summary>Returns a color component within bounds.</summary>
    public byte Component(int index, int smallest, int largest) => (byte)(smallest + (_hash[index % _hash.Length] % (largest - smallest + 1)));
}
