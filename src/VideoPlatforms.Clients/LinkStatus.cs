#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Specifies whether an address responds.</summary>
public enum LinkStatus
{
    /// <summary>The server returned a byte of the file.</summary>
    Alive,

    /// <summary>The file does not exist.</summary>
    Dead,

    /// <summary>The server refused the file, for example because the address has expired.</summary>
    Forbidden,

    /// <summary>The server did not respond, or with an error that says nothing about the file.</summary>
    Unreachable,

    /// <summary>The video has no such address.</summary>
    Missing,
}
