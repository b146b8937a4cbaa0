using System.Globalization;
using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.Media;

/// <summary>Creates and checks the addresses of media files. An address can contain a signature that expires.</summary>
internal sealed class MediaAddresses(Uri root, SandboxClock clock)
{
    private const string Key = "sandbox-media-key";

    private int _generation;

    /// <summary>Rejects all signatures that were created so far.</summary>
    public void Expire() => Interlocked.Increment(ref _generation);

    /// <summary>Returns the address with a new signature. Addresses outside the sandbox are returned unchanged.</summary>
    public string Sign(string address, TimeSpan lifetime)
    {
        if (!address.StartsWith(root.ToString(), StringComparison.Ordinal))
        {
            return address;
        }

        var expires = (clock.Now + lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{address}?expires={expires}&sign={Signature(NameOf(address), expires)}";
    }

    /// <summary>Returns whether the signature of an address is valid and has not expired.</summary>
    public bool IsValid(string name, string expires, string sign)
        => sign == Signature(name, expires)
            && long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && clock.Now.ToUnixTimeSeconds() < end;

    /// <summary>Returns the decoded path of an address.</summary>
    public static string NameOf(string address)
    {
        var path = address.Split('?')[0];
        var authority = path.IndexOf("://", StringComparison.Ordinal);
        return Uri.UnescapeDataString(authority < 0 ? path : path.Substring(path.IndexOf('/', authority + 3)));
    }

    private string Signature(string name, string expires)
        => Digest.Sha1($"{Key}/{Volatile.Read(ref _generation)}/{name}/{expires}").ToLowerInvariant();
}
